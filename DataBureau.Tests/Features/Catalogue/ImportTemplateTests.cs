using ClosedXML.Excel;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>The template goes out, is filled in and comes back.</summary>
[Trait("Category", "Service")]
public sealed class ImportTemplateTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ImportKit _kit = new(bureau);

    [Fact]
    public async Task Template_FilledIn_IsImportedWithEveryFieldASubmissionNeeds()
    {
        var name = ImportKit.Name("模板目录");
        var file = await FilledAsync("140000", sheet =>
        {
            Fill(sheet, "信息资源名称", name);
            Fill(sheet, "信息资源摘要", "按模板填写的摘要。");
            Fill(sheet, "信息资源格式分类", "数据库");
            Fill(sheet, "信息项名称", "编号");
            Fill(sheet, "共享类型", "不予共享");
            Fill(sheet, "共享受限理由", "涉及个人隐私。");
            Fill(sheet, "依据层级", "法律");
            Fill(sheet, "共享受限依据", "《中华人民共和国个人信息保护法》第三十四条");
            Fill(sheet, "开放类型", "开放");
            Fill(sheet, "开放前处理", "脱敏、标准化、机器可读");
            Fill(sheet, "更新周期", "每月");
        });

        var report = await _kit.ImportAsync(file);

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 0), report.Counts);
        Assert.Equal(0, report.Incomplete);
        var policy = PolicyLibrary.Embedded.For("140000");
        Assert.Empty(CatalogueCheck.Preparations((await _kit.EntryAsync(name)).Content, policy));
    }

    [Fact]
    public async Task Template_OfAnotherJurisdiction_RefusedInWords()
    {
        var file = await FilledAsync("350000", sheet => Fill(sheet, "信息资源名称", ImportKit.Name("外地模板")));

        var (report, refusal) = await bureau.AsAsync<ImportService, (ImportReport?, ImportRefusal?)>("liaison", async s => await s.CheckAsync(await _kit.RequestAsync(file), null, default));

        Assert.Null(report);
        Assert.Equal("WrongJurisdiction", refusal?.Code);
    }

    /// <summary>What the check of an entry asks for, the template asks for.</summary>
    [Fact]
    public async Task Template_Titles_SayWhatIsRequired()
    {
        using var workbook = new XLWorkbook(await FilledAsync("140000", _ => { }));

        Assert.Equal(["信息资源名称", "信息资源提供方", "信息资源摘要", "信息资源格式分类", "共享类型", "开放类型", "更新周期"],
            workbook.Worksheet("目录").Row(1).CellsUsed().Select(c => c.GetString()).Where(t => t.EndsWith("（必填）", StringComparison.Ordinal)).Select(t => t[..^4]));
    }

    private static void Fill(IXLWorksheet sheet, string title, string text) =>
        sheet.Cell(2, sheet.Row(1).CellsUsed().First(c => c.GetString().StartsWith(title, StringComparison.Ordinal)).Address.ColumnNumber).SetValue(text);

    /// <summary>The template as a department of the region downloads it, with a first row filled in.</summary>
    private static async Task<string> FilledAsync(string region, Action<IXLWorksheet> fill)
    {
        var organisation = new Organisation { Id = Guid.NewGuid(), Code = region + "LS000001", Name = "山西省民政厅", NameKey = "山西省民政厅", Kind = OrganisationKind.GovernmentDepartment, RegionCode = region };
        using var stream = new MemoryStream();
        await ImportTemplate.WriteAsync(stream, organisation, PolicyLibrary.Embedded.For(region), default);
        stream.Position = 0;
        var path = ImportKit.Xlsx(w => w.AddWorksheet("x"));
        using var workbook = new XLWorkbook(stream);
        fill(workbook.Worksheet("目录"));
        workbook.SaveAs(path);
        return path;
    }
}

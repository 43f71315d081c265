using ClosedXML.Excel;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Catalogue;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>What is taken away in full says everything an entry says, and comes back as it went out.</summary>
[Trait("Category", "Service")]
public sealed class CatalogueExportTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private const string Phone = "0351-4040404";

    private readonly ImportKit _kit = new(bureau);

    [Fact]
    public void Columns_AndTheSheetOfItems_SayEveryFieldOfAnEntry() =>
        Assert.Empty(CatalogueFields.All.Select(f => f.Title).Except([.. CatalogueColumns.All.Select(c => c.Title), CatalogueItemSheet.Items.Table.SheetName], StringComparer.Ordinal));

    [Fact]
    public void Columns_EachTitle_IsReadAgainOrSaysWhyNot() =>
        Assert.Empty(CatalogueColumns.All.Where(c => HeaderSynonyms.Find(null, c.Title).Match == HeaderMatch.None).Select(c => c.Title));

    [Fact]
    public async Task Full_ImportedAgain_NothingIsUnreadAndNothingChanges()
    {
        var entry = await bureau.EntryAsync(Everything(ImportKit.Name("全栏目录")));

        var report = await _kit.ImportAsync(await FullAsync(entry.Content.Name));

        Assert.Empty(report.Errors);
        Assert.Equal(1, report.Counts.Unchanged);
        Assert.Equal([SheetKind.Entries, SheetKind.Items], report.Layouts.Select(l => l.Kind));
        Assert.Empty(report.Layouts.SelectMany(l => l.Layout!.Unrecognised));
        Assert.Equal(entry.Content, (await _kit.EntryAsync(entry.Content.Name)).Content);
    }

    [Fact]
    public async Task Full_ItemMendedInTheFile_IsWhatChanges_AndThePhoneStays()
    {
        var entry = await bureau.EntryAsync(Everything(ImportKit.Name("改项目录")));
        var path = await FullAsync(entry.Content.Name);
        Mend(path, "床位数", "核定床位数");

        var report = await _kit.ImportAsync(path);

        Assert.Equal((1, 0), (report.Counts.Updated, report.Counts.Rejected));
        var content = (await _kit.EntryAsync(entry.Content.Name)).Content;
        Assert.Equal(["机构名称", "核定床位数"], content.Items.Select(i => i.Name));
        Assert.Equal(entry.Content, content with { Items = entry.Content.Items });
    }

    [Fact]
    public async Task Full_ShowsAPartOfThePhoneOnly()
    {
        var entry = await bureau.EntryAsync(Everything(ImportKit.Name("电话目录")));

        using var workbook = new XLWorkbook(await FullAsync(entry.Content.Name));

        var texts = workbook.Worksheet(1).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.DoesNotContain(Phone, texts);
        Assert.Contains("035****0404", texts);
    }

    [Fact]
    public async Task Plain_HasWhatThePageShowsAndNoOtherSheet()
    {
        var entry = await bureau.EntryAsync(Everything(ImportKit.Name("页面目录")));

        using var workbook = new XLWorkbook(await ExportAsync($"?q={entry.Content.Name}"));

        Assert.Equal(["公共数据目录"], workbook.Worksheets.Select(w => w.Name));
        Assert.DoesNotContain("联系电话", workbook.Worksheet(1).Row(1).CellsUsed().Select(c => c.GetString()));
    }

    private static CatalogueContent Everything(string name) => Contents.Complete(name) with
    {
        Code = "3060010101/" + name.GetHashCode(StringComparison.Ordinal).ToString("X8", System.Globalization.CultureInfo.InvariantCulture),
        ClassificationPath = "部门/民政/养老服务",
        ProviderUnit = "养老服务处",
        Format = new ResourceFormat([new FormatPart(FormatCategory.Database, "mysql"), new FormatPart(FormatCategory.Spreadsheet, "xlsx"), new FormatPart(FormatCategory.Service, null)]),
        Sharing = SharingAttribute.Conditional,
        ConditionalSharing = ConditionalSharing.LimitedContent,
        SharingCondition = "只向履职需要的部门提供。",
        SharingReason = "含个人信息。",
        SharingBasisRank = LegalBasisRank.Law,
        SharingBasis = "《中华人民共和国个人信息保护法》",
        SharingReviewOn = new DateOnly(2027, 3, 1),
        Opening = OpeningType.Conditional,
        OpeningCondition = "经申请同意后开放。",
        OpeningBasis = "《某办法》",
        UpdateFrequency = UpdateFrequency.Other,
        UpdateFrequencyNote = "每两年",
        PublicationDate = new DateOnly(2026, 1, 5),
        RelatedCodes = ["3060010101/000007", "3060010101/000008"],
        Ownership = DataOwnership.PublicInstitution,
        SourceSystem = "养老服务信息系统",
        Theme = "社会保障",
        ContactUnit = "养老服务处",
        ContactPhone = Phone,
    };

    private static void Mend(string path, string from, string to)
    {
        using var workbook = new XLWorkbook(path);
        workbook.Worksheet("信息项").CellsUsed().Single(c => c.GetString() == from).SetValue(to);
        workbook.Save();
    }

    private Task<string> FullAsync(string name) => ExportAsync($"?q={name}&full=1");

    /// <summary>As the department's liaison takes it away.</summary>
    private async Task<string> ExportAsync(string address)
    {
        var path = ImportKit.Xlsx(w => w.AddWorksheet("x"));
        await using var scope = await bureau.AsAsync("liaison");
        await using var file = File.Create(path);
        Assert.Equal(1, await CatalogueLists.Catalogue.WriteAsync(scope.ServiceProvider, ListQuery.Parse(address), file, default));
        return path;
    }
}

using ClosedXML.Excel;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>A table in a unit's own words: the header is asked for once and known ever after.</summary>
[Trait("Category", "Service")]
public sealed class ImportHeaderTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ImportKit _kit = new(bureau);

    [Fact]
    public async Task Header_InOwnWords_IsAskedForThenReadAndRememberedWhereverItStands()
    {
        var (first, second) = (ImportKit.Name(), ImportKit.Name());
        var request = await _kit.RequestAsync(OwnWords("甲", first));

        var (report, refusal) = await _kit.RunAsync(request, "liaison", null);

        Assert.Equal("NotACatalogue", refusal?.Code);
        Assert.Contains("第 2 行像是表头（「甲资源名」、「归口部门」、「几时更新」）", refusal!.Sentence, StringComparison.Ordinal);
        var sheet = Assert.Single(report!.Layouts);
        Assert.True(report.AsksForHeader);
        Assert.Equal(1, sheet.ProposedRow);

        var done = ImportKit.Report(await _kit.RunAsync(request with { Choices = Settled(sheet) }, "liaison", ImportAcceptance.All));
        Assert.Equal(new ImportCounts(1, 1, 0, 0, 0), done.Counts);
        Assert.Equal("区划处", (await _kit.EntryAsync(first)).Content.ProviderUnit);

        var next = await _kit.ImportAsync(OwnWords("甲", second, titles: ["又一行标题", "再一行标题"]));
        Assert.True(Assert.Single(next.Layouts).Remembered);
        Assert.Equal("区划处", (await _kit.EntryAsync(second)).Content.ProviderUnit);
    }

    [Fact]
    public async Task Header_AnotherRowThanTheOneFound_IsReadAsThePersonSays()
    {
        var name = ImportKit.Name();
        // The line of examples under the title has the words of a header; the header of this table is below it.
        var request = await _kit.RequestAsync(ImportKit.Xlsx(w => ImportKit.Fill(w.AddWorksheet("家底"),
            ["信息资源名称", "信息资源摘要"], ["乙资源名", "说的是啥"], [name, "真正的摘要。"])));
        var found = Assert.Single(ImportKit.Report(await _kit.RunAsync(request, "liaison", null)).Layouts);
        Assert.Equal([0], found.Layout!.HeaderRows);

        var header = HeaderDetector.At(found.Top, found.Merged, 1);
        var choices = ImportChoices.None.With(new(found.Layout.Fingerprint, found.Layout.Mapping))
            .With(new(header.Fingerprint, new([new(CatalogueField.Name, 0), new(CatalogueField.Abstract, 1)]), found.Layout.Fingerprint));
        var report = ImportKit.Report(await _kit.RunAsync(request with { Choices = choices }, "liaison", ImportAcceptance.All));

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 0), report.Counts);
        Assert.Equal([1], Assert.Single(report.Layouts).Layout!.HeaderRows);
    }

    [Fact]
    public async Task Header_SettledForOneSheet_LeavesTheOtherAsItIs()
    {
        var (known, own) = (ImportKit.Name(), ImportKit.Name());
        var request = await _kit.RequestAsync(ImportKit.Xlsx(w =>
        {
            ImportKit.Fill(w.AddWorksheet("一处"), ["信息资源摘要", "信息资源名称"], ["甲的摘要。", known]);
            ImportKit.Fill(w.AddWorksheet("二处"), ["丙资源名", "归口部门", "几时更新"], [own, "区划处", "每月"]);
        }));
        var report = ImportKit.Report(await _kit.RunAsync(request, "liaison", null));
        Assert.Equal(1, report.Counts.Rows);

        var both = ImportKit.Report(await _kit.RunAsync(request with { Choices = Settled(report.Layouts[1]) }, "liaison", ImportAcceptance.All));

        Assert.Equal(2, both.Counts.Imported);
        Assert.Equal("甲的摘要。", (await _kit.EntryAsync(known)).Content.Abstract);
        await _kit.EntryAsync(own);
    }

    [Fact]
    public async Task Header_OfATableOfLongAbstracts_IsAskedForAllTheSame()
    {
        var file = ImportKit.Xlsx(w => ImportKit.Fill(w.AddWorksheet("家底"), ["丁资源名", "讲些什么"], ["地名", new string('长', 90)], ["低保", new string('长', 90)]));

        var (report, _) = await _kit.RunAsync(await _kit.RequestAsync(file), "liaison", null);

        Assert.Equal(0, Assert.Single(report!.Layouts).ProposedRow);
    }

    [Fact]
    public async Task Command_OwnWords_SaysWhereToSettleThemAndReadsThemOnceSettled()
    {
        var (first, second) = (ImportKit.Name(), ImportKit.Name());
        var file = OwnWords("戊", first);
        string[] liaison = ["--organisation", "山西省民政厅", "--as", "liaison"];

        var refusal = await Assert.ThrowsAsync<StartupRefusal>(() => _kit.CommandAsync([file, .. liaison]));

        Assert.Contains("请先在「导入目录」页面选出表头行", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await _kit.EntriesAsync(first));
        var request = await _kit.RequestAsync(file);
        var (report, _) = await _kit.RunAsync(request, "liaison", null);
        ImportKit.Report(await _kit.RunAsync(request with { Choices = Settled(Assert.Single(report!.Layouts)) }, "liaison", ImportAcceptance.All));
        var (code, said) = await _kit.CommandAsync([OwnWords("戊", second), .. liaison]);

        Assert.Equal(0, code);
        Assert.Contains("\"imported\":1", said, StringComparison.Ordinal);
        await _kit.EntryAsync(second);
    }

    [SharedDataFact]
    public async Task Form_Real_IsAFormAndNoTable()
    {
        var (report, refusal) = await _kit.RunAsync(await _kit.RequestAsync(SharedDataFactAttribute.PathOf("templates", "resource-templet.xls")), "liaison", null);

        Assert.Null(report);
        Assert.Contains("不是每行一条的目录表", refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_OfAFileThatChangesNothing_IsRememberedAllTheSame()
    {
        var name = ImportKit.Name();
        await _kit.ImportAsync(ImportKit.Xlsx(w => ImportKit.Fill(w.AddWorksheet("目录"), ["信息资源名称", "提供方内部部门", "更新周期"], [name, "区划处", "每月"])));
        var request = await _kit.RequestAsync(OwnWords("庚", name));
        var (asked, _) = await _kit.RunAsync(request, "liaison", null);

        var report = ImportKit.Report(await _kit.RunAsync(request with { Choices = Settled(Assert.Single(asked!.Layouts)) }, "liaison", ImportAcceptance.All));

        Assert.Equal(new ImportCounts(1, 0, 0, 1, 0), report.Counts);
        Assert.True(Assert.Single((await _kit.CheckAsync(request.Path)).Layouts).Remembered);
    }

    [Fact]
    public async Task Header_OfTheWorkbookThatCameBackCorrected_IsStillSettled()
    {
        var name = ImportKit.Name();
        var request = await _kit.RequestAsync(OwnWords("己", name, frequency: "看情况"));
        var (asked, _) = await _kit.RunAsync(request, "liaison", null);
        request = request with { Choices = Settled(Assert.Single(asked!.Layouts)) };
        var report = ImportKit.Report(await _kit.RunAsync(request, "liaison", null));
        Assert.Equal((3, "C"), Assert.Single(report.Errors.Select(e => (e.Row, e.ColumnLetters))));

        var back = Path.ChangeExtension(request.Path, ".back.xlsx");
        await using (var file = File.Create(back))
            await CatalogueErrorWorkbook.WriteAsync(request, report, file, null, default);
        using (var workbook = new XLWorkbook(back))
        {
            workbook.Worksheet("家底").Cell("C3").SetValue("每月");
            workbook.Save();
        }

        Assert.Equal(1, ImportKit.Report(await _kit.RunAsync(request with { Path = back }, "liaison", ImportAcceptance.All)).Counts.Imported);
    }

    /// <param name="mark">Makes the header one that no other test has settled.</param>
    private static string OwnWords(string mark, string name, string frequency = "每月", params string[] titles) => ImportKit.Xlsx(w => ImportKit.Fill(w.AddWorksheet("家底"),
        [["本单位数据家底"], .. titles.Select(t => new string?[] { t }), [mark + "资源名", "归口部门", "几时更新"], [name, "区划处", frequency]]));

    private static ImportChoices Settled(ImportSheetLayout sheet) => ImportChoices.None.With(new(HeaderDetector.At(sheet.Top, sheet.Merged, sheet.ProposedRow!.Value).Fingerprint,
        new([new(CatalogueField.Name, 0), new(CatalogueField.ProviderUnit, 1), new(CatalogueField.UpdateFrequency, 2)])));
}

using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Tests.Features.Catalogue;

[Trait("Category", "Service")]
public sealed class ImportMatchingTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    /// <summary>In Fujian nothing but the acts themselves stands between a complete row and its publication.</summary>
    private static readonly (string, CatalogueAction)[] ToPublished =
        [("liaison.fujian", CatalogueAction.Submit), ("head.fujian", CatalogueAction.Approve), ("reviewer.fujian", CatalogueAction.Approve), ("reviewer.fujian", CatalogueAction.Publish)];

    private readonly ImportKit _kit = new(bureau);

    [Fact]
    public async Task Draft_SameName_IsChangedInPlaceWithItsHistory()
    {
        var name = ImportKit.Name();
        await _kit.ImportAsync(ImportKit.Csv(ImportKit.Row(name)));
        var before = await _kit.EntryAsync(name);

        // Width and spaces do not make another name; blank cells leave what is known.
        var report = await _kit.ImportAsync(ImportKit.Csv(ImportKit.Row(name.Replace("号", " 号", StringComparison.Ordinal), summary: "", frequency: "每日")));

        Assert.Equal(new ImportCounts(1, 0, 1, 0, 0), report.Counts);
        var after = await _kit.EntryAsync(name.Replace("号", " 号", StringComparison.Ordinal));
        Assert.Equal((before.Id, 2, UpdateFrequency.Daily, "按月汇总的业务数据。"), (after.Id, after.Version, after.Content.UpdateFrequency, after.Content.Abstract));
        Assert.Equal(["导入", "修改"], await _kit.HistoryAsync(after.Id));
        Assert.Equal(report.PackageId, after.PackageId);
    }

    [Fact]
    public async Task Draft_SameCode_IsMatchedBeforeTheName()
    {
        var (old, renamed) = (ImportKit.Name(), ImportKit.Name());
        await _kit.ImportAsync(ImportKit.Csv(ImportKit.Row(old, code: "3060010101/910001")));
        var id = (await _kit.EntryAsync(old)).Id;

        Assert.Equal(1, (await _kit.ImportAsync(ImportKit.Csv(ImportKit.Row(renamed, code: "3060010101/910001")))).Counts.Updated);

        Assert.Equal(id, (await _kit.EntryAsync(renamed)).Id);
    }

    [Fact]
    public async Task Draft_SameNameOtherCode_IsRefused()
    {
        var name = ImportKit.Name();
        await _kit.ImportAsync(ImportKit.Csv(ImportKit.Row(name, code: "3060010101/920001")));

        var report = await _kit.CheckAsync(ImportKit.Csv(ImportKit.Row(name, code: "3060010101/920002")));

        Assert.Equal("CodeDiffers", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task Code_OfOneEntryWithTheNameOfAnother_IsRefused()
    {
        var (one, other) = (ImportKit.Name(), ImportKit.Name());
        await _kit.ImportAsync(ImportKit.Csv(ImportKit.Row(one, code: "3060010101/930001"), ImportKit.Row(other, code: "3060010101/930002")));

        var report = await _kit.CheckAsync(ImportKit.Csv(ImportKit.Row(other, code: "3060010101/930001")));

        Assert.Equal("NameTaken", Assert.Single(report.Errors).Code);
    }

    [Fact]
    public async Task Published_Changed_GetsARevisionBesideIt()
    {
        var name = ImportKit.Name();
        await FujianAsync(ImportKit.Csv(Fujian(name)));
        var published = await _kit.EntryAsync(name);
        await _kit.ActAsync(published.Id, ToPublished);

        var report = await FujianAsync(ImportKit.Csv(Fujian(name, summary: "改过的摘要。")));

        Assert.Equal(new ImportCounts(1, 0, 1, 0, 0), report.Counts);
        var entries = await _kit.EntriesAsync(name);
        Assert.Equal([(CatalogueState.Published, false, "按月汇总的业务数据。"), (CatalogueState.Draft, true, "改过的摘要。")], entries.Select(e => (e.State, e.IsHead, e.Content.Abstract!)));
        Assert.Equal(["变更", "修改"], await _kit.HistoryAsync(entries[1].Id));
        // Once more: the draft revision already says so.
        Assert.Equal(1, (await FujianAsync(ImportKit.Csv(Fujian(name, summary: "改过的摘要。")))).Counts.Unchanged);
    }

    [Theory]
    [InlineData(1, "部门审核")]
    [InlineData(2, "待数据局审核")]
    [InlineData(3, "审核通过")]
    public async Task UnderWay_Changed_IsRefusedWithItsState(int acts, string state)
    {
        var name = ImportKit.Name();
        await FujianAsync(ImportKit.Csv(Fujian(name)));
        await _kit.ActAsync((await _kit.EntryAsync(name)).Id, ToPublished[..acts]);

        var report = await FujianCheckAsync(ImportKit.Csv(Fujian(name, summary: "改过的摘要。")));

        var error = Assert.Single(report.Errors);
        Assert.Equal("NotEditable", error.Code);
        Assert.Contains($"「{state}」", error.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, (await FujianCheckAsync(ImportKit.Csv(Fujian(name)))).Counts.Unchanged);
    }

    [Fact]
    public async Task Twins_InOneFile_NameEachOther()
    {
        var name = ImportKit.Name();

        var report = await _kit.CheckAsync(ImportKit.Csv(ImportKit.Row(name), ImportKit.Row(ImportKit.Name()), ImportKit.Row(name + " ", summary: "另一个摘要。")));

        Assert.Equal([(2, "A", "DuplicateName"), (4, "A", "DuplicateName")], report.Errors.Select(e => (e.Row, e.ColumnLetters, e.Code)));
        Assert.Contains("第 4 行", report.Errors[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("第 2 行", report.Errors[1].Sentence, StringComparison.Ordinal);
        Assert.Equal(new ImportCounts(3, 1, 0, 0, 2), report.Counts);
    }

    [Fact]
    public async Task Twins_ByCode_NameEachOther()
    {
        var report = await _kit.CheckAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name(), code: "3060010101/940001"), ImportKit.Row(ImportKit.Name(), code: "3060010101/940001")));

        Assert.Equal([(2, "B", "DuplicateCode"), (3, "B", "DuplicateCode")], report.Errors.Select(e => (e.Row, e.ColumnLetters, e.Code)));
    }

    [Fact]
    public async Task TwoRows_OfOneKnownEntry_NameEachOther()
    {
        // One row finds the published entry by its code under a new name, the other by its old name.
        var name = ImportKit.Name();
        await FujianAsync(ImportKit.Csv(Fujian(name, code: "3060010101/950001")));
        await _kit.ActAsync((await _kit.EntryAsync(name)).Id, ToPublished);

        var file = ImportKit.Csv(Fujian(ImportKit.Name(), code: "3060010101/950001"), Fujian(name, summary: "改过的摘要。"));
        var report = await FujianAsync(file, ImportAcceptance.Good);

        Assert.Equal([(2, "SameEntry"), (3, "SameEntry")], report.Errors.Select(e => (e.Row, e.Code)));
        Assert.Contains("第 3 行", report.Errors[0].Sentence, StringComparison.Ordinal);
        Assert.Single(await _kit.EntriesAsync(name));
    }

    [Fact]
    public async Task Row_WithABadCell_IsToldAtOnceWhatElseIsWrong()
    {
        var (underWay, coded, one, other) = (ImportKit.Name(), ImportKit.Name(), ImportKit.Name(), ImportKit.Name());
        await FujianAsync(ImportKit.Csv(Fujian(underWay), Fujian(coded, code: "3060010101/960001"), Fujian(one, code: "3060010101/960002"), Fujian(other, code: "3060010101/960003")));
        await _kit.ActAsync((await _kit.EntryAsync(underWay)).Id, ToPublished[..1]);
        string Bad(string row) => row.Replace("每月", "看情况", StringComparison.Ordinal);

        var report = await FujianCheckAsync(ImportKit.Csv(Bad(Fujian(underWay, summary: "改过的摘要。")), Bad(Fujian(coded, code: "3060010101/960009")), Bad(Fujian(other, code: "3060010101/960002"))));

        Assert.Equal(
            [(2, "A", "NotEditable"), (2, "J", "UnknownUpdateFrequency"), (3, "B", "CodeDiffers"), (3, "J", "UnknownUpdateFrequency"), (4, "A", "NameTaken"), (4, "J", "UnknownUpdateFrequency")],
            report.Errors.Select(e => (e.Row, e.ColumnLetters, e.Code)));
        Assert.Equal(3, report.Counts.Rejected);
    }

    [Fact]
    public async Task Twins_OfAnEntryUnderWay_OnlyTheChangedOneIsNotEditable()
    {
        var name = ImportKit.Name();
        await FujianAsync(ImportKit.Csv(Fujian(name)));
        await _kit.ActAsync((await _kit.EntryAsync(name)).Id, ToPublished[..1]);

        var report = await FujianCheckAsync(ImportKit.Csv(Fujian(name), Fujian(ImportKit.Name()), Fujian(name, summary: "改过的摘要。")));

        Assert.Equal([(2, "DuplicateName"), (4, "DuplicateName"), (4, "NotEditable")], report.Errors.Select(e => (e.Row, e.Code)));
    }

    private static string Fujian(string name, string code = "", string summary = "按月汇总的业务数据。") => ImportKit.Row(name, code, summary: summary, opening: "普遍开放");

    private Task<ImportReport> FujianAsync(string file, ImportAcceptance accept = ImportAcceptance.All) => _kit.ImportAsync(file, "liaison.fujian", "福建省民政厅", accept);

    private Task<ImportReport> FujianCheckAsync(string file) => _kit.CheckAsync(file, "liaison.fujian", "福建省民政厅");
}

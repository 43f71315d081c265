using DataBureau.Tests.Shared;
using DataBureau.Web.Commands;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>Whose 信息项 it is: of the entry above, of the entry it names, or of none, which is an error.</summary>
[Trait("Category", "Service")]
public sealed class ImportItemTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly string?[] Titles = ["信息资源名称", "信息资源代码", "信息资源摘要", "信息项名称", "共享类型"];

    private readonly ImportKit _kit = new(bureau);

    [Fact]
    public async Task Row_WithoutNameButWithContentOfItsOwn_IsAnErrorAndNoItemOfTheEntryAbove()
    {
        var name = ImportKit.Name();
        var file = File([name, "3060010101/960001", "甲的摘要。", "编号", "无条件共享"], [null, "3060010101/960002", "乙的摘要。", "姓名", null]);

        var report = await _kit.ImportAsync(file, accept: ImportAcceptance.Good);

        Assert.Equal((3, "A", "NameMissing"), Assert.Single(report.Errors.Select(e => (e.Row, e.ColumnLetters, e.Code))));
        Assert.Equal(new ImportCounts(2, 1, 0, 0, 1), report.Counts);
        Assert.Equal(["编号"], (await _kit.EntryAsync(name)).Content.Items.Select(i => i.Name));
    }

    [Fact]
    public async Task Row_WithoutNameAndWithTheSameContent_IsAFurtherItem()
    {
        var name = ImportKit.Name();
        var file = File([name, null, "甲的摘要。", "编号", "无条件共享"], [null, null, "甲的摘要。", "姓名", "无条件共享"], [null, null, null, "地址", null]);

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 0), (await _kit.ImportAsync(file)).Counts);

        Assert.Equal(["编号", "姓名", "地址"], (await _kit.EntryAsync(name)).Content.Items.Select(i => i.Name));
    }

    [Fact]
    public async Task Row_WrittenTwice_IsAnErrorThatNamesTheOther()
    {
        var row = ImportKit.Row(ImportKit.Name());

        var report = await _kit.CheckAsync(ImportKit.Csv(row, row));

        Assert.Equal([(2, "DuplicateName"), (3, "DuplicateName")], report.Errors.Select(e => (e.Row, e.Code)));
        Assert.Contains("第 3 行", report.Errors[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(new ImportCounts(2, 0, 0, 0, 2), report.Counts);
    }

    [Fact]
    public async Task Item_TwiceInOneEntry_IsAnError()
    {
        var report = await _kit.CheckAsync(File([ImportKit.Name(), null, "甲的摘要。", "姓名", "无条件共享"], [null, null, null, "地址", null], [null, null, null, "姓名", null]));

        Assert.Equal((4, "D", "DuplicateItem"), Assert.Single(report.Errors.Select(e => (e.Row, e.ColumnLetters, e.Code))));
        Assert.Equal(1, report.Counts.Rejected);
    }

    [Fact]
    public async Task Item_OfAnEntryThatIsNotInTheFile_KeepsAllOut()
    {
        var (before, file) = (await _kit.CountAsync(), TwoSheets(["信息资源名称", "信息资源摘要", "共享类型", "更新周期"], [[ImportKit.Name(), "甲的摘要。", "无条件共享", "每月"]], ["信息资源名称", "信息项名称", "数据类型"], [["没有的目录", "姓名", "字符型C"]]));

        var report = await _kit.ImportAsync(file);

        Assert.Equal(("信息项", 2, "ItemOfUnknownEntry"), Assert.Single(report.Errors.Select(e => (e.Sheet, e.Row, e.Code))));
        Assert.Equal(new ImportCounts(1, 0, 0, 0, 1), report.Counts);
        Assert.Equal(before, await _kit.CountAsync());
    }

    [Theory]
    [InlineData("--dry-run")]
    [InlineData("--accept", "all")]
    [InlineData("--accept", "good")]
    public async Task Command_WithAnError_NeverExitsAsDone(params string[] options)
    {
        var file = TwoSheets(["信息资源名称", "信息资源摘要", "共享类型", "更新周期"], [[ImportKit.Name(), "甲的摘要。", "无条件共享", "每月"]], ["信息资源名称", "信息项名称", "数据类型"], [["没有的目录", "姓名", "字符型C"]]);

        var (code, said) = await _kit.CommandAsync([file, "--organisation", "山西省民政厅", "--as", "liaison", .. options]);

        Assert.Equal(CommandRunner.SomeRejected, code);
        Assert.Contains("ItemOfUnknownEntry", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_OfANameThatTwoProvidersUse_IsAnErrorThatNamesBothRows()
    {
        var name = ImportKit.Name();
        var file = TwoSheets(["信息资源名称", "信息资源提供方", "信息资源摘要"], [[name, "山西省财政厅", "甲的摘要。"], [name, "山西省民政厅", "乙的摘要。"]], ["信息资源名称", "信息项名称", "数据类型"], [[name, "姓名", "字符型C"], [null, "地址", "字符型C"]]);

        var report = await _kit.CheckAsync(file, "reviewer", "山西省数据局");

        Assert.Equal([("信息项", 2, "A", "ItemOfSeveralEntries"), ("信息项", 3, "A", "ItemOfSeveralEntries")], report.Errors.Select(e => (e.Sheet, e.Row, e.ColumnLetters, e.Code)));
        Assert.Contains("工作表「目录」第 2 行、工作表「目录」第 3 行", report.Errors[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_ThatNamesItsProvider_GoesToTheEntryOfThatProvider()
    {
        var name = ImportKit.Name();
        var file = TwoSheets(["信息资源名称", "信息资源提供方", "信息资源摘要"], [[name, "山西省财政厅", "甲的摘要。"], [name, "山西省民政厅", "乙的摘要。"]], ["信息资源提供方", "信息资源名称", "信息项名称", "数据类型"], [["山西省民政厅", name, "姓名", "字符型C"], ["山西省财政厅", name, "金额", "数值型N"]]);

        Assert.Equal(2, (await _kit.ImportAsync(file, "reviewer", "山西省数据局")).Counts.Imported);

        var civil = await _kit.OrganisationAsync("山西省民政厅");
        Assert.Equal([("金额", false), ("姓名", true)], (await _kit.EntriesAsync(name)).Select(e => (Assert.Single(e.Content.Items).Name, e.ProviderId == civil)).OrderBy(i => i.Item2));
    }

    private static string TwoSheets(string?[] titles, string?[][] entries, string?[] itemTitles, string?[][] items) => ImportKit.Xlsx(w =>
    {
        ImportKit.Fill(w.AddWorksheet("目录"), [titles, .. entries]);
        ImportKit.Fill(w.AddWorksheet("信息项"), [itemTitles, .. items]);
    });

    private static string File(params string?[][] rows) => ImportKit.Xlsx(w => ImportKit.Fill(w.AddWorksheet("目录"), [Titles, .. rows]));
}

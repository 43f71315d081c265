using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>The shapes in which workbooks come.</summary>
[Trait("Category", "Service")]
public sealed class ImportLayoutTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ImportKit _kit = new(bureau);

    [Fact]
    public async Task TwoSheets_ItemsAreJoinedToTheirEntries()
    {
        var (one, other) = (ImportKit.Name(), ImportKit.Name());
        var file = ImportKit.Xlsx(w =>
        {
            ImportKit.Fill(w.AddWorksheet("目录"), ["信息资源名称", "信息资源摘要", "共享类型", "更新周期"], [one, "甲的摘要。", "无条件共享", "每月"], [other, "乙的摘要。", "无条件共享", "每日"]);
            ImportKit.Fill(w.AddWorksheet("信息项"), ["信息资源名称", "信息项名称", "数据类型", "数据长度"], [other, "编号", "字符型C", "18"], [null, "金额", "数值型N", "12"], [one, "姓名", "字符型C", "50"], ["没有的目录", "甲", "字符型C", "1"]);
        });

        var report = await _kit.ImportAsync(file, accept: ImportAcceptance.Good);

        Assert.Equal(("信息项", 5, "ItemOfUnknownEntry"), Assert.Single(report.Errors.Select(e => (e.Sheet, e.Row, e.Code))));
        Assert.Equal([new DataItem("姓名", ItemDataType.Character, 50)], (await _kit.EntryAsync(one)).Content.Items);
        Assert.Equal([new DataItem("编号", ItemDataType.Character, 18), new DataItem("金额", ItemDataType.Numeric, 12)], (await _kit.EntryAsync(other)).Content.Items);
    }

    [Fact]
    public async Task MergedEntry_ItemRowsBelowIt_AreJoined()
    {
        var (one, other) = (ImportKit.Name(), ImportKit.Name());
        var file = ImportKit.Xlsx(w =>
        {
            var sheet = w.AddWorksheet("目录");
            ImportKit.Fill(sheet, ["信息资源名称", "信息资源摘要", "信息项名称", "共享类型"], [one, "甲的摘要。", "编号", "无条件共享"], [null, null, "姓名"], [null, null, "地址"], [other, "乙的摘要。", "金额", "无条件共享"]);
            sheet.Range("A2:A4").Merge();
            sheet.Range("B2:B4").Merge();
        });

        Assert.Equal(new ImportCounts(2, 2, 0, 0, 0), (await _kit.ImportAsync(file)).Counts);

        Assert.Equal(["编号", "姓名", "地址"], (await _kit.EntryAsync(one)).Content.Items.Select(i => i.Name));
        Assert.Equal(["金额"], (await _kit.EntryAsync(other)).Content.Items.Select(i => i.Name));
    }

    [Fact]
    public async Task RepeatedEntry_OneItemPerRow_IsOneEntry()
    {
        var name = ImportKit.Name();
        var row = ImportKit.Row(name);

        var report = await _kit.ImportAsync(ImportKit.Csv(row, row.Replace(",编号,", ",姓名,", StringComparison.Ordinal), ImportKit.Row(ImportKit.Name())));

        Assert.Equal(2, report.Counts.Imported);
        Assert.Equal(["编号", "姓名"], (await _kit.EntryAsync(name)).Content.Items.Select(i => i.Name));
    }

    [Fact]
    public async Task ItemRow_WithAnError_KeepsItsEntryOut()
    {
        var name = ImportKit.Name();
        var file = ImportKit.Xlsx(w => ImportKit.Fill(w.AddWorksheet("目录"), ["信息资源名称", "信息资源摘要", "信息项名称", "数据类型", "共享类型"], [name, "甲的摘要。", "编号", "字符型C", "无条件共享"], [null, null, "姓名", "说不清", null]));

        var report = await _kit.ImportAsync(file, accept: ImportAcceptance.Good);

        Assert.Equal((3, "D"), Assert.Single(report.Errors.Select(e => (e.Row, e.ColumnLetters))));
        Assert.Equal(1, report.Counts.Rejected);
        Assert.Empty(await _kit.EntriesAsync(name));
    }

    [Fact]
    public async Task FooterRows_BelowTheTable_AreSkippedAndSaid()
    {
        var (one, other) = (ImportKit.Name(), ImportKit.Name());
        var file = ImportKit.Xlsx(w => ImportKit.Fill(w.AddWorksheet("目录"), ["序号", "信息资源名称", "信息资源摘要", "更新周期"],
            ["1", one, "甲的摘要。", "每月"], ["2", other, "乙的摘要。", "每月"], ["合计", "2", null, null], [null, "填表人：张三", null, "审核人：李四"], [null, "填表日期：2026年1月1日", "丙的摘要。", null]));

        var report = await _kit.CheckAsync(file);

        Assert.Equal([(4, "合计"), (5, "填表人")], report.Skipped.Select(s => (s.Row, s.Label)));
        Assert.Equal("跳过 2 行：合计、填表人。这是表尾的合计和签署，不作为目录导入。", ImportWords.Skipped(report));
        // The last has an abstract as well: whatever it is, it is not passed over.
        Assert.Equal(3, report.Counts.Rows);
    }

    [Fact]
    public async Task TwoRowHeader_UnderATitle_IsFound()
    {
        var name = ImportKit.Name();
        var file = ImportKit.Xlsx(w =>
        {
            var sheet = w.AddWorksheet("目录");
            ImportKit.Fill(sheet, ["政务信息资源目录"], ["信息资源名称", "信息资源格式", null, "共享方式", null, "更新周期"], [null, "信息资源格式分类", "信息资源格式类型", "共享方式分类", "共享方式类型", null], [name, "数据库", "mysql", "共享平台方式", "接口", "每月"]);
            sheet.Range("A1:F1").Merge();
            sheet.Range("A2:A3").Merge();
            sheet.Range("B2:C2").Merge();
            sheet.Range("D2:E2").Merge();
            sheet.Range("F2:F3").Merge();
        });

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 0), (await _kit.ImportAsync(file)).Counts);

        var content = (await _kit.EntryAsync(name)).Content;
        Assert.Equal(("数据库:mysql", SharingMethod.Interface, UpdateFrequency.Monthly), (content.Format?.ToString(), content.SharingMethod, content.UpdateFrequency));
    }

    [Fact]
    public async Task Mapping_SettledOnce_IsUsedForTheNextFileOfThatLayout()
    {
        var (first, second, elsewhere) = (ImportKit.Name(), ImportKit.Name(), ImportKit.Name());
        // 「内容提要」 is no word of the tables: without a person's mapping the column is not read.
        string File(string name) => ImportKit.Xlsx(w => ImportKit.Fill(w.AddWorksheet("目录"), ["信息资源名称", "啥内容", "更新周期"], [name, "手工指定的摘要。", "每月"]));
        var mapping = new ColumnMapping([new(CatalogueField.Name, 0), new(CatalogueField.Abstract, 1), new(CatalogueField.UpdateFrequency, 2)]);

        ImportKit.Report(await _kit.RunAsync(await _kit.MappedAsync(File(first), mapping), "liaison", ImportAcceptance.All));
        var report = await _kit.ImportAsync(File(second));
        var other = await _kit.ImportAsync(File(elsewhere), "liaison.taiyuan", "太原市民政局");

        Assert.True(Assert.Single(report.Layouts).Remembered);
        Assert.Equal("手工指定的摘要。", (await _kit.EntryAsync(second)).Content.Abstract);
        Assert.False(Assert.Single(other.Layouts).Remembered);
        Assert.Null((await _kit.EntryAsync(elsewhere)).Content.Abstract);
    }

    [Fact]
    public async Task Mapping_OfACheck_IsNotRemembered()
    {
        var before = await _kit.CountAsync();
        var mapping = new ColumnMapping([new(CatalogueField.Name, 0)]);

        await _kit.RunAsync(await _kit.MappedAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name())), mapping), "liaison", null);

        Assert.Equal(before, await _kit.CountAsync());
    }

    [Fact]
    public async Task Mapping_WithoutAName_IsRefused()
    {
        var (_, refusal) = await _kit.RunAsync(await _kit.MappedAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name())), new ColumnMapping([new(CatalogueField.Abstract, 3)])), "liaison", null);

        Assert.Equal("BadMapping", refusal?.Code);
    }
}

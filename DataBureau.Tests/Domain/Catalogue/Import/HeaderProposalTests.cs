using DataBureau.Domain.Catalogue.Import;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Catalogue.Import;

/// <summary>Headers in a unit's own words: no synonym tells them, the shape of the sheet does.</summary>
public sealed class HeaderProposalTests
{
    private static readonly string[] Own = ["资源名", "归口部门", "几时更新", "放在哪"];

    [Fact]
    public void Propose_UnderTitleInstructionAndLineAboutTheSheet_IsTheHeader() => Assert.Equal(4, Propose(
        [["本单位数据家底"], ["说明：每行一条，请如实填写。"], ["填报单位：民政局", "填报人：张三", "填报日期：2026年1月1日"], [], Own, ["地名", "区划处", "每月", "机房"], ["低保", "救助处", "每天", "云上"]]));

    [Fact]
    public void Propose_DataWithMoreWordsThanTheHeader_IsStillTheHeader() =>
        Assert.Equal(0, Propose([[Own[0], Own[1], Own[2], ""], ["地名", "区划处", "每月", "要紧"], ["低保", "救助处", "每天", "照旧"]]));

    [Fact]
    public void Propose_NumbersAndDates_AreNoLabels() =>
        Assert.Equal(1, Propose([["1", "2", "3", "4"], Own, ["地名", "2024-01-01", "12", "机房"]]));

    [Fact]
    public void Propose_TwoRowHeader_IsTheRowAboveTheData()
    {
        string[][] rows = [["资源名", "管理", "", "放在哪"], ["", "归口", "经手", ""], ["地名", "区划处", "张三", "机房"]];
        MergedRange[] merged = [new(0, 0, 1, 0), new(0, 1, 0, 2), new(0, 3, 1, 3)];

        Assert.Equal(1, HeaderProposal.Propose(rows, merged));
        var layout = HeaderDetector.At(rows, merged, 1);
        Assert.Equal(["资源名", "管理/归口", "管理/经手", "放在哪"], layout.Columns.Select(c => c.Title));
        Assert.Equal(2, layout.FirstDataRow);
    }

    [Theory]
    [InlineData("一个标题")]
    [InlineData("一个标题\n一段说明\n又一段说明")]
    [InlineData("资源名,归口部门,几时更新")]
    [InlineData("1,2,3\n4,5,6")]
    [InlineData("\n\n")]
    public void Propose_NoTable_IsNothing(string text) => Assert.Null(Propose([.. text.Split('\n').Select(line => line.Split(','))]));

    [Fact]
    public void At_AnyRow_HasTheSameFingerprintWhereverTheHeaderStands() => Assert.Equal(
        HeaderDetector.At([Own, ["地名", "区划处", "每月", "机房"]], [], 0).Fingerprint,
        HeaderDetector.At([["家底"], [], ["资源名 ", "*归口部门", "几时更新：", "放在哪"], ["低保", "救助处", "每天", "云上"]], [], 2).Fingerprint);

    [Fact]
    public void Propose_AnyTableUnderAnyTitles_IsItsHeader()
    {
        var tables = from titles in Gen.ListOf(Gen.Elements("", "某单位数据家底", "说明：如实填写，一行一条。", "单位：万元"))
                     from width in Gen.Choose(3, 15)
                     from height in Gen.Choose(1, 20)
                     from cells in Gen.Elements("地名", "每月", "12", "2024-01-01", "张三").ListOf(width * height)
                     select (Titles: titles.Take(8).Select(t => new[] { t }).ToList(), Width: width, Height: height, Cells: cells.ToList());
        Prop.ForAll(tables.ToArbitrary(), table =>
        {
            string[] header = [.. Enumerable.Range(0, table.Width).Select(i => $"自拟栏目{(char)('甲' + i)}")];
            string[][] rows = [.. table.Titles, header, .. Enumerable.Range(0, table.Height).Select(r => table.Cells.Skip(r * table.Width).Take(table.Width).ToArray())];
            return Propose(rows) == table.Titles.Count;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Propose_AnyGrid_IsARowWithCellsOrNothing() => Prop.ForAll(
        Gen.ListOf(Gen.ListOf(Gen.Elements("", "甲", "乙", "丙：", "12", "说明"))).ToArbitrary(),
        rows => Propose([.. rows.Select(r => r.ToArray())]) is not { } row || rows[row].Count(c => c.Length > 0) >= 2).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static int? Propose(string[][] rows) => HeaderProposal.Propose(rows, []);
}

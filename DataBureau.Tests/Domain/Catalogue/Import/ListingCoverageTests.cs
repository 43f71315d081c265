using DataBureau.Domain.Catalogue.Import;
using Xunit.Abstractions;

namespace DataBureau.Tests.Domain.Catalogue.Import;

/// <summary>The 109,947 rows of the portals of 2023: what is read, what is blank, what is refused.</summary>
public sealed class ListingCoverageTests(ITestOutputHelper output)
{
    internal static readonly Lazy<List<string[]>> Rows = new(() => RealSheets.Listing()[1..]);

    private static readonly string[] Columns = ["来源地区", "名称", "提供方", "摘要", "开放类型", "更新周期", "主题领域", "格式", "更新时间", "数据量"];

    [Fact]
    public void Vocabulary_EverySpelling_IsReadAsApproved()
    {
        var approved = File.ReadAllText(VocabularyTable.ApprovedPath);
        Assert.Equal(approved, VocabularyTable.Render(VocabularyTable.Spellings(approved)));
    }

    [ListingFact]
    public void Vocabulary_OfListing_IsTheApprovedOne()
    {
        var spellings = VocabularyTable.Readers.Keys.ToDictionary(c => c, c => Cells(c).Distinct());
        var received = VocabularyTable.Render(spellings);
        var approved = File.Exists(VocabularyTable.ApprovedPath) ? File.ReadAllText(VocabularyTable.ApprovedPath) : string.Empty;
        if (received != approved)
            File.WriteAllText(VocabularyTable.ApprovedPath.Replace(".approved.", ".received.", StringComparison.Ordinal), received);
        Assert.Equal(approved, received);
    }

    [ListingFact]
    public void Listing_EveryRow_IsReadBlankOrRefusedInWords()
    {
        Assert.Equal(
            [
                "开放类型: 94363 mapped, 5283 blank, 10301 unknown in 136 of 151 spellings",
                "更新周期: 102697 mapped, 7249 blank, 1 unknown in 1 of 37 spellings",
                "格式: 86524 mapped, 17076 blank, 6347 unknown in 25 of 242 spellings",
                "更新时间: 88653 mapped, 20771 blank, 523 unknown in 392 of 7481 spellings",
            ],
            [
                Coverage("开放类型", VocabularyTable.Readers["开放类型"]),
                Coverage("更新周期", VocabularyTable.Readers["更新周期"]),
                Coverage("格式", VocabularyTable.Readers["格式"]),
                Coverage("更新时间", text => VocabularyReading.Of(DateParser.Parse(text))),
            ]);
    }

    internal static IEnumerable<string> Cells(string column) => Rows.Value.Select(r => r[Array.IndexOf(Columns, column)]);

    /// <summary>What became of the rows; every refused spelling is printed with its sentence.</summary>
    private string Coverage(string column, Func<string, VocabularyReading> read)
    {
        var readings = Cells(column).GroupBy(c => c).Select(g => (Spelling: g.Key, Count: g.Count(), Reading: read(g.Key))).ToList();
        var rows = readings.ToLookup(r => r.Reading.Kind, r => r.Count);
        var unknown = readings.Where(r => r.Reading.Kind == ParsedKind.Unknown).OrderByDescending(r => r.Count).ToList();
        Assert.All(unknown, u => Assert.EndsWith("。", u.Reading.Remark, StringComparison.Ordinal));
        var summary = $"{column}: {rows[ParsedKind.Value].Sum()} mapped, {rows[ParsedKind.Blank].Sum()} blank, {rows[ParsedKind.Unknown].Sum()} unknown in {unknown.Count} of {readings.Count} spellings";
        output.WriteLine(summary);
        foreach (var (spelling, count, reading) in unknown)
            output.WriteLine($"  {count,6}  {spelling}  {reading.Remark}");
        return summary;
    }
}

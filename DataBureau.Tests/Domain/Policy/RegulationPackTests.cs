using System.Text.RegularExpressions;
using DataBureau.Domain.Policy;

namespace DataBureau.Tests.Domain.Policy;

public sealed partial class RegulationPackTests
{
    private static readonly PolicyLibrary Library = PolicyLibrary.Embedded;

    [Theory]
    [InlineData("SX20", 34, PackStatus.InForce, "140000")]
    [InlineData("SXM", 53, PackStatus.Superseded, "140000")]
    [InlineData("TY", 32, PackStatus.InForce, "140100")]
    [InlineData("FJ", 50, PackStatus.InForce, "350000")]
    [InlineData("SJZ", 72, PackStatus.Draft, "130100")]
    public void Pack_EveryArticle_IsCovered(string id, int articles, PackStatus status, string region)
    {
        var pack = Library.Packs.Single(p => p.Id == id);

        Assert.Equal(Enumerable.Range(1, articles), pack.Provisions.Select(p => p.Article).Distinct().Order());
        Assert.Equal((status, region), (pack.Status, pack.Region));
    }

    [Fact]
    public void Packs_AreTheFiveDocuments() => Assert.Equal(["SJZ", "SX20", "SXM", "TY", "FJ"], Library.Packs.Select(p => p.Id));

    [Fact]
    public void Sxm_Superseded_SaysByWhatAndWhen()
    {
        var by = Library.Packs.Single(p => p.Id == "SXM").SupersededBy;

        Assert.Equal(new SupersedingDocument("山西省数据工作管理办法", "晋政发〔2024〕14号", new DateOnly(2024, 6, 25)), by);
        Assert.All(Library.Packs.Where(p => p.Id != "SXM"), p => Assert.Null(p.SupersededBy));
    }

    [Fact]
    public void Packs_InForce_HaveTheirDates()
    {
        Assert.Equal((new DateOnly(2020, 5, 15), new DateOnly(2020, 7, 1)), Dates("SX20"));
        Assert.Equal((new DateOnly(2023, 10, 31), new DateOnly(2024, 3, 1)), Dates("TY"));
        Assert.Equal((new DateOnly(2021, 12, 15), new DateOnly(2022, 2, 1)), Dates("FJ"));
        Assert.Equal((null, null), Dates("SJZ"));
    }

    [Fact]
    public void Provisions_All_HaveATitleAGistAndMechanismsOfTheDossier()
    {
        var all = Library.Packs.SelectMany(p => p.Provisions.Select(v => new Citation(p, v))).ToList();

        Assert.All(all, c => Assert.False(string.IsNullOrWhiteSpace(c.Provision.Title) || string.IsNullOrWhiteSpace(c.Provision.Gist), c.Id));
        Assert.All(all.SelectMany(c => c.Provision.Mechanisms), m => Assert.Matches(MechanismId(), m));
        Assert.Equal(all.Count, all.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, c => Assert.Same(c.Pack, Library.FindCitation(c.Id)?.Pack));
    }

    [Fact]
    public void Provisions_OfOneArticle_AreWholeOrInParagraphsFromTheFirst()
    {
        foreach (var article in Library.Packs.SelectMany(p => p.Provisions.GroupBy(v => v.Article), (p, g) => (Pack: p.Id, g.Key, Paragraphs: g.Select(v => v.Paragraph).ToList())))
            Assert.True(article.Paragraphs is [null] || article.Paragraphs.SequenceEqual(Enumerable.Range(1, article.Paragraphs.Count).Cast<int?>()), $"{article.Pack}-{article.Key}: {string.Join(',', article.Paragraphs)}");
    }

    [Theory]
    [InlineData("SXM-12-3", "《山西省数据工作管理办法（征求意见稿）》第十二条第三款")]
    [InlineData("FJ-14-2", "《福建省大数据发展条例》第十四条第二款")]
    [InlineData("SX20-29", "《山西省大数据发展应用促进条例》第二十九条")]
    [InlineData("SJZ-60-2", "《石家庄市数字经济促进条例（草案征求意见稿）》第六十条第二款")]
    public void Citation_Text_IsWrittenAsInOfficialDocuments(string id, string text) => Assert.Equal(text, Library.FindCitation(id)?.Text);

    [Fact]
    public void Citation_Unknown_IsNull() => Assert.Null(Library.FindCitation("SXM-99"));

    [GeneratedRegex("^[CSOPJDAG][0-9]{2}$")]
    private static partial Regex MechanismId();

    private static (DateOnly?, DateOnly?) Dates(string id) => Library.Packs.Where(p => p.Id == id).Select(p => (p.AdoptedOn, p.EffectiveFrom)).Single();
}

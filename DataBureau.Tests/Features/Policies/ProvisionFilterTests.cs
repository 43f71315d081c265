using DataBureau.Domain.Policy;
using DataBureau.Tests.Excel;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Policies;

namespace DataBureau.Tests.Features.Policies;

public sealed class ProvisionFilterTests
{
    private static readonly PolicyLibrary Library = PolicyLibrary.Embedded;

    private static List<string> Find(string address) => [.. ProvisionFilter.Read(ListQuery.Parse(address), Library).Find(Library).Select(c => c.Id)];

    [Fact]
    public void Find_NothingAsked_EveryProvision() =>
        Assert.Equal(Library.Packs.Sum(p => p.Provisions.Count), Find("").Count);

    [Theory]
    [InlineData("12")]
    [InlineData("１２")]
    [InlineData("12条")]
    [InlineData("第12条")]
    [InlineData("十二条")]
    [InlineData("第十二条")]
    public void Find_ArticleNumber_OnlyThatArticle(string word)
    {
        var found = Find("?document=SXM&q=" + Uri.EscapeDataString(word));

        Assert.NotEmpty(found);
        Assert.All(found, id => Assert.StartsWith("SXM-12", id, StringComparison.Ordinal));
    }

    [Fact]
    public void Find_ArticleAndParagraph_ThatProvision() =>
        Assert.Equal(["SXM-12-3"], Find("?document=SXM&q=第12条第3款"));

    [Fact]
    public void Find_TwoWords_BothMustBeFound()
    {
        var found = Find("?q=太原 开放");

        Assert.NotEmpty(found);
        Assert.All(found, id => Assert.StartsWith("TY-", id, StringComparison.Ordinal));
    }

    [Fact]
    public void Find_Jurisdiction_ItsDocumentsNearestFirst() =>
        Assert.Equal(["TY", "SXM", "SX20"], Find("?jurisdiction=140100").Select(id => id.Split('-')[0]).Distinct());

    [Fact]
    public void Find_MechanismAndStatus_NarrowTogether()
    {
        Assert.Equal(["FJ-14-2", "SX20-8-1", "SXM-12-3"], Find("?mechanism=S02").Order(StringComparer.Ordinal));
        Assert.Equal(["SXM-12-3"], Find("?mechanism=S02&status=Superseded"));
    }

    [Fact]
    public void Find_LinkToAProvision_ItsWholeDocument() =>
        Assert.Equal(Library.Packs.Single(p => p.Id == "SXM").Provisions.Count, Find("?id=SXM-12-3").Count);

    [Fact]
    public void Find_UnknownWordsInTheAddress_NarrowNothing() =>
        Assert.Equal(Find("").Count, Find("?document=XX&jurisdiction=999999&mechanism=Z9&status=7&id=AB-1").Count);

    [Fact]
    public void Names_MechanismsOfThePacks_AllHaveOne()
    {
        var used = Library.Packs.SelectMany(p => p.Provisions).SelectMany(p => p.Mechanisms).Distinct();

        Assert.All(used, m => Assert.True(Mechanisms.IsKnown(m), $"{m} has no name."));
    }

    [Fact]
    public async Task Export_AFilter_TheSameRowsAsTheList()
    {
        var found = ProvisionFilter.Read(ListQuery.Parse("?jurisdiction=350000"), Library).Find(Library).ToList();

        var rows = await Workbooks.RowsAsync(await Workbooks.WriteAsync(new XlsxTable<Citation>("法规依据", ProvisionColumns.All.ForExcel()), found));

        Assert.Equal(["文件", "条款", "名称", "要点", "机制", "状态"], rows[0].Texts());
        Assert.Equal(found.Select(c => c.Place), rows.Skip(1).Select(r => r.Cells[1].Text));
        Assert.Equal("现行", rows[1].Cells[5].Text);
    }
}

using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("企业基本信息（2023年）", "企业基本信息 (2023年)")]
    [InlineData("旅行社信息_可开放", "旅行社信息可开放")]
    [InlineData("ＡＢＣ信息", "abc信息")]
    [InlineData("《公报》信息", "公报信息")]
    [InlineData("2021—2022年", "2021-2022年")]
    public void NameKey_PunctuationSpaceAndWidth_DoNotDistinguish(string a, string b) => Assert.Equal(NameKey.Of(a), NameKey.Of(b));

    [Theory]
    [InlineData("指标1.1", "指标11")]
    [InlineData("人口信息", "人口信息表")]
    public void NameKey_OtherWords_Distinguish(string a, string b) => Assert.NotEqual(NameKey.Of(a), NameKey.Of(b));

    [Theory]
    [InlineData("省统计局", null, "山西省统计局")]
    [InlineData("市统计局", "太原市", "太原市统计局")]
    [InlineData("财政局", "太原市", "太原市财政局")]
    [InlineData("教育厅", null, "山西省教育厅")]
    [InlineData("市场监督管理局", "太原市", "太原市市场监督管理局")]
    [InlineData("山西省太原市统计局", "太原市", "太原市统计局")]
    public void Organisation_ShortName_HasFullNameAmongCandidates(string text, string? city, string expected) =>
        Assert.Equal([text, expected], OrganisationNameKey.Candidates(text, "山西省", city));

    [Theory]
    [InlineData("太原市统计局")]
    [InlineData("山西省统计局")]
    public void Organisation_FullName_IsTheOnlyCandidate(string text) => Assert.Equal([text], OrganisationNameKey.Candidates(text, "山西省", "太原市"));

    [Fact]
    public void Organisation_MunicipalNameWithoutCity_IsNotGuessed() => Assert.Equal(["市统计局"], OrganisationNameKey.Candidates("市统计局", "山西省", null));
}

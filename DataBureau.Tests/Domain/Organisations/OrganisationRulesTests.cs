using DataBureau.Domain.Organisations;

namespace DataBureau.Tests.Domain.Organisations;

public sealed class OrganisationRulesTests
{
    private const string Good = "11140000990000017J";
    private const string BadDigit = "91350203M0001QAY9B";

    private static readonly Region Taiyuan = new() { Code = "140100", Name = "太原市", Level = RegionLevel.City };
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private static OrganisationContent Content => new() { Name = "太原市大数据应用局", Code = Good, RegionCode = "140100" };

    [Fact]
    public void Check_Complete_Passes() => Assert.Empty(OrganisationRules.Check(Content, Taiyuan));

    [Fact]
    public void Check_EverythingWrong_AllIsSaidAtOnce()
    {
        var refusals = OrganisationRules.Check(new() { Name = "", Code = BadDigit, RegionCode = "" }, null);

        Assert.Equal(["NameRequired", "RegionRequired", "CodeFinding"], refusals.Select(r => r.Code));
        var all = OrganisationRefusals.All(refusals)!;
        Assert.Equal([nameof(OrganisationContent.Name), nameof(OrganisationContent.RegionCode), nameof(OrganisationContent.Code), nameof(OrganisationContent.CodeOverrideReason)], all.Details.Select(d => d.Field));
    }

    [Theory]
    [InlineData(BadDigit, "末位校验码不符")]
    [InlineData("11140500012420118H", "主体标识码的校验位不符")]
    [InlineData("1114", "应为18位")]
    public void Check_CodeWithFinding_SaysWhichCheckAndThatAReasonLetsItPass(string code, string words)
    {
        var refusal = Assert.Single(OrganisationRules.Check(Content with { Code = code }, Taiyuan));

        Assert.Equal("CodeFinding", refusal.Code);
        Assert.Contains(words, refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("原因", refusal.Sentence, StringComparison.Ordinal);
        Assert.Empty(OrganisationRules.Check(Content with { Code = code, CodeOverrideReason = "登记证书如此" }, Taiyuan));
    }

    [Fact]
    public void Check_OurOwnPatternByHand_Refused()
    {
        Assert.Equal("CodeReserved", Assert.Single(OrganisationRules.Check(Content with { Code = "140100LS000001", CodeOverrideReason = "有" }, Taiyuan)).Code);
        Assert.Empty(OrganisationRules.Check(Content with { Code = "140100LS000001" }, Taiyuan, kept: "140100LS000001"));
    }

    [Fact]
    public void Check_RegionWithoutBodies_Refused()
    {
        var region = new Region { Code = "350527", Name = "金门县", Level = RegionLevel.County };

        Assert.Equal("RegionWithoutBureau", Assert.Single(OrganisationRules.Check(Content with { RegionCode = "350527" }, region)).Code);
    }

    [Fact]
    public void Tidy_ReasonWhereTheCodeIsGood_IsDropped()
    {
        var tidy = (Content with { Name = " 太原市大数据应用局 ", Code = Good.ToLowerInvariant(), CodeOverrideReason = "多余" }).Tidy();

        Assert.Equal(Content, tidy);
    }

    [Fact]
    public void Abolish_WithoutComment_Refused()
    {
        var organisation = OrganisationRules.Create(Guid.NewGuid(), Content, Good);

        Assert.Equal("CommentRequired", OrganisationRules.Abolish(organisation, " ", Now)?.Code);
        Assert.Null(organisation.AbolishedAt);
        Assert.Equal(1, organisation.Version);
    }

    [Fact]
    public void AbolishEditRestore_OneAfterTheOther_OnlyWhatFits()
    {
        var organisation = OrganisationRules.Create(Guid.NewGuid(), Content, Good);

        Assert.Equal("NotAbolished", OrganisationRules.Restore(organisation, null)?.Code);
        Assert.Null(OrganisationRules.Abolish(organisation, "机构改革", Now));
        Assert.Equal("Abolished", OrganisationRules.Abolish(organisation, "再次", Now)?.Code);
        Assert.Equal("Abolished", OrganisationRules.Edit(organisation, Content with { Name = "别名" }, Good)?.Code);
        Assert.Null(OrganisationRules.Restore(organisation, null));
        Assert.Equal(3, organisation.Version);
    }
}

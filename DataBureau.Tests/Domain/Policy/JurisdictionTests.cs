using System.Text.Json;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;

namespace DataBureau.Tests.Domain.Policy;

public sealed class JurisdictionTests
{
    private static readonly PolicyLibrary Library = PolicyLibrary.Embedded;
    private static readonly LegalBasisRank[] EveryRank = Enum.GetValues<LegalBasisRank>();

    [Theory]
    [InlineData("140105", "140100")] // a county of Taiyuan
    [InlineData("140100", "140100")]
    [InlineData("140200", "140000")] // a city without rules of its own
    [InlineData("140212", "140000")]
    [InlineData("350203", "350000")]
    [InlineData("130102", "130100")]
    [InlineData("130200", "000000")] // Hebei has no pack
    [InlineData("130000", "000000")]
    [InlineData("000000", "000000")]
    public void For_Region_FallsBackToTheNearestAbove(string region, string expected) => Assert.Equal(expected, Library.For(region).Region);

    [Fact]
    public void Taiyuan_Sharing_IsThatOfTheProvince()
    {
        var (city, province) = (Library.For("140100"), Library.For("140000"));

        Assert.Same(province.Sharing, city.Sharing);
        Assert.NotSame(province.Opening, city.Opening);
        Assert.Equal(["TY", "SXM", "SX20"], city.Packs.Select(p => p.Id));
    }

    [Fact]
    public void Bases_CityAndProvince_NearestFirst()
    {
        Assert.Equal(["TY-8-2", "SX20-8-3"], Ids("140100", "O05"));
        Assert.Equal(["SXM-12-3", "SX20-8-1"], Ids("140100", "S02"));
        Assert.Equal(["SX20-8-3"], Ids("140000", "O05"));
        Assert.Equal(["FJ-14-2"], Ids("350000", "S02"));
        Assert.Null(Library.For("350000").BasisOf("C02"));
        Assert.Null(Library.For("130200").BasisOf("S02"));
    }

    [Fact]
    public void Shanxi_RestrictedSharing_NeedsReasonAndBasisInBothClasses()
    {
        var sharing = Library.For("140000").Sharing;

        Assert.Equal([SharingAttribute.Conditional, SharingAttribute.NotShared], sharing.ReasonRequiredFor);
        Assert.Equal([SharingAttribute.Conditional, SharingAttribute.NotShared], sharing.BasisRequiredFor);
        Assert.Equal(EveryRank, sharing.BasisRanks.Order());
        Assert.True(sharing.ConditionalSubTypes);
        Assert.False(sharing.Temporary);
        Assert.Equal("不予共享", sharing.Label(SharingAttribute.NotShared));
    }

    [Fact]
    public void Fujian_OnlyTemporarilyNotShared_NeedsABasisOfThreeRanks()
    {
        var sharing = Library.For("350000").Sharing;

        Assert.Empty(sharing.ReasonRequiredFor);
        Assert.Equal([SharingAttribute.NotShared], sharing.BasisRequiredFor);
        Assert.Equal([LegalBasisRank.Law, LegalBasisRank.AdministrativeRegulation, LegalBasisRank.NationalPolicy], sharing.BasisRanks);
        Assert.True(sharing.Temporary);
        Assert.False(sharing.ConditionalSubTypes);
        Assert.Equal("暂不共享", sharing.Label(SharingAttribute.NotShared));
    }

    [Fact]
    public void Shijiazhuang_Sharing_IsTheGuidesWithoutDemands()
    {
        var sharing = Library.For("130100").Sharing;

        Assert.Empty(sharing.ReasonRequiredFor);
        Assert.Empty(sharing.BasisRequiredFor);
        Assert.Equal("不予共享", sharing.Label(SharingAttribute.NotShared));
    }

    [Theory]
    [InlineData("140000", OpeningScheme.NegativeList, "开放", "附条件开放", "列入负面清单")]
    [InlineData("140100", OpeningScheme.ThreeWay, "无条件开放", "有条件开放", "不予开放")]
    [InlineData("350000", OpeningScheme.TwoWay, "普遍开放", "依申请开放", "不开放")]
    [InlineData("130100", OpeningScheme.AnnualList, "列入年度开放清单", "附条件列入年度开放清单", "列入负面清单")]
    [InlineData("110000", OpeningScheme.Plain, "开放", "有条件开放", "不开放")]
    public void Opening_EachJurisdiction_HasItsSchemeAndWords(string region, OpeningScheme scheme, string unconditional, string conditional, string not)
    {
        var opening = Library.For(region).Opening;

        Assert.Equal(scheme, opening.Scheme);
        Assert.Equal([unconditional, conditional, not], Enum.GetValues<OpeningType>().Select(opening.Label));
        // Both list schemes ask what the list rests on; the others do not.
        Assert.Equal(scheme is OpeningScheme.NegativeList or OpeningScheme.AnnualList ? [OpeningType.NotOpened] : [], opening.BasisRequiredFor);
    }

    [Theory]
    [InlineData("140000", OpeningPreparation.Masked | OpeningPreparation.Standardised | OpeningPreparation.MachineReadable)]
    [InlineData("140100", OpeningPreparation.Masked | OpeningPreparation.Declassified)]
    [InlineData("350000", OpeningPreparation.None)]
    [InlineData("130100", OpeningPreparation.None)]
    public void Opening_Preparations_AreThoseOfTheJurisdiction(string region, OpeningPreparation expected) =>
        Assert.Equal(expected, Library.For(region).Opening.Preparations.Aggregate(OpeningPreparation.None, (a, p) => a | p));

    [Fact]
    public void Jurisdictions_All_OfferEveryClassUnderAWordOfItsOwn() => Assert.All(Library.Jurisdictions, j =>
    {
        Assert.Equal(Enum.GetValues<SharingAttribute>(), j.Sharing.Options.Select(o => o.Value));
        Assert.Equal(Enum.GetValues<OpeningType>(), j.Opening.Options.Select(o => o.Value));
        Assert.Equal(3, j.Sharing.Options.Select(o => o.Label).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, j.Opening.Options.Select(o => o.Label).Distinct(StringComparer.Ordinal).Count());
    });

    [Theory]
    [InlineData("""{ "region": "140200", "name": "某市", "inherits": null, "packs": [], "colour": "red" }""")]
    [InlineData("""{ "region": "140200", "name": null, "inherits": null, "packs": [] }""")]
    public void File_WithAnUnknownOrMissingPart_IsRefused(string jurisdiction) =>
        Assert.Throws<JsonException>(() => new PolicyLibrary(PolicyTexts.Packs, [.. PolicyTexts.Jurisdictions, jurisdiction]));

    [Fact]
    public void File_ThatInheritsFromItself_IsRefused() => Assert.Throws<InvalidOperationException>(() =>
        new PolicyLibrary(PolicyTexts.Packs, [.. PolicyTexts.Jurisdictions, """{ "region": "140200", "name": "某市", "inherits": "140200", "packs": [] }"""]));

    private static IEnumerable<string>? Ids(string region, string mechanism) => Library.For(region).BasisOf(mechanism)?.Citations.Select(c => c.Id);
}

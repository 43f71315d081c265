using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;

namespace DataBureau.Tests.Domain.ChiefDataOfficers;

public sealed class OfficerSchemeTests
{
    private static readonly PostScheme Everyone = new([OrganisationKind.GovernmentDepartment], null, [DataPost.ChiefDataOfficer]);

    [Theory]
    [InlineData("140100", true, DataPost.ChiefDataOfficer, PostDemand.Required)]
    [InlineData("140100", false, DataPost.ChiefDataOfficer, PostDemand.None)]
    [InlineData("140100", false, DataPost.Steward, PostDemand.Required)]
    [InlineData("140105", true, DataPost.Steward, PostDemand.Required)]
    [InlineData("140000", true, DataPost.ChiefDataOfficer, PostDemand.Suggested)]
    [InlineData("140200", true, DataPost.ChiefDataOfficer, PostDemand.Suggested)]
    [InlineData("130100", true, DataPost.ChiefDataOfficer, PostDemand.Required)]
    [InlineData("350000", true, DataPost.ChiefDataOfficer, PostDemand.None)]
    [InlineData("110000", true, DataPost.ChiefDataOfficer, PostDemand.None)]
    [InlineData("140100", true, DataPost.Deputy, PostDemand.None)]
    public void Demand_OfAJurisdiction_FollowsItsStance(string region, bool it, DataPost post, PostDemand demand) =>
        Assert.Equal(demand, new OfficerSchemes(PolicyLibrary.Embedded, []).For(region).DemandFor(post, OrganisationKind.GovernmentDepartment, it));

    [Fact]
    public void Demand_OfAGovernment_None() =>
        Assert.Equal(PostDemand.None, new OfficerSchemes(PolicyLibrary.Embedded, []).For("140100").DemandFor(DataPost.ChiefDataOfficer, OrganisationKind.Government, hasItOffice: true));

    [Fact]
    public void Setting_OfASilentProvince_IsTheBureausOwn()
    {
        var scheme = new OfficerSchemes(PolicyLibrary.Embedded, [Setting("350000", OfficerStance.Promoted)]).For("350100");

        Assert.Equal(("350000", PostDemand.Required), (scheme.SetBy, scheme.DemandFor(DataPost.ChiefDataOfficer, OrganisationKind.GovernmentDepartment, hasItOffice: false)));
    }

    [Fact]
    public void Setting_OfTheProvince_DoesNotOverrideTheCitysOwnRegulation()
    {
        var schemes = new OfficerSchemes(PolicyLibrary.Embedded, [Setting("140000", OfficerStance.Encouraged)]);

        Assert.Equal(("140000", null), (schemes.For("140200").SetBy, schemes.For("140105").SetBy));
        Assert.Equal(PostDemand.Required, schemes.For("140105").DemandFor(DataPost.Steward, OrganisationKind.GovernmentDepartment, hasItOffice: false));
    }

    [Fact]
    public void Setting_OfTheCountyAndTheCity_NearestWins()
    {
        var schemes = new OfficerSchemes(PolicyLibrary.Embedded, [Setting("140100", OfficerStance.Encouraged), Setting("140105", OfficerStance.Promoted)]);

        Assert.Equal(("140100", "140105", "140100"), (schemes.For("140100").SetBy, schemes.For("140105").SetBy, schemes.For("140106").SetBy));
        Assert.Equal(PostDemand.Required, schemes.For("140105").Weight);
    }

    [Fact]
    public void Regions_GroupedByScheme_KeepEachRegionOnce()
    {
        var regions = new[] { "140000", "140100", "140105", "140200", "350000" };
        var groups = new OfficerSchemes(PolicyLibrary.Embedded, []).Of(regions).ToList();

        Assert.Equal(regions.Order(StringComparer.Ordinal), groups.SelectMany(g => g.Regions).Order(StringComparer.Ordinal));
        Assert.Equal(["140100", "140105"], groups.Single(g => g.Scheme.Weight == PostDemand.Required).Regions);
    }

    private static OfficerSchemeSetting Setting(string region, OfficerStance stance) => new() { Id = Guid.NewGuid(), RegionCode = region, Stance = stance, Lines = [Everyone], Reason = "局务会" };
}

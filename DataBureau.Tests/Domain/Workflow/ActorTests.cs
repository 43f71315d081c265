using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;

namespace DataBureau.Tests.Domain.Workflow;

public sealed class ActorTests
{
    private static readonly CaseLocation Place = new(Actors.Owner, Actors.City, Actors.Authority);

    [Fact]
    public void Authority_RegionAboveIt_IsNotEnough()
    {
        var upper = Actors.Of(Role.Reviewer, Actors.UpperAuthority, Actors.Province);

        Assert.True(upper.Holds(CataloguePermissions.Review, Place));
        Assert.False(upper.Holds(CataloguePermissions.Review, CaseSide.Authority, Place));
        Assert.True(Actors.Of(Role.Reviewer, Actors.Authority).Holds(CataloguePermissions.Review, CaseSide.Authority, Place));
    }

    [Fact]
    public void Authority_NoneNamed_NobodyDecides() =>
        Assert.False(Actors.Of(Role.Reviewer, Actors.Authority).Holds(CataloguePermissions.Review, CaseSide.Authority, Place with { AuthorityId = null }));

    [Theory]
    [InlineData("140000", "140105", true)]
    [InlineData("140100", "140105", true)]
    [InlineData("140105", "140105", true)]
    [InlineData("140105", "140100", false)]
    [InlineData("140200", "140105", false)]
    [InlineData("350000", "140105", false)]
    [InlineData("000000", "140105", true)]
    public void RegionGrant_ReachesItselfAndWhatIsBelow(string grant, string region, bool reached) =>
        Assert.Equal(reached, new Grant(CataloguePermissions.View, Actors.Neighbour, grant, GrantScope.Region).Reaches(Place with { RegionCode = region }));

    [Fact]
    public void OrganisationGrant_SameRegion_DoesNotReachTheNeighbour() =>
        Assert.False(new Grant(CataloguePermissions.View, Actors.Neighbour, Actors.City, GrantScope.Organisation).Reaches(Place));

    [Theory]
    [InlineData(new[] { Role.Liaison, Role.DepartmentHead }, null)]
    [InlineData(new[] { Role.SystemAdmin }, null)]
    [InlineData(new[] { Role.SystemAdmin, Role.SystemAdmin }, null)]
    [InlineData(new[] { Role.SystemAdmin, Role.SecurityAdmin }, "SeparateAdministrators")]
    [InlineData(new[] { Role.SecurityAdmin, Role.AuditAdmin, Role.Liaison }, "SeparateAdministrators")]
    [InlineData(new[] { Role.AuditAdmin, Role.Leader }, "AdministratorWithBusinessRole")]
    public void Roles_OfOnePerson_AdministratorsAreSeparate(Role[] roles, string? code) => Assert.Equal(code, Roles.Incompatible(roles)?.Code);

    [Fact]
    public void Administrators_HoldNothingOfTheCatalogue() =>
        Assert.All(Roles.Administrators, role => Assert.DoesNotContain(Roles.PermissionsOf(role), p => p.Key.StartsWith("catalogue.", StringComparison.Ordinal)));
}

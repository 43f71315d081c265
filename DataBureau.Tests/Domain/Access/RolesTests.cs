using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Tests.Domain.Access;

public sealed class RolesTests
{
    private static readonly Organisation Bureau = new()
    {
        Id = Guid.NewGuid(), Code = "11140100990000025F", Name = "太原市大数据应用局", NameKey = "x", Kind = OrganisationKind.GovernmentDepartment, RegionCode = "140100", Responsibilities = Responsibilities.DataAuthority,
    };

    private static readonly Organisation Department = new() { Id = Guid.NewGuid(), Code = "2", Name = "太原市民政局", NameKey = "y", Kind = OrganisationKind.GovernmentDepartment, RegionCode = "140100" };

    [Fact]
    public void Incompatible_EveryPair_AdministratorsStandAlone()
    {
        foreach (var a in Enum.GetValues<Role>())
        {
            foreach (var b in Enum.GetValues<Role>())
            {
                var (first, second) = (Roles.Administrators.Contains(a), Roles.Administrators.Contains(b));
                var expected = a == b ? null : first && second ? "SeparateAdministrators" : first || second ? "AdministratorWithBusinessRole" : null;
                Assert.Equal(expected, Roles.Incompatible([a, b])?.Code);
            }
        }
    }

    [Fact]
    public void Administrators_NoneReadsBusinessDrafts() => Assert.All(Roles.Administrators, r => Assert.DoesNotContain(CataloguePermissions.View, Roles.PermissionsOf(r)));

    [Fact]
    public void PermissionsAndScopes_EveryRole_HasSome() => Assert.All(Enum.GetValues<Role>(), r =>
    {
        Assert.NotEmpty(Roles.PermissionsOf(r));
        Assert.NotEmpty(GrantRules.ScopesOf(r));
    });

    [Theory]
    [InlineData(GrantScope.All, Role.SystemAdmin, GrantScope.All, null)]
    [InlineData(GrantScope.Region, Role.SystemAdmin, GrantScope.All, "ScopeBeyondReach")]
    [InlineData(GrantScope.Region, Role.Reviewer, GrantScope.Region, null)]
    [InlineData(GrantScope.Organisation, Role.Reviewer, GrantScope.Region, "ScopeBeyondReach")]
    [InlineData(GrantScope.All, Role.Liaison, GrantScope.All, "ScopeNotForRole")]
    [InlineData(GrantScope.All, Role.GovInfoOfficer, GrantScope.Region, "RoleNeedsResponsibility")]
    public void Check_ScopeAndRole_WithinTheGiversReach(GrantScope reach, Role role, GrantScope scope, string? code) =>
        Assert.Equal(code, GrantRules.Check(Giver(reach), Guid.NewGuid(), [], Bureau, role, scope)?.Code);

    [Fact]
    public void Check_Oneself_Refused()
    {
        var giver = Giver(GrantScope.All);

        Assert.Equal("OwnAccount", GrantRules.Check(giver, giver.UserId, [], Bureau, Role.Reviewer, GrantScope.Region)?.Code);
    }

    [Fact]
    public void Check_OtherRegion_OutOfReach()
    {
        var elsewhere = new Organisation { Id = Guid.NewGuid(), Code = "3", Name = "石家庄市民政局", NameKey = "z", Kind = OrganisationKind.GovernmentDepartment, RegionCode = "130100" };

        Assert.Equal("OrganisationOutOfReach", GrantRules.Check(Giver(GrantScope.Region), Guid.NewGuid(), [], elsewhere, Role.Liaison, GrantScope.Organisation)?.Code);
    }

    [Fact]
    public void Check_ReviewerOutsideTheAuthority_Refused() =>
        Assert.Equal("RoleNeedsResponsibility", GrantRules.Check(Giver(GrantScope.All), Guid.NewGuid(), [], Department, Role.Reviewer, GrantScope.Organisation)?.Code);

    [Fact]
    public void Check_AdministratorBesideWhatIsHeld_Refused() =>
        Assert.Equal("AdministratorWithBusinessRole", GrantRules.Check(Giver(GrantScope.All), Guid.NewGuid(), [Role.Liaison], Bureau, Role.AuditAdmin, GrantScope.All)?.Code);

    private static Actor Giver(GrantScope scope) =>
        new(Guid.NewGuid(), "安全管理员", Bureau.Id, Bureau.Name, [new Grant(AdministrationPermissions.Users, Bureau.Id, Bureau.RegionCode, scope)]);
}

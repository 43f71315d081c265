using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;

namespace DataBureau.Tests.Domain.Workflow;

/// <summary>People for the domain tests, in places around one case: its owner, a neighbour, its authority, the authority above.</summary>
internal static class Actors
{
    public const string City = "140100";
    public const string Province = "140000";

    public static readonly Guid Owner = Guid.Parse("00000000-0000-0000-0000-0000000000a1");
    public static readonly Guid Neighbour = Guid.Parse("00000000-0000-0000-0000-0000000000a2");
    public static readonly Guid Authority = Guid.Parse("00000000-0000-0000-0000-0000000000a3");
    public static readonly Guid UpperAuthority = Guid.Parse("00000000-0000-0000-0000-0000000000a4");

    /// <summary>Someone with the role's own permissions and the reach that the role has in a bureau.</summary>
    public static Actor Of(Role role, Guid organisation, string region = City, Guid? userId = null) =>
        new(userId ?? Guid.NewGuid(), role.ChineseName(), organisation, "某单位", [.. Roles.PermissionsOf(role).Select(p => new Grant(p, organisation, region, ScopeOf(role)))]);

    public static Actor With(params ReadOnlySpan<Permission> permissions)
    {
        var grants = new List<Grant>();
        foreach (var permission in permissions)
            grants.Add(new Grant(permission, Owner, City, GrantScope.Organisation));
        return new Actor(Guid.NewGuid(), "某人", Owner, "某单位", [.. grants]);
    }

    public static GrantScope ScopeOf(Role role) => role switch
    {
        Role.Liaison or Role.DepartmentHead => GrantScope.Organisation,
        Role.Reviewer or Role.BureauLead or Role.Leader or Role.GovInfoOfficer or Role.FilingOfficer => GrantScope.Region,
        Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin => GrantScope.All,
    };
}

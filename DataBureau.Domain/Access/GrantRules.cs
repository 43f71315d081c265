using System.Collections.Immutable;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Access;

/// <summary>Who may be given which role, where, how far, and by whom.</summary>
public static class GrantRules
{
    /// <summary>A department's people act for their department; administrators are the whole region's or everyone's.</summary>
    public static ImmutableArray<GrantScope> ScopesOf(Role role) => role switch
    {
        Role.Liaison or Role.DepartmentHead => [GrantScope.Organisation],
        Role.Reviewer or Role.BureauLead or Role.Leader or Role.GovInfoOfficer or Role.FilingOfficer => [GrantScope.Region, GrantScope.Organisation],
        Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin => [GrantScope.Region, GrantScope.All],
    };

    /// <summary>The responsibility an organisation must have for somebody to hold the role in it.</summary>
    public static Responsibilities Needs(Role role) => role switch
    {
        Role.Reviewer or Role.BureauLead => Responsibilities.DataAuthority,
        Role.GovInfoOfficer => Responsibilities.GovInfoAuthority,
        Role.Liaison or Role.DepartmentHead or Role.Leader or Role.FilingOfficer or Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin => Responsibilities.None,
    };

    /// <summary>What stands in the way of the actor's giving this, or null.</summary>
    /// <param name="held">The roles that the person has, wherever.</param>
    public static Refusal? Check(Actor actor, Guid userId, IReadOnlyCollection<Role> held, Organisation organisation, Role role, GrantScope scope)
    {
        if (actor.UserId == userId)
            return AccountRefusals.Own("改变");
        if (organisation.AbolishedAt is not null)
            return AccountRefusals.OrganisationAbolished(organisation.Name);
        if (!actor.Holds(AdministrationPermissions.Users, LocationOf(organisation)))
            return AccountRefusals.OrganisationOutOfReach();
        if (!ScopesOf(role).Contains(scope))
            return AccountRefusals.ScopeNotForRole(role, scope);
        if (!Covers(actor, organisation.Id, organisation.RegionCode, scope))
            return AccountRefusals.ScopeBeyondReach(scope);
        if (Needs(role) is var needed && !organisation.Responsibilities.HasFlag(needed))
            return AccountRefusals.RoleNeedsResponsibility(role, organisation.Name, needed.ChineseName());
        return Roles.Incompatible([.. held, role]);
    }

    /// <summary>True when the actor's own reach includes all that the scope, given there, would reach.</summary>
    public static bool Covers(Actor actor, Guid organisationId, string regionCode, GrantScope scope) =>
        actor.Grants.Any(g => g.Permission == AdministrationPermissions.Users && g.Scope >= scope && g.Reaches(new CaseLocation(organisationId, regionCode, null)));

    public static CaseLocation LocationOf(Organisation organisation) => new(organisation.Id, organisation.RegionCode, null);
}

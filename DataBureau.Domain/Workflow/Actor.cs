using System.Collections.Immutable;
using DataBureau.Domain.Organisations;

namespace DataBureau.Domain.Workflow;

/// <summary>How far a grant reaches.</summary>
public enum GrantScope
{
    /// <summary>The organisation of the grant.</summary>
    [ChineseName("本单位")] Organisation,

    /// <summary>Every organisation of the grant's region and of the regions below it.</summary>
    [ChineseName("本辖区及下级")] Region,

    [ChineseName("全部")] All,
}

/// <summary>One permission that an actor holds, where, and how far.</summary>
public sealed record Grant(Permission Permission, Guid OrganisationId, string RegionCode, GrantScope Scope)
{
    public bool Reaches(CaseLocation place) => Scope switch
    {
        GrantScope.Organisation => OrganisationId == place.OrganisationId,
        GrantScope.Region => RegionCodes.Contains(RegionCode, place.RegionCode),
        GrantScope.All => true,
    };
}

/// <summary>Where a case lies: whose it is, in which region, and which authority decides on it.</summary>
public sealed record CaseLocation(Guid OrganisationId, string RegionCode, Guid? AuthorityId);

/// <summary>The two sides of a case: those who bring it and those who decide on it.</summary>
public enum CaseSide
{
    /// <summary>The organisation that owns the case.</summary>
    Owner,

    /// <summary>The authority named in the case; being above it is not enough.</summary>
    Authority,
}

/// <summary>
/// Who acts, with the grants read for this act. There is no "trusted" actor: the program's own jobs act as an actor with
/// named permissions too.
/// </summary>
public sealed record Actor(Guid UserId, string Name, Guid OrganisationId, string OrganisationName, ImmutableArray<Grant> Grants)
{
    public bool Holds(Permission permission) => Grants.Any(g => g.Permission == permission);

    public bool Holds(Permission permission, CaseLocation place) => Grants.Any(g => g.Permission == permission && g.Reaches(place));

    /// <summary>The bodies for which the permission is held, whatever else its scope reaches.</summary>
    public IReadOnlyList<Guid> BodiesWith(Permission permission) => [.. Grants.Where(g => g.Permission == permission).Select(g => g.OrganisationId).Distinct()];

    /// <summary>The right is held in the very body whose turn it is. What a right reaches over from above may be done there, but nobody there waits for it.</summary>
    public bool IsChargedWith(Permission permission, CaseSide side, CaseLocation place) =>
        Grants.Any(g => g.Permission == permission && g.OrganisationId == (side == CaseSide.Owner ? place.OrganisationId : place.AuthorityId));

    public bool Holds(Permission permission, CaseSide side, CaseLocation place) => side switch
    {
        CaseSide.Owner => Holds(permission, place),
        CaseSide.Authority => place.AuthorityId is { } authority && Grants.Any(g => g.Permission == permission && g.OrganisationId == authority),
    };
}

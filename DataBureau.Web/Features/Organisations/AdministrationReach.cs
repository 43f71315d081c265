using System.Linq.Expressions;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Organisations;

/// <summary>Which organisations an administrator's grants reach, as a query.</summary>
internal static class AdministrationReach
{
    public static IQueryable<Organisation> WithinReach(this IQueryable<Organisation> organisations, Actor actor, Permission permission)
    {
        var grants = actor.Grants.Where(g => g.Permission == permission).ToList();
        if (grants.Any(g => g.Scope == GrantScope.All))
            return organisations;
        var own = grants.Where(g => g.Scope == GrantScope.Organisation).Select(g => g.OrganisationId).Distinct().ToList();
        var conditions = Prefixes(grants).Select(prefix => (Expression<Func<Organisation, bool>>)(o => o.RegionCode.StartsWith(prefix))).ToList();
        if (own.Count > 0)
            conditions.Add(o => own.Contains(o.Id));
        return organisations.Where(Predicates.Any(conditions));
    }

    /// <summary>The regions in which the actor may register organisations.</summary>
    public static IQueryable<Region> WithinReach(this IQueryable<Region> regions, Actor actor, Permission permission)
    {
        var grants = actor.Grants.Where(g => g.Permission == permission).ToList();
        return grants.Any(g => g.Scope == GrantScope.All)
            ? regions
            : regions.Where(Predicates.Any(Prefixes(grants).Select(prefix => (Expression<Func<Region, bool>>)(r => r.Code.StartsWith(prefix)))));
    }

    private static IEnumerable<string> Prefixes(IEnumerable<Grant> grants) =>
        grants.Where(g => g.Scope == GrantScope.Region).Select(g => RegionCodes.Prefix(g.RegionCode)).Distinct();
}

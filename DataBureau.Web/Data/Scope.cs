using System.Linq.Expressions;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Data;

/// <summary>Narrows a query to what an actor may see: by the grants that carry a permission, in SQL.</summary>
internal static class Scope
{
    /// <param name="rows">The rows.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="permission">The permission that lets one see them.</param>
    /// <param name="organisation">Whose a row is.</param>
    /// <param name="region">In which region it lies.</param>
    /// <param name="authority">The body that decides on it, whose people see it too; null where there is none.</param>
    public static IQueryable<T> VisibleTo<T>(
        this IQueryable<T> rows, Actor actor, Permission permission, Expression<Func<T, Guid>> organisation, Expression<Func<T, string>> region, Expression<Func<T, Guid?>>? authority = null)
    {
        var grants = actor.Grants.Where(g => g.Permission == permission).ToList();
        if (grants.Any(g => g.Scope == GrantScope.All))
            return rows;
        var conditions = grants.Where(g => g.Scope == GrantScope.Region).Select(g => RegionCodes.Prefix(g.RegionCode)).Distinct()
            .Select(prefix => region.Then(code => code.StartsWith(prefix))).ToList();
        var own = grants.Where(g => g.Scope == GrantScope.Organisation).Select(g => g.OrganisationId).Distinct().ToList();
        if (own.Count > 0)
            conditions.Add(organisation.Then(id => own.Contains(id)));
        var offices = grants.Select(g => (Guid?)g.OrganisationId).Distinct().ToList();
        if (authority is not null && offices.Count > 0)
            conditions.Add(authority.Then(id => offices.Contains(id)));
        return rows.Where(Predicates.Any(conditions));
    }
}

using System.Linq.Expressions;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Numbers;

/// <summary>The ledger as queries: scope, filter, order. The list, the export and the check for gaps all start here.</summary>
internal static class NumberQueries
{
    public static IQueryable<LedgerEntry> VisibleTo(this IQueryable<LedgerEntry> entries, Actor actor, Permission permission)
    {
        var grants = actor.Grants.Where(g => g.Permission == permission).ToList();
        if (grants.Any(g => g.Scope == GrantScope.All))
            return entries;
        var own = grants.Where(g => g.Scope == GrantScope.Organisation).Select(g => g.OrganisationId).Distinct().ToList();
        var conditions = Prefixes(grants).Select(prefix => (Expression<Func<LedgerEntry, bool>>)(e => e.RegionCode.StartsWith(prefix))).ToList();
        if (own.Count > 0)
            conditions.Add(e => own.Contains(e.OrganisationId));
        return entries.Where(Predicates.Any(conditions));
    }

    /// <summary>Series of which the actor sees every number; those of a single organisation are part of a series.</summary>
    public static IQueryable<NumberSeries> VisibleTo(this IQueryable<NumberSeries> series, Actor actor, Permission permission)
    {
        var grants = actor.Grants.Where(g => g.Permission == permission).ToList();
        return grants.Any(g => g.Scope == GrantScope.All)
            ? series
            : series.Where(Predicates.Any(Prefixes(grants).Select(prefix => (Expression<Func<NumberSeries, bool>>)(s => s.RegionCode.StartsWith(prefix)))));
    }

    /// <summary>Regions in which the actor may reserve numbers.</summary>
    public static IQueryable<Region> ReservableBy(this IQueryable<Region> regions, Actor actor)
    {
        var grants = actor.Grants.Where(g => g.Permission == NumberPermissions.Manage).ToList();
        if (grants.Any(g => g.Scope == GrantScope.All))
            return regions;
        var own = grants.Where(g => g.Scope == GrantScope.Organisation && g.OrganisationId == actor.OrganisationId).Select(g => g.RegionCode).Distinct().ToList();
        var conditions = Prefixes(grants).Select(prefix => (Expression<Func<Region, bool>>)(r => r.Code.StartsWith(prefix))).ToList();
        if (own.Count > 0)
            conditions.Add(r => own.Contains(r.Code));
        return regions.Where(Predicates.Any(conditions));
    }

    public static IQueryable<LedgerEntry> Matching(this IQueryable<LedgerEntry> entries, NumberFilter filter)
    {
        entries = entries.Having(filter.Search, e => e.Text, e => e.CaseTitle, e => e.ReserveReason, e => e.VoidReason);
        if (filter.RegionCode is { } region)
            entries = entries.Where(e => e.RegionCode == region);
        if (filter.MatterCode is { } matter)
            entries = entries.Where(e => e.MatterCode == matter);
        if (filter.Year is { } year)
            entries = entries.Where(e => e.Year == year);
        if (filter.State is { } state)
            entries = entries.Where(e => e.State == state);
        return entries;
    }

    public static IQueryable<NumberSeries> Matching(this IQueryable<NumberSeries> series, NumberFilter filter)
    {
        if (filter.RegionCode is { } region)
            series = series.Where(s => s.RegionCode == region);
        if (filter.MatterCode is { } matter)
            series = series.Where(s => s.MatterCode == matter);
        if (filter.Year is { } year)
            series = series.Where(s => s.Year == year);
        return series.Where(s => s.Last > 0);
    }

    /// <summary>The newest first within each series, unless another order is chosen; a series is never torn apart.</summary>
    public static IQueryable<LedgerEntry> Ordered(this IQueryable<LedgerEntry> entries, NumberFilter filter) => (filter.Sort, filter.Descending) switch
    {
        ("number", false) => entries.OrderBy(e => e.RegionCode).ThenBy(e => e.MatterCode).ThenBy(e => e.Year).ThenBy(e => e.Serial),
        ("at", false) => entries.OrderBy(e => e.VoidedAt ?? e.IssuedAt ?? e.ReservedAt).ThenBy(e => e.Id),
        ("at", true) => entries.OrderByDescending(e => e.VoidedAt ?? e.IssuedAt ?? e.ReservedAt).ThenBy(e => e.Id),
        _ => entries.OrderByDescending(e => e.Year).ThenBy(e => e.RegionCode).ThenBy(e => e.MatterCode).ThenByDescending(e => e.Serial),
    };

    private static IEnumerable<string> Prefixes(IEnumerable<Grant> grants) =>
        grants.Where(g => g.Scope == GrantScope.Region).Select(g => RegionCodes.Prefix(g.RegionCode)).Distinct();
}

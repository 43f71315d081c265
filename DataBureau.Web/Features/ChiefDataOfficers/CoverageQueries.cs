using System.Linq.Expressions;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Units as queries: whose, where, and whether the scheme asks them for a post. The figures and the rows behind them start here.</summary>
internal static class CoverageQueries
{
    public static IQueryable<Organisation> UnitsFor(this BureauDbContext db, Actor actor, Permission permission, CoverageFilter filter)
    {
        var units = db.Organisations.Where(o => o.AbolishedAt == null).VisibleTo(actor, permission, o => o.Id, o => o.RegionCode);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            units = filter.Own ? units.Where(o => o.RegionCode == region) : units.Where(o => o.RegionCode.StartsWith(prefix));
        }

        if (filter.Kind is { } kind)
            units = units.Where(o => o.Kind == kind);
        if (filter.OrganisationId is { } id)
            units = units.Where(o => o.Id == id);
        return units.Having(filter.Search, o => o.Name);
    }

    /// <summary>The units that the scheme of their region asks for the post, with the given weight.</summary>
    public static IQueryable<Organisation> AskedFor(this IQueryable<Organisation> units, IEnumerable<(OfficerScheme Scheme, IReadOnlyList<string> Regions)> schemes, DataPost post, PostDemand demand) =>
        units.Where(Predicates.Any(schemes.Where(s => s.Scheme.Weight == demand).SelectMany(s => s.Scheme.Lines.Where(l => l.Posts.Contains(post)).Select(l => Covered(l, s.Regions)))));

    public static IQueryable<Organisation> Behind(this IQueryable<Organisation> units, CoverageFigure figure, IEnumerable<(OfficerScheme Scheme, IReadOnlyList<string> Regions)> schemes, DataPost post, BureauDbContext db, DateOnly today)
    {
        var soon = today.AddDays(OfficerFilter.ExpiringDays);
        var held = db.Officers.Where(a => a.Post == post && OfficerQueries.Held.Contains(a.State));
        return figure switch
        {
            CoverageFigure.Units => units,
            CoverageFigure.Required => units.AskedFor(schemes, post, PostDemand.Required),
            CoverageFigure.Suggested => units.AskedFor(schemes, post, PostDemand.Suggested),
            CoverageFigure.Appointed => units.Where(o => held.Any(a => a.OrganisationId == o.Id)),
            CoverageFigure.Filed => units.Where(o => held.Any(a => a.OrganisationId == o.Id && a.State == OfficerState.Filed)),
            CoverageFigure.Vacant => units.AskedFor(schemes, post, PostDemand.Required).Where(o => !held.Any(a => a.OrganisationId == o.Id)),
            CoverageFigure.Expiring => units.Where(o => held.Any(a => a.OrganisationId == o.Id && a.Content.TermEndsOn != null && a.Content.TermEndsOn <= soon)),
        };
    }

    public static IOrderedQueryable<Organisation> Ordered(this IQueryable<Organisation> units, CoverageFilter filter) => ((filter.Sort, filter.Descending) switch
    {
        (nameof(Organisation.Name), false) => units.OrderBy(o => o.Name),
        (nameof(Organisation.Name), true) => units.OrderByDescending(o => o.Name),
        (_, true) => units.OrderByDescending(o => o.RegionCode),
        (_, false) => units.OrderBy(o => o.RegionCode),
    }).ThenBy(o => o.Code);

    public static IQueryable<UnitRow> AsRows(this IQueryable<Organisation> units, DataPost post, BureauDbContext db) =>
        from o in units
        join r in db.Regions on o.RegionCode equals r.Code
        let holder = db.Officers.Where(a => a.OrganisationId == o.Id && a.Post == post && OfficerQueries.Held.Contains(a.State)).OrderBy(a => a.Content.EffectiveFrom).ThenBy(a => a.Id).FirstOrDefault()
        select new UnitRow(o.Id, o.Name, o.RegionCode, r.Name, o.Kind, o.HasItOffice, post, holder == null ? null : holder.Id, holder == null ? null : holder.Content.PersonName, holder == null ? null : holder.Content.Acting,
            holder == null ? null : holder.State, holder == null ? null : holder.Content.EffectiveFrom, holder == null ? null : holder.Content.TermEndsOn,
            db.Officers.Where(a => a.OrganisationId == o.Id && a.Post == post && a.EndedOn != null).Max(a => a.EndedOn));

    private static Expression<Func<Organisation, bool>> Covered(PostScheme line, IReadOnlyList<string> regions)
    {
        var kinds = line.Kinds.ToList();
        return line.HasItOffice is { } has
            ? o => regions.Contains(o.RegionCode) && kinds.Contains(o.Kind) && o.HasItOffice == has
            : o => regions.Contains(o.RegionCode) && kinds.Contains(o.Kind);
    }
}

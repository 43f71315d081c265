using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Dashboard;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Plans;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>What was filed in the twelve months up to the end of the period, month by month: each kind is asked once for the whole year and told apart by its months.</summary>
internal static class FilingSectionReader
{
    private const int Months = 12;

    /// <summary>The kinds of filing, with the times at which the rows of an address were recorded.</summary>
    private static readonly (FilingKind Kind, Func<FigureReading, ListQuery, IQueryable<DateTimeOffset?>> Times)[] Kinds =
    [
        (new("plan", "规划", FigureSources.Plans), (r, q) => r.Db.Plans.VisibleTo(r.Actor, PlanPermissions.View).Matching(PlanFilter.Read(q), r.Actor, r.Db).Select(p => p.RecordedAt)),
        (new("implementation", "实施方案", FigureSources.ImplementationPlans),
            (r, q) => r.Db.ImplementationPlans.VisibleTo(r.Actor, ImplementationPlanPermissions.View).Matching(CaseFilter<ImplementationPlanState>.Read(q), r.Actor, r.Db).Select(p => p.RecordedAt)),
        (new("officer", "首席数据官", FigureSources.Roster), (r, q) => r.Db.Officers.VisibleTo(r.Actor, OfficerPermissions.View).Matching(OfficerFilter.Read(q), r.Actor, r.Db, r.Today).Select(a => a.RecordedAt)),
    ];

    public static async Task<IReadOnlyList<FilingMonth>> ReadAsync(FigureReading r, CancellationToken cancellationToken)
    {
        // What goes on, and days of one's own that reach beyond today, end today.
        var last = Period.MonthSoFar(r.Period.Period.To > r.Today ? r.Today : r.Period.Period.To);
        var first = last.From.AddMonths(1 - Months);
        var months = Enumerable.Range(0, Months).Select(i => first.AddMonths(i)).Select(m => m == last.From ? last : Period.Month(m.Year, m.Month)).ToList();
        var kinds = Kinds.Where(k => r.Sees(k.Kind.Source)).ToList();
        var counts = new Dictionary<(string, DateOnly), int>();
        foreach (var kind in kinds)
        {
            foreach (var at in await kind.Times(r, r.Within(new Period(first, last.To))).ToListAsync(cancellationToken))
            {
                var day = ChinaTime.DateOf(at!.Value);
                var month = new DateOnly(day.Year, day.Month, 1);
                counts[(kind.Kind.Key, month)] = counts.GetValueOrDefault((kind.Kind.Key, month)) + 1;
            }
        }

        List<FilingKind> shown = [.. kinds.Select(k => k.Kind)];
        return shown.Count == 0 ? [] : [.. months.Select(m => new FilingMonth(m, r.Within(m), shown, [.. shown.Select(k => counts.GetValueOrDefault((k.Key, m.From)))]))];
    }
}

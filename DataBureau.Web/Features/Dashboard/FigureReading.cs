using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Dashboard;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Plans;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>One reading of the dashboard: who reads what, as of when, in one transaction.</summary>
public sealed record FigureReading(BureauDbContext Db, Actor Actor, DashboardScope Scope, DateTimeOffset Now, CatalogueCube Cube, ClockFacts Clocks, JurisdictionPolicy Policy, CoverageService Coverage, PlanMatrixService Matrix)
{
    public DateOnly Today => ChinaTime.DateOf(Now);

    public WorkingCalendar Calendar => Clocks.Calendar;

    /// <summary>The days that the address asks for: what happened in them, and in those before them, is counted.</summary>
    public required BriefPeriod Period { get; init; }

    public bool Sees(FigureSource source) => Actor.Holds(source.Permission);

    public async Task<FigureView> ReadAsync(Figure figure, CancellationToken cancellationToken) => View(figure, await figure.Source.CountAsync(this, figure.Query, cancellationToken));

    public async Task<IReadOnlyList<FigureView>> ReadAsync(IEnumerable<Figure> figures, CancellationToken cancellationToken)
    {
        var views = new List<FigureView>();
        foreach (var figure in figures)
            views.Add(await ReadAsync(figure, cancellationToken));
        return views;
    }

    public static FigureView View(Figure figure, int value) => new(figure.Key, figure.Title, figure.Unit, figure.Source, figure.Source.Page + figure.Query.ToQueryString(), value) { HasNoLimit = figure.HasNoLimit };

    /// <summary>The rows of the scope, narrowed further.</summary>
    public ListQuery Rows(params ReadOnlySpan<(string Key, string Value)> filters) => With(Scope.Rows, filters);

    public static ListQuery With(ListQuery query, params ReadOnlySpan<(string Key, string Value)> filters)
    {
        foreach (var (key, value) in filters)
            query = query.WithFilter(key, value);
        return query;
    }

    public ListQuery Within(Period period, params ReadOnlySpan<(string Key, string Value)> filters) =>
        With(Rows(filters), (ListNarrowing.FromKey, ListNarrowing.Text(period.From)), (ListNarrowing.ToKey, ListNarrowing.Text(period.To)));

    /// <summary>Whether anything of these limits runs in the scope: set for it, above it or below it.</summary>
    public bool HasLimit(params IEnumerable<TimeLimit> limits)
    {
        var keys = limits.Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        return Clocks.Limits.Values.Any(s => s.WorkingDays is not null && keys.Contains(s.Limit) && (RegionCodes.Contains(Scope.RegionCode, s.RegionCode) || RegionCodes.Contains(s.RegionCode, Scope.RegionCode)));
    }

    public ListQuery Overdue() => Rows((ListNarrowing.DueBeforeKey, ListNarrowing.Text(Today)));
}

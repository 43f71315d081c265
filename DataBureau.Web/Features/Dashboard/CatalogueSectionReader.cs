using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Dashboard;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Catalogue.Tallies;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>The catalogue: how many entries, how far, of which classes, and who lags.</summary>
internal static class CatalogueSectionReader
{
    public static readonly (string Key, string Value) Heads = ("head", "1");
    public static readonly (string Key, string Value) Live = ("state", States(CatalogueState.Draft, CatalogueState.Returned, CatalogueState.DepartmentReview, CatalogueState.UnderReview, CatalogueState.Approved, CatalogueState.Published));
    private static readonly (string Key, string Value) Published = ("state", States(CatalogueState.Published));
    private static readonly (string Key, string Value) NotSubmitted = ("state", States(CatalogueState.Draft, CatalogueState.Returned));
    /// <summary>What has been judged but not published is still on its way: the title says that it is counted here.</summary>
    public const string UnderReviewTitle = "审核中、待发布";

    private static readonly (string Key, string Value) UnderReview = ("state", States(CatalogueState.DepartmentReview, CatalogueState.UnderReview, CatalogueState.Approved));
    private static readonly CatalogueState[] Shown = [CatalogueState.Draft, CatalogueState.Returned, CatalogueState.DepartmentReview, CatalogueState.UnderReview, CatalogueState.Approved, CatalogueState.Published, CatalogueState.Retired];

    public static async Task<CatalogueSection> ReadAsync(FigureReading r, CancellationToken cancellationToken)
    {
        var policy = r.Policy;
        var sharing = Enum.GetValues<SharingAttribute>().Select(s => Class("sharing", s.ToString(), policy.Sharing.Label(s))).Append(Class("sharing", CatalogueFilterQuery.Unset, "未填写"));
        var opening = policy.Opening.Options.Select(o => Class("opening", o.Value.ToString(), o.Label)).Append(Class("opening", CatalogueFilterQuery.Unset, "未填写"));
        var (total, published, notSubmitted, underReview) = Four(r.Scope.Rows, "");
        return new CatalogueSection(
            await r.ReadAsync(total, cancellationToken), await r.ReadAsync(published, cancellationToken), await r.ReadAsync(notSubmitted, cancellationToken), await r.ReadAsync(underReview, cancellationToken),
            await r.ReadAsync(Entry("overdue", "目录逾期", r.Overdue()) with { HasNoLimit = !r.HasLimit(CatalogueClocks.All.Select(c => c.Limit)) }, cancellationToken),
            await r.ReadAsync(Shown.Select(s => Entry("state-" + s.ToString(), s.ChineseName(), r.Rows(("state", s.ToString())))), cancellationToken),
            await r.ReadAsync(sharing, cancellationToken), await r.ReadAsync(opening, cancellationToken),
            await TimelyAsync(r, cancellationToken), await RegionsAsync(r, cancellationToken), await DepartmentsAsync(r, cancellationToken));

        Figure Class(string key, string value, string title) => Entry($"{key}-{value}", title, r.Rows(Heads, Live, (key, value)));
    }

    public static string States(params ReadOnlySpan<CatalogueState> states) => string.Join('.', states.ToArray());

    private static Figure Entry(string key, string title, ListQuery query) => new("catalogue-" + key, title, "条", FigureSources.Catalogue, query);

    private static (Figure Total, Figure Published, Figure NotSubmitted, Figure UnderReview) Four(ListQuery rows, string of) => (
        Entry("total" + of, "目录条目", FigureReading.With(rows, Heads, Live)), Entry("published" + of, "已发布", FigureReading.With(rows, Published)),
        Entry("not-submitted" + of, "未提交", FigureReading.With(rows, NotSubmitted)), Entry("under-review" + of, UnderReviewTitle, FigureReading.With(rows, UnderReview)));

    /// <summary>Only where the bureau has set a limit is there anything to be in time for.</summary>
    private static async Task<TimelyView> TimelyAsync(FigureReading r, CancellationToken cancellationToken)
    {
        var set = CatalogueClocks.All.Any(c => r.Clocks.LimitFor(c.Limit.Key, r.Scope.RegionCode)?.WorkingDays is not null);
        var (inTime, late) = await EndedAsync(r.Period.Period, "", "");
        var before = set || inTime.Value + late.Value > 0 ? await EndedAsync(r.Period.Before, "-before", "上期") : ((FigureView, FigureView)?)null;
        return new TimelyView(set, inTime, late, before?.Item1, before?.Item2);

        async Task<(FigureView InTime, FigureView Late)> EndedAsync(Period period, string key, string word) => (
            await r.ReadAsync(Entry("in-time" + key, word + "按时办结", r.Within(period, ("timely", "yes"))), cancellationToken),
            await r.ReadAsync(Entry("late" + key, word + "超时办结", r.Within(period, ("timely", "no"))), cancellationToken));
    }

    /// <summary>The regions right below, and the region's own level; an organisation and a county have none.</summary>
    private static async Task<IReadOnlyList<ProgressRow>> RegionsAsync(FigureReading r, CancellationToken cancellationToken)
    {
        var scope = r.Scope;
        if (scope.OrganisationId is not null || scope.Level == RegionLevel.County)
            return [];
        var parent = scope.RegionCode == RegionCodes.Nation ? null : scope.RegionCode;
        var below = await r.Db.Regions.AsNoTracking().Where(x => x.ParentCode == parent && x.Code != RegionCodes.Nation).OrderBy(x => x.Code).Select(x => new { x.Code, x.Name }).ToListAsync(cancellationToken);
        var rows = new List<ProgressRow>();
        foreach (var region in below.Where(x => !OrganisationRules.RegionsWithoutBureau.Contains(x.Code)))
            rows.Add(await RowAsync(region.Code, region.Name, DashboardScope.Path + scope.Of(region.Code).ToQueryString(), DashboardScope.RowsOf(region.Code)));
        if (parent is not null)
            rows.Add(await RowAsync(scope.RegionCode + "-own", scope.RegionName + "本级", null, FigureReading.With(scope.Rows, (ListNarrowing.OwnKey, "1"))));
        return WithPace(rows);

        async Task<ProgressRow> RowAsync(string key, string name, string? href, ListQuery query)
        {
            var (total, published, notSubmitted, underReview) = Four(query, "@" + key);
            return new ProgressRow(key, name, href, Pace.None, await r.ReadAsync(total, cancellationToken), await r.ReadAsync(published, cancellationToken), await r.ReadAsync(notSubmitted, cancellationToken), await r.ReadAsync(underReview, cancellationToken));
        }
    }

    /// <summary>The bodies of the region's own level: those that have entries, and the departments that have none; who has published most of its own first.</summary>
    private static async Task<IReadOnlyList<ProgressRow>> DepartmentsAsync(FigureReading r, CancellationToken cancellationToken)
    {
        var scope = r.Scope;
        if (scope.OrganisationId is not null || scope.RegionCode == RegionCodes.Nation)
            return [];
        var cells = (await r.Db.CatalogueTallies.AsNoTracking().VisibleTo(r.Actor, CataloguePermissions.View).Where(t => t.RegionCode == scope.RegionCode)
            .GroupBy(t => new { t.ProviderId, t.State, t.IsHead }).Select(g => new { g.Key.ProviderId, g.Key.State, g.Key.IsHead, Count = g.Sum(t => t.Change) }).ToListAsync(cancellationToken)).ToLookup(c => c.ProviderId);
        var ids = cells.Select(c => c.Key).ToList();
        var bodies = await r.Db.Organisations.AsNoTracking().VisibleTo(r.Actor, CataloguePermissions.View, o => o.Id, o => o.RegionCode)
            .Where(o => o.RegionCode == scope.RegionCode && (EF.Parameter(ids).Contains(o.Id) || (o.AbolishedAt == null && o.Kind == OrganisationKind.GovernmentDepartment)))
            .OrderBy(o => o.Code).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        return [.. WithPace([.. bodies.Select(o =>
        {
            var (total, published, notSubmitted, underReview) = Four(new ListQuery().WithFilter(ListNarrowing.OrganisationKey, o.Id.ToString()), $"@{o.Id}");
            return new ProgressRow(o.Id.ToString(), o.Name, DashboardScope.Path + scope.Of(o.Id).ToQueryString(), Pace.None, Of(total), Of(published), Of(notSubmitted), Of(underReview));

            FigureView Of(Figure figure)
            {
                var filter = CatalogueFilterQuery.Read(figure.Query);
                return FigureReading.View(figure, cells[o.Id].Where(c => filter.States.Contains(c.State) && (!filter.HeadsOnly || c.IsHead)).Sum(c => c.Count));
            }
        })]).OrderByDescending(p => p.Share ?? -1).ThenByDescending(p => p.Total.Value)];
    }

    private static IReadOnlyList<ProgressRow> WithPace(IReadOnlyList<ProgressRow> rows)
    {
        var (published, total) = (rows.Sum(p => p.Published.Value), rows.Sum(p => p.Total.Value));
        return [.. rows.Select(p => p with { Pace = Paces.Of(p.Published.Value, p.Total.Value, published, total) })];
    }
}

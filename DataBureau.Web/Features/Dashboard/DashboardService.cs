using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Dashboard;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Reads the dashboard: every figure of one reading is of the same moment.</summary>
public sealed class DashboardService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, CoverageService coverage, PlanMatrixService matrix, ClockSource clocks, PolicyLibrary policies, TimeProvider clock)
{
    /// <returns>Null for someone without a dashboard, for a scope that the person's grants do not reach, and for days that are no period.</returns>
    public Task<DashboardView?> ReadAsync(ListQuery query, CancellationToken cancellationToken) =>
        ReadAsync(query, DashboardPermissions.View, (r, place) => ViewAsync(r, place, cancellationToken), cancellationToken);

    /// <summary>What could be looked at instead: the regions below those above, and the bodies of the region's own level, as far as the person's grants reach.</summary>
    public async Task<ScopeChoices?> ChoicesAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor ? await DashboardReach.ChoicesAsync(db, actor, DashboardPermissions.View, query, cancellationToken) : null;
    }

    /// <summary>The progress of the regions below, for the export.</summary>
    public IAsyncEnumerable<ProgressRow> RegionsAsync(ListQuery query, CancellationToken cancellationToken) =>
        RowsAsync(query, async r => (await CatalogueAsync(r, cancellationToken))?.Regions ?? [], cancellationToken);

    public IAsyncEnumerable<ProgressRow> DepartmentsAsync(ListQuery query, CancellationToken cancellationToken) =>
        RowsAsync(query, async r => (await CatalogueAsync(r, cancellationToken))?.Departments ?? [], cancellationToken);

    public IAsyncEnumerable<FilingMonth> FilingsAsync(ListQuery query, CancellationToken cancellationToken) => RowsAsync(query, r => FilingSectionReader.ReadAsync(r, cancellationToken), cancellationToken);

    public IAsyncEnumerable<StageRow> StagesAsync(ListQuery query, CancellationToken cancellationToken) => RowsAsync(query, r => StageReader.ReadAsync(r, cancellationToken), cancellationToken);

    public IAsyncEnumerable<StageStayRow> StaysAsync(ListQuery query, CancellationToken cancellationToken) => RowsAsync(query, r => StageReader.StaysAsync(r, query, cancellationToken), cancellationToken);

    /// <summary>A page of the stays behind an average; null for a scope that the person's grants do not reach.</summary>
    public Task<StageStays?> StaysPageAsync(ListQuery query, CancellationToken cancellationToken) => ReadAsync(query, DashboardPermissions.View, async (r, place) =>
    {
        var stays = await StageReader.StaysAsync(r, query, cancellationToken);
        return new StageStays(place.Scope, r.Period, new Page<StageStayRow>([.. stays.Skip(query.Skip).Take(query.PageSize)], stays.Count));
    }, cancellationToken);

    public IAsyncEnumerable<ComparisonRow> ComparisonAsync(ListQuery query, CancellationToken cancellationToken) =>
        RowsAsync(query, async r => (await ComparisonReader.ReadAsync(r, cancellationToken)).Rows, cancellationToken);

    /// <summary>Every figure of the dashboard, for the export.</summary>
    public IAsyncEnumerable<FigureLine> FiguresAsync(ListQuery query, CancellationToken cancellationToken) =>
        RowsAsync<FigureLine>(query, async (r, place) => [.. DashboardFigures.Lines(await ViewAsync(r, place, cancellationToken))], cancellationToken);

    /// <summary>Reads with one transaction; for the brief as well.</summary>
    internal async Task<T?> ReadAsync<T>(ListQuery query, Permission permission, Func<FigureReading, ScopeView, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        // Days that are no period: no other may be shown in its place.
        if (BriefPeriod.Problem(query) is not null)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var moment = await db.OneMomentAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || await DashboardReach.FindAsync(db, actor, permission, query, cancellationToken) is not { } place)
            return null;
        var cube = await CatalogueCube.ReadAsync(db, actor, place.Scope, cancellationToken);
        var now = clock.GetUtcNow();
        return await read(new FigureReading(db, actor, place.Scope, now, cube, await clocks.GetAsync(db, cancellationToken), policies.For(place.Scope.RegionCode), coverage, matrix) { Period = BriefPeriod.Read(query, ChinaTime.DateOf(now)) }, place);
    }

    internal static async Task<DashboardView> ViewAsync(FigureReading r, ScopeView place, CancellationToken cancellationToken) => new(
        place, r.Now, await CatalogueAsync(r, cancellationToken), await PlanSectionReader.ReadAsync(r, cancellationToken), await OfficerSectionReader.ReadAsync(r, cancellationToken),
        await WorkSectionReader.ReadAsync(r, cancellationToken), await FilingSectionReader.ReadAsync(r, cancellationToken), await ComparisonReader.ReadAsync(r, cancellationToken));

    private static async Task<CatalogueSection?> CatalogueAsync(FigureReading r, CancellationToken cancellationToken) => r.Sees(FigureSources.Catalogue) ? await CatalogueSectionReader.ReadAsync(r, cancellationToken) : null;

    private IAsyncEnumerable<T> RowsAsync<T>(ListQuery query, Func<FigureReading, Task<IReadOnlyList<T>>> read, CancellationToken cancellationToken) => RowsAsync(query, (r, _) => read(r), cancellationToken);

    private async IAsyncEnumerable<T> RowsAsync<T>(ListQuery query, Func<FigureReading, ScopeView, Task<IReadOnlyList<T>>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ReadAsync(query, DashboardPermissions.Export, read, cancellationToken) ?? [])
            yield return row;
    }
}

using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Catalogue.Tallies;
using DataBureau.Web.Features.Dashboard;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace DataBureau.Tests.Features.Dashboard;

/// <summary>The promise of the dashboard: a figure is the total of the list it opens, and of the workbook that list becomes.</summary>
[Trait("Category", "Service")]
public sealed class FigureTests(BureauFixture bureau, ITestOutputHelper output) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await bureau.Services.SeedCasesAsync(400);
        // Published entries with a draft of the next revision beside them: two rows of one entry.
        foreach (var who in new[] { "liaison", "liaison.taiyuan", "liaison.fujian" })
            await bureau.AsAsync<CatalogueService, object?>(who, async s =>
            {
                var published = await s.ListAsync(new CatalogueFilter { States = [CatalogueState.Published], HeadsOnly = true }, default);
                foreach (var row in published.Rows.Take(2))
                    Assert.IsType<Outcome<CatalogueDetailView>.Done>(await s.ActAsync(row.Id, row.Version, CatalogueAction.Revise, null));
                return null;
            });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("leader", "")]
    [InlineData("leader", "?scope=140100")]
    [InlineData("leader", "?scope=140105")]
    [InlineData("leader", "?organisation=PROVIDER")]
    [InlineData("head", "")]
    [InlineData("reviewer.fujian", "")]
    [InlineData("leader.shijiazhuang", "")]
    [InlineData("leader", "?scope=140100&period=ThisYear")]
    [InlineData("leader", "?scope=140100&period=LastQuarter")]
    [InlineData("leader", "?organisation=PROVIDER&period=Custom&from=2026-08-15&to=2026-11-10")]
    public async Task Figures_OfEverySection_AreTheTotalsOfTheirListsAndWorkbooks(string who, string address)
    {
        await new RandomWalk(bureau, who.Length + address.Length).RunAsync(150);
        address = address.Replace("PROVIDER", (await ProviderAsync()).ToString(), StringComparison.Ordinal);
        var view = (await bureau.DashboardAsync(who, address))!;
        var figures = DashboardFigures.All(view).ToList();
        await using var scope = await bureau.AsAsync(who);

        var wrong = new List<string>();
        foreach (var figure in figures)
        {
            var (list, export) = (await DashboardKit.ListTotalAsync(scope.ServiceProvider, figure), await DashboardKit.ExportTotalAsync(scope.ServiceProvider, figure));
            if (figure.Value != list || figure.Value != export)
                wrong.Add($"{figure.Key} {figure.Title}: {figure.Value}, list {list}, workbook {export}: {figure.Href}");
        }

        output.WriteLine($"{who} {address}: {figures.Count} figures, {figures.Count(f => f.Value > 0)} of them above 0");
        Assert.Empty(wrong);
        Assert.Equal(figures.Count, figures.Select(f => f.Key).Distinct().Count());
        Assert.Contains(figures, f => f.Value > 0);
    }

    [Fact]
    public async Task MatrixFigures_Opened_AreExactlyTheCellsThatStandSo()
    {
        var figures = (await bureau.DashboardAsync("leader"))!.Plans!.Matrix;
        await using var scope = await bureau.AsAsync("leader");

        var cells = new Dictionary<string, List<PlanStanding>>(StringComparer.Ordinal);
        foreach (var figure in figures)
            cells[figure.Key] = [.. (await scope.ServiceProvider.GetRequiredService<PlanMatrixService>().ReadAsync(PlanMatrixFilter.From(ListQuery.Parse(figure.Href)), PlanPermissions.View, default))
                .Groups.SelectMany(g => g.Rows).SelectMany(r => r.Cells).OfType<PlanMatrixCell>().Select(c => c.Standing)];

        Assert.Equal(figures.Select(f => (f.Key, f.Value)), cells.Select(c => (c.Key, c.Value.Count)));
        Assert.Equal(figures.Count, figures.Select(f => f.Href).Distinct().Count());
        Assert.All(cells["matrix-done"], s => Assert.True(PlanStandings.IsDone(s)));
        Assert.All(new[] { PlanStanding.None, PlanStanding.Drafting, PlanStanding.Overdue }, s => Assert.All(cells["matrix-" + s.ToString()], c => Assert.Equal(s, c)));
        Assert.True(figures.Count(f => f.Value > 0) > 2);
    }

    [Fact]
    public async Task Tallies_AfterTheWalk_AreTheNumbersOfEntries() => Assert.Empty(await bureau.Services.GetRequiredService<TallyCheck>().DifferencesAsync(default));

    [Fact]
    public async Task Catalogue_FiguresWithoutADay_AreAddedUpAndNotCounted()
    {
        var view = (await bureau.DashboardAsync("leader"))!;
        var filters = DashboardFigures.All(view).Where(f => f.Source == FigureSources.Catalogue).Select(f => CatalogueFilterQuery.Read(ListQuery.Parse(f.Href))).ToList();

        // Counting a million entries takes longer than anybody waits: only what a day narrows is counted.
        Assert.All(filters, f => Assert.Equal(!f.Narrow.HasPeriod && f.Narrow.DueBefore is null, CatalogueTallyQueries.CanCount(f)));
        Assert.All(new[] { "?q=目录", "?frequency=Daily", $"?package={Guid.NewGuid()}", "?timely=yes" }, address => Assert.False(CatalogueTallyQueries.CanCount(CatalogueFilterQuery.Read(ListQuery.Parse(address)))));
    }

    [Fact]
    public async Task Exports_OfTheDashboardsTables_HaveItsNumbers()
    {
        var view = (await bureau.DashboardAsync("leader"))!;
        var lines = await bureau.AsAsync<DashboardService, List<FigureLine>>("leader", s => s.FiguresAsync(ListQuery.Parse("?scope=140000"), default).ToListAsync().AsTask());
        Assert.Equal(DashboardFigures.All(view).Select(f => (f.Key, f.Value)), lines.Select(l => (l.Figure.Key, l.Figure.Value)));
        // A sheet says by itself what each number is of, and holds no address.
        Assert.Equal(lines.Count, lines.Select(l => (l.Section, l.Of, l.Figure.Title)).Distinct().Count());
        Assert.All(lines, l => Assert.Equal(("山西省", view.AsOf), (l.Scope, l.AsOf)));
        Assert.DoesNotContain(lines.SelectMany(l => DashboardColumns.Figures.Columns.Select(c => c.Text(l))), text => text.Contains('/', StringComparison.Ordinal));
        Assert.Equal(view.Catalogue!.UnderReview.Value, view.Catalogue.States.Where(s => s.Title is "部门审核" or "待数据局审核" or "审核通过").Sum(s => s.Value));
        Assert.Equal("审核中、待发布", view.Catalogue.UnderReview.Title);
        var regions = await bureau.AsAsync<DashboardService, List<ProgressRow>>("leader", s => s.RegionsAsync(new ListQuery(), default).ToListAsync().AsTask());
        Assert.Equal(view.Catalogue.Total.Value, regions.Sum(r => r.Total.Value));
        var stays = await bureau.AsAsync<DashboardService, List<StageStayRow>>("leader", s => s.StaysAsync(new ListQuery(), default).ToListAsync().AsTask());
        Assert.Equal(view.Work!.Stages.Sum(s => s.Time.Stays), stays.Count);
        Assert.NotEmpty(stays);
    }

    [Theory]
    [InlineData("?scope=140100&period=ThisYear")]
    [InlineData("?scope=140100&period=LastQuarter")]
    [InlineData("?scope=140100&period=Custom&from=2026-08-15&to=2026-11-10")]
    public async Task Dashboard_OfAChosenScopeAndPeriod_CarriesBothToEveryAddressAndSheet(string address)
    {
        var query = ListQuery.Parse(address);
        var period = BriefPeriod.Read(query, ChinaTime.DateOf(bureau.Clock.Now));
        var (from, before) = (ListNarrowing.Text(period.Period.From), ListNarrowing.Text(period.Before.From));
        var view = (await bureau.DashboardAsync("leader", address))!;

        Assert.Equal(query, view.Scope.Address);
        Assert.All(view.Comparison.Rows, row =>
        {
            Assert.Equal((from, "140100"), (ListQuery.Parse(row.Now.Href).Filter("from"), ListQuery.Parse(row.Now.Href).Filter("region")));
            Assert.Equal((before, "140100"), (ListQuery.Parse(row.Before.Href).Filter("from"), ListQuery.Parse(row.Before.Href).Filter("region")));
        });
        Assert.Equal(from, ListQuery.Parse(view.Catalogue!.Timely.InTime.Href).Filter("from"));
        Assert.All(view.Catalogue.Regions.Where(r => r.ScopeHref is not null), r => Assert.Equal(query.Filter("period"), ListQuery.Parse(r.ScopeHref!).Filter("period")));
        Assert.All(view.Place.Above, s => Assert.Equal(query.WithFilter("scope", "140000"), s.Address));
        var lines = await bureau.AsAsync<DashboardService, List<FigureLine>>("leader", s => s.FiguresAsync(query, default).ToListAsync().AsTask());
        Assert.Equal(DashboardFigures.All(view).Select(f => (f.Key, f.Href, f.Value)), lines.Select(l => (l.Figure.Key, l.Figure.Href, l.Figure.Value)));
        var brief = (await bureau.AsAsync<BriefService, BriefView?>("leader", s => s.ReadAsync(query, DataBureau.Domain.Dashboard.DashboardPermissions.View, default)))!;
        Assert.Equal(DashboardFigures.All(view).Select(f => (f.Key, f.Href, f.Value)), DashboardFigures.All(brief.Dashboard).Select(f => (f.Key, f.Href, f.Value)));
        Assert.Equal(12, view.Filings.Count);
        Assert.Equal(view.Period.Period.To.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), view.Filings[^1].Name);
    }

    [Fact]
    public async Task Stays_OfAChosenPeriodAndOfTheOneBefore_OpenAsListsOfAsManyRows()
    {
        await new RandomWalk(bureau, 9).RunAsync(200);
        var stages = (await bureau.DashboardAsync("leader", "?scope=140000&period=ThisYear"))!.Work!.Stages;

        foreach (var (count, address) in stages.Select(s => (s.Time.Stays, s.Query)).Concat(stages.Where(s => s.Before is not null).Select(s => (s.Before!.Stays, s.BeforeQuery))))
            Assert.Equal(count, (await bureau.AsAsync<DashboardService, StageStays?>("leader", s => s.StaysPageAsync(ListQuery.Parse(address), default)))!.Page.Total);
        Assert.All(stages, s => Assert.Equal("ThisYear", ListQuery.Parse(s.Query).Filter("period")));
        Assert.NotEmpty(stages);
    }

    [Fact]
    public async Task Stays_OfEveryStage_OpenAsAListOfAsManyRowsInTheOrderOfTheWorkflow()
    {
        await new RandomWalk(bureau, 5).RunAsync(200);
        var stages = (await bureau.DashboardAsync("leader"))!.Work!.Stages;

        foreach (var stage in stages)
        {
            var query = ListQuery.Parse(stage.Query);
            var page = (await bureau.AsAsync<DashboardService, StageStays?>("leader", s => s.StaysPageAsync(query, default)))!.Page;
            var sheet = await bureau.AsAsync<DashboardService, List<StageStayRow>>("leader", s => s.StaysAsync(query, default).ToListAsync().AsTask());
            Assert.Equal((stage.Time.Stays, stage.Time.Stays), (page.Total, sheet.Count));
            Assert.All(sheet, row => Assert.Equal((stage.KindName, stage.Time.Stage), (row.KindName, row.Stay.Stage)));
        }

        Assert.Equal(Enum.GetValues<ConsultationState>().Select(s => s.ChineseName()).Where(name => stages.Any(s => s.KindName == "会商" && s.Time.Stage == name)), stages.Where(s => s.KindName == "会商").Select(s => s.Time.Stage));
        Assert.True(stages.Count > 3);
        Assert.Null(await bureau.AsAsync<DashboardService, StageStays?>("leader.taiyuan", s => s.StaysPageAsync(ListQuery.Parse("?scope=140000"), default)));
    }

    private async Task<Guid> ProviderAsync()
    {
        await using var db = bureau.OpenDb();
        return await db.Organisations.Where(o => o.Name == "山西省民政厅").Select(o => o.Id).SingleAsync();
    }
}

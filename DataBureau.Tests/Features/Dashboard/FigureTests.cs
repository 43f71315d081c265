using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Catalogue.Tallies;
using DataBureau.Web.Features.Dashboard;
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
        var figures = await bureau.AsAsync<DashboardService, List<FigureView>>("leader", s => s.FiguresAsync(ListQuery.Parse("?scope=140000"), default).ToListAsync().AsTask());
        Assert.Equal(DashboardFigures.All(view).Select(f => (f.Key, f.Value)), figures.Select(f => (f.Key, f.Value)));
        var regions = await bureau.AsAsync<DashboardService, List<ProgressRow>>("leader", s => s.RegionsAsync(new ListQuery(), default).ToListAsync().AsTask());
        Assert.Equal(view.Catalogue!.Total.Value, regions.Sum(r => r.Total.Value));
        var stays = await bureau.AsAsync<DashboardService, List<StageStayRow>>("leader", s => s.StaysAsync(new ListQuery(), default).ToListAsync().AsTask());
        Assert.Equal(view.Work!.Stages.Sum(s => s.Time.Stays), stays.Count);
        Assert.NotEmpty(stays);
    }

    private async Task<Guid> ProviderAsync()
    {
        await using var db = bureau.OpenDb();
        return await db.Organisations.Where(o => o.Name == "山西省民政厅").Select(o => o.Id).SingleAsync();
    }
}

using DataBureau.Benchmarks.Pages;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue.Tallies;
using DataBureau.Web.Features.Dashboard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Dashboard;

/// <summary>The whole dashboard over 1,000,000 entries of a province, against counting them; and what an open one costs the server.</summary>
internal sealed class DashboardBenchmark : IBenchmark
{
    private const int Rounds = 40;
    private const double Bar = 120;
    private const double HeapBar = 600;

    public string Name => "dashboard";

    public string Summary => "the dashboard over 1,000,000 entries: province, city, department; heap per open page";

    public async Task RunAsync(Workbench bench, Report report)
    {
        var database = await bench.CreateEmptyAsync();
        await using var app = Workbench.Build(database);
        var contexts = app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>();
        var made = await MillionEntries.MakeAsync(contexts);
        report.Figure("entries by COPY with their tallies", made.Seconds, "s", $"{made.Entries} entries of {made.Providers} providers, {made.Entries / made.Seconds:0} a second");
        await using var db = await contexts.CreateDbContextAsync();
        var before = await db.CatalogueTallies.CountAsync();
        var compacted = await Measure.MillisecondsAsync(() => app.Services.GetRequiredService<TallyCompactor>().RunAsync(default));
        report.Figure("compacting", compacted / 1000, "s", $"{before} rows of tallies to {await db.CatalogueTallies.CountAsync()}");
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");

        await using var scope = await Workbench.SignInAsync(app.Services);
        var service = scope.ServiceProvider.GetRequiredService<DashboardService>();
        var organisation = made.Department;
        foreach (var (name, address, condition) in new[]
        {
            ("province", "?scope=140000", "\"RegionCode\" LIKE '14%'"), ("city", "?scope=140100", "\"RegionCode\" LIKE '1401%'"), ("department", $"?organisation={organisation}", $"\"ProviderId\" = '{organisation}'"),
        })
        {
            var total = 0;
            var sql = $"""SELECT count(*)::int AS "Value" FROM catalogue_entries WHERE {condition} GROUP BY "RegionCode", "ProviderId", "State", "IsHead", "Content_Sharing", "Content_Opening" """;
            var (ours, plain) = (new List<double>(), new List<double>());
            for (var round = -3; round < Rounds; round++)
            {
                var mine = await Measure.MillisecondsAsync(async () => total = (await service.ReadAsync(ListQuery.Parse(address), default))!.Catalogue!.Total.Value);
                // The plain way is slow enough to be known after a few rounds.
                var theirs = round < Rounds / 4 ? await Measure.MillisecondsAsync(() => db.Database.SqlQueryRaw<int>(sql).ToListAsync()) : double.NaN;
                if (round < 0)
                    continue;
                ours.Add(mine);
                if (!double.IsNaN(theirs))
                    plain.Add(theirs);
            }

            var (p95, bare) = (Measure.Percentile(ours, 0.95), Measure.Percentile(plain, 0.95));
            report.AtMost($"{name}, p95", p95, "ms", Bar, $"{total} entries, p50 {Measure.Percentile(ours, 0.5):0.0} ms; one plain GROUP BY {bare:0.0} ms, {bare / p95:0.0} times as long");
        }

        await using var host = await BenchHost.StartAsync(database);
        await CircuitBenchmark.MeasureAsync(report, host, DashboardScope.Path, "open dashboard of a province", HeapBar);
        await CircuitBenchmark.MeasureAsync(report, host, "/not-found", "page without a list", null);
    }
}

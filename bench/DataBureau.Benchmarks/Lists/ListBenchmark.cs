using DataBureau.Domain.Catalogue;
using DataBureau.Web.Features.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DataBureau.Benchmarks.Lists;

/// <summary>One page of the catalogue list out of 100,000 entries, as the page asks for it, against hand-written SQL.</summary>
internal sealed class ListBenchmark : IBenchmark
{
    private const int Rounds = 60;

    private static readonly (string Name, CatalogueFilter Filter)[] Queries =
    [
        ("first page", new()),
        ("filtered by state", new() { States = [CatalogueState.UnderReview] }),
        ("searched by two characters", new() { Search = "养老" }),
        ("searched, nothing found", new() { Search = "龘靐" }),
        // Plain SQL tells upper from lower case here: that is what capitals cost.
        ("searched by Latin letters", new() { Search = "gis" }),
        ("page 100", new() { Page = 100 }),
        ("last page", new() { Page = Workbench.Entries / 50 - 5 }),
        ("sorted by name", new() { Sort = nameof(CatalogueContent.Name), Descending = false }),
    ];

    public string Name => "list";

    public string Summary => "a page of the catalogue list out of 100,000 entries against plain SQL";

    public async Task RunAsync(Workbench bench, Report report)
    {
        var database = await bench.FilledAsync();
        await using var app = Workbench.Build(database);
        await using var scope = await Workbench.SignInAsync(app.Services);
        await using var plain = NpgsqlDataSource.Create(database.ConnectionString);
        var service = scope.ServiceProvider.GetRequiredService<CatalogueService>();
        foreach (var (name, filter) in Queries)
        {
            var (ours, sql, count) = (new List<double>(), new List<double>(), new List<double>());
            var total = 0;
            for (var round = -5; round < Rounds; round++)
            {
                var times = (
                    Ours: await Measure.MillisecondsAsync(async () => total = (await service.ListAsync(filter, default)).Total),
                    Count: await Measure.MillisecondsAsync(() => PlainSql.CountAsync(plain, filter)),
                    Rows: await Measure.MillisecondsAsync(() => PlainSql.RowsAsync(plain, filter)));
                if (round < 0)
                    continue;
                ours.Add(times.Ours);
                count.Add(times.Count);
                sql.Add(times.Count + times.Rows);
            }

            var (median, bare) = (Measure.Percentile(ours, 0.5), Measure.Percentile(sql, 0.5));
            report.Figure($"{name}, p50", median, "ms", $"{median / bare:0.00} times plain SQL ({bare:0.0} ms, of which count {Measure.Percentile(count, 0.5):0.0}); {total} found");
            report.Figure($"{name}, p95", Measure.Percentile(ours, 0.95), "ms", $"plain SQL {Measure.Percentile(sql, 0.95):0.0} ms");
        }
    }
}

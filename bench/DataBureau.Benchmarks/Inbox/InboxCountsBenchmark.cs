using System.Diagnostics;
using DataBureau.Benchmarks.Pages;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Inbox;

/// <summary>
/// How long after the act of another person the number on an open page changes: on the node where it was done, and on another over the
/// same database. A page is redrawn for its bell and for its numbers: the last redraw counts, whichever it is.
/// </summary>
internal sealed class InboxCountsBenchmark : IBenchmark
{
    private const int Rounds = 12;
    private const int Circuits = 20;
    private const double Bar = 1000;

    private static CatalogueContent Content => new()
    {
        Name = $"待审目录{Guid.NewGuid():N}",
        Abstract = "全省养老机构的名称、地址、床位数等基本信息。",
        Format = new ResourceFormat([new FormatPart(FormatCategory.Database, "mysql")]),
        Items = [new DataItem("机构名称", ItemDataType.Character, 200)],
        Sharing = SharingAttribute.Unconditional,
        SharingMethod = SharingMethod.Interface,
        Opening = OpeningType.Unconditional,
        Preparations = OpeningPreparation.Masked | OpeningPreparation.Declassified | OpeningPreparation.Standardised | OpeningPreparation.MachineReadable,
        UpdateFrequency = UpdateFrequency.Monthly,
        Grade = SecurityGrade.General1,
        ClassificationPath = "部门/民政",
    };

    public string Name => "inbox-counts";

    public string Summary => "from an act to the number on another person's open page, among 1,000,000 entries";

    public async Task RunAsync(Workbench bench, Report report)
    {
        var database = await bench.MillionAsync();
        await using var host = await BenchHost.StartAsync(database);
        await using var other = await BenchHost.StartAsync(database);
        // The first minute of a program over so old a database reminds of thousands of deadlines, and its pages follow.
        await RemindedAsync(database);
        var here = await LatenciesAsync(host, host);
        report.AtMost("act to the number, p95", Measure.Percentile(here, 0.95), "ms", Bar, $"p50 {Measure.Percentile(here, 0.5):0} ms; each of {Circuits} open pages");
        var there = await LatenciesAsync(host, other);
        report.AtMost("act to the number on another node, p95", Measure.Percentile(there, 0.95), "ms", Bar, $"p50 {Measure.Percentile(there, 0.5):0} ms, {Measure.Percentile(there, 0.5) / Measure.Percentile(here, 0.5):0.0} times the node's own");
    }

    /// <summary>Acts on one node and watches pages open on one.</summary>
    private static async Task<List<double>> LatenciesAsync(BenchHost acting, BenchHost watching)
    {
        var open = new List<HeadlessCircuit>();
        for (var i = 0; i < Circuits; i++)
            open.Add((await HeadlessCircuit.OpenAsync(watching, "/policies"))!);
        var latencies = new List<double>();
        for (var round = -2; round < Rounds; round++)
        {
            var id = await acting.Client.GetStringAsync("/bench/entry-for-review");
            await Task.Delay(TimeSpan.FromSeconds(2));
            (await acting.Client.GetAsync($"/bench/sign-off/{id}")).EnsureSuccessStatusCode();
            var acted = Stopwatch.GetTimestamp();
            await Task.Delay(TimeSpan.FromSeconds(2));
            if (open.Any(circuit => circuit.LastBatch < acted))
                throw new InvalidOperationException("A page did not hear of the act.");
            if (round >= 0)
                latencies.AddRange(open.Select(circuit => Stopwatch.GetElapsedTime(acted, circuit.LastBatch).TotalMilliseconds));
        }

        foreach (var circuit in open)
            await circuit.DisposeAsync();
        return latencies;
    }

    /// <summary>An entry of a department, submitted by its liaison.</summary>
    public static async Task<string> PrepareAsync(IServiceProvider services)
    {
        await using var scope = await InboxBenchmark.SignInAsync(services, "liaison");
        var catalogue = scope.ServiceProvider.GetRequiredService<CatalogueService>();
        var made = Done(await catalogue.CreateAsync(Content));
        return Done(await catalogue.ActAsync(made.Id, made.Version, CatalogueAction.Submit, null)).Id.ToString();
    }

    /// <summary>The head of the department signs it off: one more waits for the reviewer.</summary>
    public static async Task SignOffAsync(IServiceProvider services, Guid id)
    {
        await using var scope = await InboxBenchmark.SignInAsync(services, "head");
        Done(await scope.ServiceProvider.GetRequiredService<CatalogueService>().ActAsync(id, 2, CatalogueAction.Approve, null));
    }

    private static async Task RemindedAsync(DatabaseOptions database)
    {
        await using var app = Workbench.Build(database);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        var today = ChinaTime.DateOf(DateTimeOffset.UtcNow);
        while (await db.Deadlines.AnyAsync(d => d.FinishedAt == null && d.RemindOn <= today))
            await Task.Delay(TimeSpan.FromSeconds(1));
    }

    private static CatalogueDetailView Done(Outcome<CatalogueDetailView> outcome) =>
        outcome is Outcome<CatalogueDetailView>.Done done ? done.View : throw new InvalidOperationException(outcome.ToString());
}

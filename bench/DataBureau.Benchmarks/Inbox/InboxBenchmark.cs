using DataBureau.Domain.Catalogue;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Inbox;

/// <summary>The inbox of a reviewer and of a liaison among a million entries, against reading all that waits and sorting it in memory.</summary>
internal sealed class InboxBenchmark : IBenchmark
{
    private const int Rounds = 40;

    /// <summary>A program that has been up for a minute has its code compiled for good; every query here is met a dozen times before it counts.</summary>
    private const int WarmUp = 20;
    private const double Bar = 60;

    public string Name => "inbox";

    public string Summary => "the inbox among 1,000,000 entries, against reading every item and sorting in memory";

    public async Task RunAsync(Workbench bench, Report report)
    {
        var database = await bench.MillionAsync();
        await using var app = Workbench.Build(database);
        foreach (var who in new[] { Workbench.User, "liaison", "leader" })
        {
            await using var scope = await SignInAsync(app.Services, who);
            var inbox = scope.ServiceProvider.GetRequiredService<InboxService>();
            Page<InboxItem>? page = null;
            var waiting = 0;
            var (ours, counts, naive) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = -WarmUp; round < Rounds; round++)
            {
                var times = (
                    Ours: await Measure.MillisecondsAsync(async () => page = await inbox.ListAsync(new ListQuery(), default)),
                    Counts: await Measure.MillisecondsAsync(() => inbox.CountsAsync(default)));
                if (round < 0)
                    continue;
                ours.Add(times.Ours);
                counts.Add(times.Counts);
            }

            // Afterwards, in the same run: what the naive way leaves behind, or the collection of it, would be paid for by the round that follows.
            for (var round = -1; round < Rounds / 4; round++)
            {
                var time = await Measure.MillisecondsAsync(async () => waiting = await NaiveAsync(scope.ServiceProvider, app.Services));
                if (round >= 0)
                    naive.Add(time);
            }

            MemoryWatch.Settle();
            var p95 = Measure.Percentile(ours, 0.95);
            report.AtMost($"{who}, p95", p95, "ms", Bar, $"{page!.Total} lines for {page.Rows.Sum(i => i.Count)} cases on the first page; p50 {Measure.Percentile(ours, 0.5):0.0} ms");
            report.Figure($"{who}, all items read and sorted, p95", Measure.Percentile(naive, 0.95), "ms", $"{waiting} items; {Measure.Percentile(naive, 0.95) / p95:0.0} times as long");
            report.Figure($"{who}, numbers of the menu, p95", Measure.Percentile(counts, 0.95), "ms", $"p50 {Measure.Percentile(counts, 0.5):0.0} ms");
        }
    }

    public static async Task<AsyncServiceScope> SignInAsync(IServiceProvider services, string userName)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        var id = await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync();
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(id, "127.0.0.1", "bench");
        return scope;
    }

    /// <summary>Every entry that waits, with its department and its deadline, sorted in memory; the other kinds as the inbox reads them.</summary>
    private static async Task<int> NaiveAsync(IServiceProvider scope, IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BureauDbContext>>().CreateDbContextAsync();
        var actor = (await db.ReadActorAsync(await scope.GetRequiredService<CurrentUser>().GetIdAsync(), default))!;
        var entries = await db.CatalogueEntries.AsNoTracking().AwaitingJudgement(actor).Join(db.Organisations, e => e.ProviderId, o => o.Id, (e, o) => new { e.Id, e.Content.Name, Body = o.Name, e.State, e.UpdatedAt }).ToListAsync();
        entries.AddRange(await db.CatalogueEntries.AsNoTracking().AwaitingCompiler(actor).Join(db.Organisations, e => e.ProviderId, o => o.Id, (e, o) => new { e.Id, e.Content.Name, Body = o.Name, e.State, e.UpdatedAt }).ToListAsync());
        var due = await scope.GetRequiredService<DeadlineReader>().OfCasesAsync(db, CatalogueEntry.Kind, [.. entries.Select(e => e.Id)], default);
        var others = 0;
        foreach (var kind in scope.GetRequiredService<InboxKinds>().Options.Where(k => k.Value != CatalogueEntry.Kind))
            others += (await scope.GetRequiredService<InboxService>().ListAsync(ListQuery.Parse("?kind=" + kind.Value), default)).Rows.Count;
        return entries.OrderBy(e => due.GetValueOrDefault(e.Id)?.Reading.DueOn ?? DateOnly.MaxValue).ThenBy(e => e.UpdatedAt).ToList().Count + others;
    }
}

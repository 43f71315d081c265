using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Numbers;

/// <summary>A thousand acts that each take a number, by twenty at once; beside the same with "highest plus one, and again when it was taken".</summary>
internal sealed class NumberBenchmark : IBenchmark
{
    private const int Writers = 20;
    private const int Each = 50;
    private const int Rounds = 3;

    public string Name => "numbers";

    public string Summary => "1,000 numbers issued by 20 writers, and max+1 with retry";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var app = Workbench.Build(await bench.CreateEmptyAsync());
        var contexts = app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>();
        await using var scope = app.Services.CreateAsyncScope();
        await using var db = await contexts.CreateDbContextAsync();
        var actor = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == Workbench.User).Select(u => u.Id).SingleAsync(), default))!;
        var ledger = scope.ServiceProvider.GetRequiredService<NumberLedger>();
        var (ours, naive, retries) = (new NumberMatter("OURS", "", "bench"), new NumberMatter("NAIVE", "", "bench"), 0);
        await IssueAsync(contexts, ledger, ours, actor);
        await GuessAsync(contexts, naive, actor);

        var times = await Measure.AlternateAsync(Rounds,
            () => AllAsync(() => IssueAsync(contexts, ledger, ours, actor)),
            async () => retries += (await AllAsync(() => GuessAsync(contexts, naive, actor))).Sum());

        var complete = await db.NumberSeries.Where(s => s.MatterCode == ours.Code).Select(s => s.Last).SingleAsync();
        var numbers = await db.LedgerNumbers.Where(e => e.MatterCode == ours.Code).Select(e => e.Serial).ToListAsync();
        if (numbers.Count != complete || numbers.Distinct().Count() != complete || numbers.Max() != complete)
            throw new InvalidOperationException($"The series has {numbers.Count} numbers and its counter says {complete}.");
        report.AtMost($"1,000 by {Writers} writers", times[0] / 1000, "s", 5, $"{Writers * Each / times[0] * 1000:0} a second, unique and without gap, {times[0] / (Writers * Each):0.00} ms each");
        report.Figure("the same by max+1 with retry", times[1] / 1000, "s", $"{retries / Rounds} tries in vain per 1,000");
        report.Figure("max+1 to the ledger", times[1] / times[0], "×");
    }

    private static Task<int[]> AllAsync(Func<Task<int>> issue) => Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
    {
        var retries = 0;
        for (var n = 0; n < Each; n++)
            retries += await issue();
        return retries;
    })));

    private static async Task<int> IssueAsync(IDbContextFactory<BureauDbContext> contexts, NumberLedger ledger, NumberMatter matter, Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await ledger.IssueAsync(db, matter, Workbench.Region, matter.CaseKind, Guid.NewGuid(), "数字政府建设规划", actor, DateTimeOffset.UtcNow);
        await transaction.CommitAsync();
        return 0;
    }

    /// <summary>The highest serial plus one; whoever comes second starts again.</summary>
    private static async Task<int> GuessAsync(IDbContextFactory<BureauDbContext> contexts, NumberMatter matter, Actor actor)
    {
        for (var retries = 0; ; retries++)
        {
            var now = DateTimeOffset.UtcNow;
            await using var db = await contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var highest = await db.LedgerNumbers.Where(e => e.RegionCode == Workbench.Region && e.MatterCode == matter.Code && e.Year == now.Year).MaxAsync(e => (int?)e.Serial) ?? 0;
            db.LedgerNumbers.Add(LedgerEntry.Issue(Guid.CreateVersion7(now), new LedgerNumber(Workbench.Region, matter.Code, now.Year, highest + 1), matter.CaseKind, Guid.NewGuid(), "数字政府建设规划", actor, now));
            try
            {
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return retries;
            }
            catch (Exception ex) when (LostRace.Is(ex))
            {
                // Somebody has the number already: once more from the start.
            }
        }
    }
}

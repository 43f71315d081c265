using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Numbers;

/// <summary>A matter of the tests' own, and acts that take its numbers as a feature's act would.</summary>
internal static class NumberKit
{
    public const string Region = "140000";
    public const string CaseKind = "test-case";

    /// <summary>The tests' cases have let go of their numbers.</summary>
    public static readonly NumberHolder LetGo = new(CaseKind, (_, _, _) => Task.FromResult<string?>(null), string.Empty);

    private static int _matters;

    /// <summary>A series that no other test counts in.</summary>
    public static NumberMatter NewMatter()
    {
        var n = Interlocked.Increment(ref _matters);
        return new NumberMatter("CS" + (char)('A' + n / 26) + (char)('A' + n % 26), "测试备案", CaseKind);
    }

    public static async Task<Actor> ActorAsync(this BureauFixture bureau, string userName)
    {
        await using var db = bureau.OpenDb();
        return (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync(), default))!;
    }

    /// <summary>An act that takes a number and is committed, or undone.</summary>
    public static async Task<LedgerEntry> IssueAsync(this BureauFixture bureau, NumberMatter matter, Actor actor, Guid? caseId = null, bool undo = false, Guid? reserved = null, string region = Region)
    {
        await using var scope = bureau.Services.CreateAsyncScope();
        await using var db = bureau.OpenDb();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var entry = await scope.ServiceProvider.GetRequiredService<NumberLedger>()
            .IssueAsync(db, matter, region, CaseKind, caseId ?? Guid.NewGuid(), "数字政府建设规划", actor, bureau.Clock.Now, reserved);
        if (!undo)
            await transaction.CommitAsync();
        return entry;
    }

    /// <summary>Runs one call of the ledger's service as a demo person, with the matter registered.</summary>
    public static async Task<T> AsAsync<T>(this BureauFixture bureau, string userName, NumberMatter matter, Func<NumberService, Task<T>> call, NumberHolder? holder = null)
    {
        await using var scope = await bureau.AsAsync(userName);
        NumberMatter[] matters = [matter];
        CaseKind[] kinds = [new CaseKind(CaseKind, "测试事项", id => $"/test/{id}")];
        return await call(ActivatorUtilities.CreateInstance<NumberService>(scope.ServiceProvider, matters, kinds, new[] { holder ?? LetGo }));
    }

    public static Task<Outcome<NumberRow>> ReserveAsync(this BureauFixture bureau, NumberMatter matter, string userName = "reviewer", string region = Region, string? reason = "某局纸质备案材料", Guid? id = null) =>
        bureau.AsAsync(userName, matter, s => s.ReserveAsync(id ?? Guid.NewGuid(), matter.Code, region, reason));

    public static Task<Outcome<NumberRow>> VoidAsync(this BureauFixture bureau, NumberMatter matter, LedgerEntry entry, string? reason = "备案材料撤回", string userName = "reviewer") =>
        bureau.AsAsync(userName, matter, s => s.VoidAsync(entry.Id, entry.Version, reason));

    public static LedgerEntry Done(Outcome<NumberRow> outcome) => Assert.IsType<Outcome<NumberRow>.Done>(outcome).View.Entry;

    public static string Refused(Outcome<NumberRow> outcome) => Assert.IsType<Outcome<NumberRow>.Refused>(outcome).Refusal.Code;

    public static async Task<List<LedgerEntry>> EntriesAsync(this BureauDbContext db, NumberMatter matter) =>
        await db.LedgerNumbers.AsNoTracking().Where(e => e.MatterCode == matter.Code).OrderBy(e => e.Year).ThenBy(e => e.Serial).ToListAsync();
}

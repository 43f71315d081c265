using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Numbers;

/// <summary>The ledger for people: see, check for gaps, reserve, void.</summary>
public sealed class NumberService(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, NumberLedger ledger, IEnumerable<NumberMatter> matters, IEnumerable<CaseKind> kinds, IEnumerable<NumberHolder> holders, TimeProvider clock)
{
    private readonly NumberMatter[] _matters = [.. matters];

    public async Task<Page<NumberRow>> ListAsync(NumberFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return new Page<NumberRow>([], 0);
        var found = db.LedgerNumbers.AsNoTracking().VisibleTo(actor, NumberPermissions.View).Matching(filter);
        var total = await found.CountAsync(cancellationToken);
        var rows = await Rows(db, found.Ordered(filter).Skip(filter.Skip).Take(filter.Take)).ToListAsync(cancellationToken);
        var page = new List<NumberRow>(rows.Count);
        foreach (var row in rows.Select(r => Row(r, actor)))
            // A number that a case has for its own can only be refused: nobody is led to write a reason for that.
            page.Add(row.CanVoid && await NumberHolder.FindUseAsync(holders, db, row.Entry) is not null ? row with { CanVoid = false } : row);
        return new Page<NumberRow>(page, total);
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async IAsyncEnumerable<NumberRow> StreamAsync(NumberFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            yield break;
        var found = db.LedgerNumbers.AsNoTracking().VisibleTo(actor, NumberPermissions.View).Matching(filter);
        await foreach (var row in Rows(db, found.Ordered(filter)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return Row(row, actor);
    }

    /// <summary>Whether the shown series are complete: each row of the ledger is counted against its counter.</summary>
    public async Task<IReadOnlyList<SeriesStatus>> SeriesAsync(NumberFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return [];
        var found = await db.NumberSeries.AsNoTracking().VisibleTo(actor, NumberPermissions.View).Matching(filter)
            .OrderByDescending(s => s.Year).ThenBy(s => s.RegionCode).ThenBy(s => s.MatterCode)
            .Select(s => new
            {
                s.RegionCode, s.MatterCode, s.Year, s.Last,
                Count = db.LedgerNumbers.Count(e => e.RegionCode == s.RegionCode && e.MatterCode == s.MatterCode && e.Year == s.Year),
                Highest = db.LedgerNumbers.Where(e => e.RegionCode == s.RegionCode && e.MatterCode == s.MatterCode && e.Year == s.Year).Max(e => (int?)e.Serial),
            }).ToListAsync(cancellationToken);
        var statuses = new List<SeriesStatus>();
        foreach (var s in found)
        {
            var serials = s.Count == s.Last && s.Highest == s.Last
                ? null
                : await db.LedgerNumbers.Where(e => e.RegionCode == s.RegionCode && e.MatterCode == s.MatterCode && e.Year == s.Year).OrderBy(e => e.Serial).Select(e => e.Serial).ToListAsync(cancellationToken);
            statuses.Add(new SeriesStatus(s.RegionCode, s.MatterCode, s.Year, s.Last, serials?.Count ?? s.Count, serials is null ? [] : SerialGaps.Find(serials, s.Last)));
        }

        return statuses;
    }

    public async Task<NumberOptions> OptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return NumberOptions.None;
        var seen = db.LedgerNumbers.VisibleTo(actor, NumberPermissions.View);
        var years = await seen.Select(e => e.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancellationToken);
        var codes = await seen.Select(e => e.MatterCode).Distinct().ToListAsync(cancellationToken);
        var regions = await db.Regions.AsNoTracking().Where(r => seen.Any(e => e.RegionCode == r.Code)).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var own = await db.Regions.AsNoTracking().ReservableBy(actor).Where(r => db.Organisations.Any(o => o.RegionCode == r.Code && o.AbolishedAt == null)).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var former = codes.Where(code => _matters.All(m => m.Code != code)).Order(StringComparer.Ordinal).Select(code => new NumberMatter(code, code, ""));
        return new NumberOptions([.. _matters, .. former], [.. regions.Select(r => (r.Code, r.Name))], years, _matters.Length == 0 ? [] : [.. own.Select(r => (r.Code, $"{r.Name} {r.Code}"))]);
    }

    /// <param name="id">Made by the page for one request: sent twice, it is one reservation.</param>
    /// <param name="matterCode">Of a registered matter.</param>
    /// <param name="regionCode">Within the actor's reach.</param>
    /// <param name="reason">For which papers.</param>
    public async Task<Outcome<NumberRow>> ReserveAsync(Guid id, string? matterCode, string? regionCode, string? reason)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor)
            return new Outcome<NumberRow>.NotFound();
        var matter = _matters.FirstOrDefault(m => m.Code == matterCode);
        if (await CheckAsync(db, actor, matter, regionCode, reason) is { } refusal)
            return new Outcome<NumberRow>.Refused(refusal, null);
        if (await AgainAsync(db, id, actor) is { } earlier)
            return earlier;
        var now = clock.GetUtcNow();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var entry = LedgerEntry.Reserve(id, await ledger.TakeAsync(db, matter!, regionCode!, now), reason!.Trim(), actor, now);
            db.LedgerNumbers.Add(entry);
            audit.Add(db, actor, $"{NumberWords.Kind}.{NumberAction.Reserve}", $"预留编号 {entry.Text}", NumberWords.Kind, id.ToString(), after: new { Number = entry.Text, State = entry.State.ToString(), Reason = entry.ReserveReason });
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            await using var fresh = await contexts.CreateDbContextAsync();
            return await AgainAsync(fresh, id, actor) ?? new Outcome<NumberRow>.Refused(NumberRefusals.Busy(), null);
        }

        return (await AgainAsync(db, id, actor))!;
    }

    public async Task<Outcome<NumberRow>> VoidAsync(Guid id, int seenVersion, string? reason)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor || await db.LedgerNumbers.VisibleTo(actor, NumberPermissions.View).FirstOrDefaultAsync(e => e.Id == id) is not { } entry)
            return new Outcome<NumberRow>.NotFound();
        if (entry.Version != seenVersion)
            return await ConflictAsync(id, actor);
        var (now, from) = (clock.GetUtcNow(), entry.State);
        if (entry.Void(reason, await NumberHolder.FindUseAsync(holders, db, entry), actor, now) is { } refusal)
            return new Outcome<NumberRow>.Refused(refusal, await FindAsync(db, id, actor));
        audit.Add(db, actor, $"{NumberWords.Kind}.{NumberAction.Void}", $"作废编号 {entry.Text}", NumberWords.Kind, id.ToString(),
            new { State = from.ToString() }, new { Number = entry.Text, State = entry.State.ToString(), Reason = entry.VoidReason });
        if (entry is { CaseKind: { } kind, CaseId: { } caseId })
            db.History.Add(Note(entry, kind, caseId, actor, now));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(id, actor);
        }

        return new Outcome<NumberRow>.Done((await FindAsync(db, id, actor))!, $"已作废编号 {entry.Text}，该编号不再使用。");
    }

    private static async Task<Refusal?> CheckAsync(BureauDbContext db, Actor actor, NumberMatter? matter, string? regionCode, string? reason) =>
        !actor.Holds(NumberPermissions.Manage) ? WorkflowRefusals.NotPermitted(NumberPermissions.Manage)
        : matter is null ? NumberRefusals.MatterRequired()
        : string.IsNullOrEmpty(regionCode) ? NumberRefusals.RegionRequired()
        : !await db.Regions.ReservableBy(actor).AnyAsync(r => r.Code == regionCode) ? NumberRefusals.RegionOutOfReach(regionCode)
        : LedgerEntry.CheckReason(NumberAction.Reserve, reason);

    private static IQueryable<Found> Rows(BureauDbContext db, IQueryable<LedgerEntry> entries) => entries.Select(e => new Found(e,
        db.Regions.Where(r => r.Code == e.RegionCode).Select(r => r.Name).First(), db.Organisations.Where(o => o.Id == e.OrganisationId).Select(o => o.Name).First()));

    /// <summary>A word in the history of the case: it is no step of it, so it has no version.</summary>
    private static HistoryEntry Note(LedgerEntry entry, string kind, Guid caseId, Actor actor, DateTimeOffset now) =>
        CaseHistory.Note(kind, caseId, NumberAction.Void.ChineseName(), null, entry.Text, entry.VoidReason, actor, now);

    private async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) => await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken);

    private NumberRow Row(Found found, Actor actor)
    {
        var (entry, region, organisation) = found;
        var href = entry.CaseId is { } id ? kinds.FirstOrDefault(k => k.Kind == entry.CaseKind)?.Href(id) : null;
        return new NumberRow(entry, region, organisation, _matters.NameOf(entry.MatterCode), href, entry.State != NumberState.Voided && actor.Holds(NumberPermissions.Manage, entry.Location));
    }

    private async Task<NumberRow?> FindAsync(BureauDbContext db, Guid id, Actor actor) =>
        await Rows(db, db.LedgerNumbers.AsNoTracking().VisibleTo(actor, NumberPermissions.View).Where(e => e.Id == id)).FirstOrDefaultAsync() is { } found ? Row(found, actor) : null;

    private async Task<Outcome<NumberRow>?> AgainAsync(BureauDbContext db, Guid id, Actor actor) =>
        await FindAsync(db, id, actor) is { } row ? new Outcome<NumberRow>.Done(row, $"已预留编号 {row.Entry.Text}。") : null;

    private async Task<Outcome<NumberRow>> ConflictAsync(Guid id, Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await FindAsync(db, id, actor) is { } row
            ? new Outcome<NumberRow>.Conflict(row, $"编号 {row.Entry.Text} 刚刚已由{row.Person}办理，当前状态是「{row.Entry.State.ChineseName()}」。您的操作没有执行，请核对后再办。")
            : new Outcome<NumberRow>.NotFound();
    }

    private sealed record Found(LedgerEntry Entry, string RegionName, string OrganisationName);
}

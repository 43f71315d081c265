using DataBureau.Domain;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Numbers;

/// <summary>
/// Gives numbers within the transaction of an act: an act that is undone gives its number back, because nobody else could take
/// the next one before. Acts that take numbers of one series therefore wait for each other; of different series they do not.
/// </summary>
public sealed class NumberLedger(IDbContextFactory<BureauDbContext> contexts, AuditLog audit)
{
    /// <summary>The number of a case: the next of the series, or the one that it has already.</summary>
    /// <param name="db">The act's own context, within the act's transaction. Saved here.</param>
    /// <param name="matter">What is numbered.</param>
    /// <param name="regionCode">The region of the authority that gives the number.</param>
    /// <param name="caseKind">As in history and audit.</param>
    /// <param name="caseId">The case; it has one number of a matter, however often it is asked for.</param>
    /// <param name="caseTitle">As it stood when the number was given.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="now">The year is that of China at this moment.</param>
    /// <param name="reserved">A reserved number of the same region and matter to be given instead of the next one.</param>
    /// <exception cref="DbUpdateException">Somebody was first: a lost race to be told as a conflict, with nothing written.</exception>
    public async Task<LedgerEntry> IssueAsync(
        BureauDbContext db, NumberMatter matter, string regionCode, string caseKind, Guid caseId, string caseTitle, Actor actor, DateTimeOffset now, Guid? reserved = null)
    {
        RequireTransaction(db);
        if (await FindAsync(db, matter, caseKind, caseId) is { } earlier)
            return earlier;
        LedgerEntry entry;
        if (reserved is { } id)
        {
            entry = await db.LedgerNumbers.FirstOrDefaultAsync(e => e.Id == id && e.RegionCode == regionCode && e.MatterCode == matter.Code)
                ?? throw new DbUpdateConcurrencyException("There is no such reserved number.");
            if (entry.IssueTo(caseKind, caseId, caseTitle, actor, now) is { } refusal)
                throw new DbUpdateConcurrencyException($"{refusal.Code}: {entry.Text}");
        }
        else
        {
            var number = await TakeAsync(db, matter, regionCode, now);
            // Whoever asked for the same case at the same moment has committed by now, or never will.
            if (await FindAsync(db, matter, caseKind, caseId) is { } meanwhile)
            {
                await GiveBackAsync(db, number);
                return meanwhile;
            }

            entry = LedgerEntry.Issue(Guid.CreateVersion7(now), number, caseKind, caseId, caseTitle, actor, now);
            db.LedgerNumbers.Add(entry);
        }

        audit.Add(db, actor, $"{NumberWords.Kind}.{NumberAction.Issue}", $"发放编号 {entry.Text}：{caseTitle}", NumberWords.Kind, entry.Id.ToString(), after: new { Number = entry.Text, Title = caseTitle });
        await db.SaveChangesAsync();
        return entry;
    }

    /// <summary>The number that the case has now, or null.</summary>
    public static Task<LedgerEntry?> FindAsync(BureauDbContext db, NumberMatter matter, string caseKind, Guid caseId) =>
        db.LedgerNumbers.FirstOrDefaultAsync(e => e.MatterCode == matter.Code && e.CaseKind == caseKind && e.CaseId == caseId && e.VoidedAt == null);

    /// <summary>The reserved numbers of this year that an office may give to a case, with what became of those that it may not.</summary>
    /// <param name="db">The context.</param>
    /// <param name="matter">What is numbered.</param>
    /// <param name="officeId">The office that gives the number; null while nobody does.</param>
    /// <param name="now">The year is that of China at this moment.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<NumberChoice> ChoiceAsync(BureauDbContext db, NumberMatter matter, Guid? officeId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (officeId is not { } office)
            return NumberChoice.None;
        var (code, year) = (matter.Code, ChinaTime.DateOf(now).Year);
        return new NumberChoice(office,
        [
            .. await db.LedgerNumbers.AsNoTracking()
                .Where(e => e.MatterCode == code && e.Year == year && e.ReservedAt != null && db.Organisations.Any(o => o.Id == office && o.RegionCode == e.RegionCode))
                .OrderBy(e => e.Serial).Select(e => new Reservation(e.Id, e.Text, e.State, e.OrganisationId, e.ReserveReason)).ToListAsync(cancellationToken),
        ]);
    }

    /// <summary>The next number of the series; its counter stays locked until the transaction ends.</summary>
    internal async Task<LedgerNumber> TakeAsync(BureauDbContext db, NumberMatter matter, string regionCode, DateTimeOffset now)
    {
        RequireTransaction(db);
        var (code, year) = (matter.Code, ChinaTime.DateOf(now).Year);
        var series = db.NumberSeries.Where(s => s.RegionCode == regionCode && s.MatterCode == code && s.Year == year);
        if (await series.ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + 1)) == 0)
        {
            await OpenSeriesAsync(regionCode, code, year);
            await series.ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + 1));
        }

        return new LedgerNumber(regionCode, code, year, await series.Select(s => s.Last).SingleAsync());
    }

    private static Task<int> GiveBackAsync(BureauDbContext db, LedgerNumber number) =>
        db.NumberSeries.Where(s => s.RegionCode == number.RegionCode && s.MatterCode == number.MatterCode && s.Year == number.Year)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last - 1));

    /// <summary>In a transaction of its own: the first two acts of a year would otherwise undo one another.</summary>
    private async Task OpenSeriesAsync(string regionCode, string matterCode, int year)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.NumberSeries.Add(new NumberSeries { RegionCode = regionCode, MatterCode = matterCode, Year = year });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex))
        {
            // Somebody else opened it at the same moment.
        }
    }

    private static void RequireTransaction(BureauDbContext db)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is taken within the transaction of the act that uses it.");
    }
}

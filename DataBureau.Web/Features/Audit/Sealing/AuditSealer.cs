using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Audit.Sealing;

/// <summary>Adds links to the chain until the settled rows are sealed.</summary>
public sealed class AuditSealer(IDbContextFactory<BureauDbContext> contexts, TimeProvider clock)
{
    /// <summary>Ids are given out before transactions end: a row with a lower id may come to light after one with a higher.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromMinutes(5);

    private const int LongestRun = 1000;

    /// <returns>How many rows were sealed.</returns>
    public async Task<int> SealAsync(byte[] key, CancellationToken cancellationToken)
    {
        var digest = new AuditDigest(key);
        var sealedRows = 0;
        while (await SealRunAsync(digest, cancellationToken) is var rows and > 0)
            sealedRows += rows;
        return sealedRows;
    }

    private async Task<int> SealRunAsync(AuditDigest digest, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.FirstId).Select(s => new { s.LastId, s.Hash }).FirstOrDefaultAsync(cancellationToken);
        var (firstId, previous) = last is null ? (1L, new byte[AuditSeal.HashLength]) : (last.LastId + 1, last.Hash);
        var settled = clock.GetUtcNow() - Settles;
        var rows = await db.Audit.AsNoTracking().Where(a => a.Id >= firstId).OrderBy(a => a.Id).Take(LongestRun).ToListAsync(cancellationToken);
        // Everything before the first row that is still settling, whatever later rows say of their time.
        rows = [.. rows.TakeWhile(a => a.At <= settled)];
        if (rows.Count == 0)
            return 0;
        var now = clock.GetUtcNow();
        var marks = rows.SelectMany(digest.Mark).ToArray();
        db.Add(new AuditSeal
        {
            FirstId = firstId,
            LastId = rows[^1].Id,
            Count = rows.Count,
            PreviousHash = previous,
            Marks = marks,
            Hash = digest.Link(firstId, rows[^1].Id, rows.Count, previous, marks, now),
            At = now,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return rows.Count;
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, AuditSealConfiguration.RunIndex))
        {
            // Another server sealed the run in the meantime.
            return 0;
        }
    }
}

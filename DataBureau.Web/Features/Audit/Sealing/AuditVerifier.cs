using System.Security.Cryptography;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Audit.Sealing;

/// <summary>What verifying found.</summary>
/// <param name="Rows">Sealed rows that were looked at and are as they were.</param>
/// <param name="Unsealed">Rows after the last link: too young to be sealed, or waiting.</param>
/// <param name="LastSeal">The number of the last link that is as it was made; null when there is none.</param>
/// <param name="LastHash">Of the last link, in hexadecimal: worth writing down elsewhere, because only that shows a chain cut short.</param>
/// <param name="Finding">The first thing that is wrong, in words; null when nothing is.</param>
public sealed record AuditVerdict(long Rows, long Unsealed, long? LastSeal, string? LastHash, string? Finding);

/// <summary>Recomputes the chain and names the first row that is not what was sealed.</summary>
public sealed class AuditVerifier(IDbContextFactory<BureauDbContext> contexts)
{
    /// <param name="key">The key of the chain.</param>
    /// <param name="knownHash">A hash written down earlier: it must still be in the chain.</param>
    /// <param name="cancellationToken">Stops between links.</param>
    public async Task<AuditVerdict> VerifyAsync(byte[] key, string? knownHash, CancellationToken cancellationToken)
    {
        var digest = new AuditDigest(key);
        await using var seals = await contexts.CreateDbContextAsync(cancellationToken);
        var (nextId, previous, rows, known) = (1L, new byte[AuditSeal.HashLength], 0L, knownHash is null);
        var (lastSeal, lastHash) = ((long?)null, (string?)null);
        await foreach (var seal in seals.Set<AuditSeal>().AsNoTracking().OrderBy(s => s.FirstId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if ((Broken(seal, digest, nextId, previous) ?? await BrokenRowAsync(seal, digest, cancellationToken)) is { } finding)
                return new AuditVerdict(rows, 0, lastSeal, lastHash, finding);
            (nextId, previous, rows) = (seal.LastId + 1, seal.Hash, rows + seal.Count);
            (lastSeal, lastHash) = (seal.Id, Convert.ToHexStringLower(seal.Hash));
            known = known || lastHash.Equals(knownHash, StringComparison.OrdinalIgnoreCase);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var unsealed = await db.Audit.LongCountAsync(a => a.Id >= nextId, cancellationToken);
        return new AuditVerdict(rows, unsealed, lastSeal, lastHash, known ? null : "先前记下的校验码不在封存链中：封存链的尾部被截断，或被整体替换。");
    }

    private static string? Broken(AuditSeal seal, AuditDigest digest, long nextId, byte[] previous)
    {
        if (seal.FirstId != nextId || !CryptographicOperations.FixedTimeEquals(seal.PreviousHash, previous))
            return $"封存链在记录 {nextId} 处断开：从该记录起的封存被删除或改动。";
        return seal.Marks.Length != seal.Count * AuditDigest.MarkLength
            || !CryptographicOperations.FixedTimeEquals(seal.Hash, digest.Link(seal.FirstId, seal.LastId, seal.Count, seal.PreviousHash, seal.Marks, seal.At))
            ? $"记录 {seal.FirstId} 至 {seal.LastId} 的封存与密钥不符：封存被改动，或密钥不是封存时的密钥。"
            : null;
    }

    private async Task<string?> BrokenRowAsync(AuditSeal seal, AuditDigest digest, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Audit.AsNoTracking().Where(a => a.Id >= seal.FirstId && a.Id <= seal.LastId).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        for (var i = 0; i < Math.Max(rows.Count, seal.Count); i++)
        {
            var mark = i < seal.Count ? seal.Marks.AsMemory(i * AuditDigest.MarkLength, AuditDigest.MarkLength) : default;
            var sealedId = i < seal.Count ? AuditDigest.IdOf(mark.Span) : long.MaxValue;
            var presentId = i < rows.Count ? rows[i].Id : long.MaxValue;
            if (sealedId < presentId)
                return $"记录 {sealedId} 已被删除。";
            if (presentId < sealedId)
                return $"记录 {presentId} 是封存之后加进去的。";
            if (!CryptographicOperations.FixedTimeEquals(mark.Span, digest.Mark(rows[i])))
                return $"记录 {presentId} 的内容被改动。";
        }

        return null;
    }
}

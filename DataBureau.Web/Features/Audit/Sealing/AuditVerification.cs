using System.Globalization;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Audit.Sealing;

/// <summary>
/// Verifies the chain, seals what has settled, and writes down by whom, when, how far and with what result: as a row of the audit
/// itself, so that the chain soon holds its own verifications too. The row is written last: what it tells of does not include it.
/// </summary>
public sealed class AuditVerification(IDbContextFactory<BureauDbContext> contexts, AuditVerifier verifier, AuditSealer sealer, AuditLog audit, CurrentUser current)
{
    public const string Action = "audit.VerifyChain";
    public const string Chain = "audit-chain";

    private const string Prefix = "校验审计记录：";

    /// <param name="key">The key of the chain.</param>
    /// <param name="knownHash">A hash written down earlier: it must still be in the chain.</param>
    /// <param name="cancellationToken">Stops before a result, and then nothing is written down.</param>
    public async Task<AuditVerdict> RunAsync(byte[] key, string? knownHash, CancellationToken cancellationToken)
    {
        // First what was sealed before, so that this run does not build upon a broken chain.
        var verdict = await verifier.VerifyAsync(key, knownHash, cancellationToken);
        if (verdict.Finding is null && await sealer.SealAsync(key, cancellationToken) > 0)
            verdict = await verifier.VerifyAsync(key, knownHash, cancellationToken);
        await RecordAsync(verdict);
        return verdict;
    }

    /// <summary>The result in the words of the row, without what was done.</summary>
    public static string Result(string summary) => summary.StartsWith(Prefix, StringComparison.Ordinal) ? summary[Prefix.Length..] : summary;

    private async Task RecordAsync(AuditVerdict verdict)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var actor = await db.ReadActorAsync(await current.GetIdAsync(), CancellationToken.None);
        var seal = verdict.LastSeal?.ToString(CultureInfo.InvariantCulture);
        // Who runs the command on the server is known by the server's account only.
        audit.Add(db, actor?.UserId, actor?.Name ?? Environment.UserName, actor is null ? "服务器账号" : actor.OrganisationName, Action, Prefix + Words(verdict), Chain, seal, succeeded: verdict.Finding is null,
            after: new { Outcome = AuditWords.Result(verdict.Finding is null), Seal = seal, verdict.Rows, verdict.Unsealed, verdict.Finding, Hash = verdict.LastHash });
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static string Words(AuditVerdict verdict) => (verdict.Finding, verdict.LastSeal) switch
    {
        ({ } finding, { } seal) => $"不通过。{finding}到第 {seal} 号封存的 {verdict.Rows} 条记录与封存一致。",
        ({ } finding, null) => $"不通过。{finding}没有与封存一致的记录。",
        (null, { } seal) => $"通过，到第 {seal} 号封存，{verdict.Rows} 条记录与封存一致，尚未封存 {verdict.Unsealed} 条。",
        (null, null) => $"通过，但还没有封存过，等待封存 {verdict.Unsealed} 条。",
    };
}

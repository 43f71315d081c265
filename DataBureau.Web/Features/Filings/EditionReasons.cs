using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Filings;

/// <summary>Why an edition was begun: said with 变更 on the edition before.</summary>
internal static class EditionReasons
{
    /// <param name="db">The context.</param>
    /// <param name="kind">The kind of case.</param>
    /// <param name="before">The edition before.</param>
    /// <param name="begunAt">When this one was begun: a later one may have its own reason, after this was discarded.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task<string?> FindAsync(BureauDbContext db, string kind, Guid before, DateTimeOffset begunAt, CancellationToken cancellationToken) =>
        db.History.AsNoTracking().Where(h => h.CaseKind == kind && h.CaseId == before && h.Action == "变更" && h.FromState != null && h.At <= begunAt)
            .OrderByDescending(h => h.At).Select(h => h.Comment).FirstOrDefaultAsync(cancellationToken);
}

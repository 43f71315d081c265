using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Files;

/// <summary>What hangs on a case, for guards, forms and pages. Asks for no rights: the caller has.</summary>
public static class AttachmentReader
{
    /// <summary>Files that are there, oldest first.</summary>
    public static async Task<IReadOnlyList<AttachmentView>> AttachmentsAsync(this BureauDbContext db, string kind, Guid caseId, CancellationToken cancellationToken) =>
        [.. (await db.Attachments.AsNoTracking().Where(a => a.CaseKind == kind && a.CaseId == caseId && a.RemovedAt == null).OrderBy(a => a.UploadedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken)).Select(AttachmentView.Of)];

    public static Task<int> CountAttachmentsAsync(this BureauDbContext db, string kind, Guid caseId, CancellationToken cancellationToken) =>
        db.Attachments.CountAsync(a => a.CaseKind == kind && a.CaseId == caseId && a.RemovedAt == null, cancellationToken);

    /// <summary>The keys of the materials that have at least one file.</summary>
    /// <param name="db">The context.</param>
    /// <param name="kind">The kind of case.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="since">Only files that came then or later; null for all.</param>
    public static async Task<IReadOnlySet<string>> SlotsFilledAsync(this BureauDbContext db, string kind, Guid caseId, CancellationToken cancellationToken, DateTimeOffset? since = null) =>
        (await db.Attachments.Where(a => a.CaseKind == kind && a.CaseId == caseId && a.RemovedAt == null && a.Slot != null && (since == null || a.UploadedAt >= since)).Select(a => a.Slot!).Distinct().ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What counts towards an organisation's quota: the files that are there.</summary>
    internal static Task<long> UsedBytesAsync(this BureauDbContext db, Guid organisationId, CancellationToken cancellationToken) =>
        db.Attachments.Where(a => a.OrganisationId == organisationId && a.RemovedAt == null).SumAsync(a => a.Size, cancellationToken);
}

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
    public static async Task<IReadOnlySet<string>> SlotsFilledAsync(this BureauDbContext db, string kind, Guid caseId, CancellationToken cancellationToken) =>
        (await db.Attachments.Where(a => a.CaseKind == kind && a.CaseId == caseId && a.RemovedAt == null && a.Slot != null).Select(a => a.Slot!).Distinct().ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What counts towards an organisation's quota: the files that are there.</summary>
    internal static Task<long> UsedBytesAsync(this BureauDbContext db, Guid organisationId, CancellationToken cancellationToken) =>
        db.Attachments.Where(a => a.OrganisationId == organisationId && a.RemovedAt == null).SumAsync(a => a.Size, cancellationToken);
}

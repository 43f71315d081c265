using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Files;

/// <summary>The attachments of a case: see, take away, remove. Who may is asked of the case each time.</summary>
public sealed class AttachmentService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<CaseFiles> kinds, ContentStore store, AttachmentLog log, TimeProvider clock)
{
    /// <returns>Null when there is no such case, or not for this person.</returns>
    public async Task<CaseAttachments?> FindAsync(string kind, Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (_, rights) = await RightsAsync(db, kind, caseId, cancellationToken);
        return rights is null ? null : await ProjectAsync(db, kind, caseId, rights, cancellationToken);
    }

    /// <summary>Takes the file from the case; the record of it stays.</summary>
    public async Task<Outcome<CaseAttachments>> RemoveAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Attachments.FirstOrDefaultAsync(a => a.Id == id) is not { } file)
            return new Outcome<CaseAttachments>.NotFound();
        await (kinds.FirstOrDefault(k => k.Kind == file.CaseKind)?.LockAsync(db, file.CaseId) ?? Task.CompletedTask);
        var (actor, rights) = await RightsAsync(db, file.CaseKind, file.CaseId, default);
        if (rights is null)
            return new Outcome<CaseAttachments>.NotFound();
        if (file.RemovedAt is not null)
            return await RefusedAsync(AttachmentRefusals.AlreadyRemoved(file.FileName));
        if (rights.WhyClosed(file.Slot) is { } whyNot)
            return await RefusedAsync(AttachmentRefusals.CannotChange(whyNot));
        file.Remove(actor!, clock.GetUtcNow());
        log.Removed(db, actor!, file, rights);
        try
        {
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            await using var fresh = await contexts.CreateDbContextAsync();
            return new Outcome<CaseAttachments>.Refused(AttachmentRefusals.AlreadyRemoved(file.FileName), await ProjectAsync(fresh, file.CaseKind, file.CaseId, rights, default));
        }

        return new Outcome<CaseAttachments>.Done(await ProjectAsync(db, file.CaseKind, file.CaseId, rights, default), $"已删除「{file.FileName}」。");

        async Task<Outcome<CaseAttachments>> RefusedAsync(Refusal refusal) => new Outcome<CaseAttachments>.Refused(refusal, await ProjectAsync(db, file.CaseKind, file.CaseId, rights, default));
    }

    /// <summary>A content to be sent, with an audit row that says so.</summary>
    /// <returns>Null when there is no such file, or not for this person, or, for a preview, nothing that a browser can show.</returns>
    public async Task<AttachmentContent?> OpenAsync(Guid id, bool preview, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.RemovedAt == null, cancellationToken) is not { } file)
            return null;
        var type = FileType.Of(file.ContentKind);
        var (actor, rights) = await RightsAsync(db, file.CaseKind, file.CaseId, cancellationToken);
        if (rights is null || (preview && !type.CanPreview))
            return null;
        log.Sent(db, actor!, file, rights, preview);
        await db.SaveChangesAsync(cancellationToken);
        return new AttachmentContent(store.PathOf(file.Sha256), file.FileName, type.MediaType, file.ContentKind);
    }

    private static async Task<CaseAttachments> ProjectAsync(BureauDbContext db, string kind, Guid caseId, CaseFileRights rights, CancellationToken cancellationToken) =>
        new(rights, await db.AttachmentsAsync(kind, caseId, cancellationToken), await db.UsedBytesAsync(rights.OrganisationId, cancellationToken));

    private async Task<(Actor? Actor, CaseFileRights? Rights)> RightsAsync(BureauDbContext db, string kind, Guid caseId, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && kinds.FirstOrDefault(k => k.Kind == kind) is { } files
            ? (actor, await files.RightsAsync(db, caseId, actor, cancellationToken)) : (null, null);
}

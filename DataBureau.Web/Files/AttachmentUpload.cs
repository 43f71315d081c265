using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Files;

/// <summary>Takes files in: who may is asked before the first byte and again in the transaction that adds the row.</summary>
public sealed class AttachmentUpload(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<CaseFiles> kinds, ContentStore store, FileSettings settings, AttachmentLog log, ILogger<AttachmentUpload> logger, TimeProvider clock)
{
    /// <summary>Before the body is read.</summary>
    /// <param name="kind">The kind of case.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="slot">The material, or null.</param>
    /// <param name="announced">How long the file says it is; null when it does not.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Outcome<CaseFileRights>> AdmitAsync(string kind, Guid caseId, string? slot, long? announced, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (_, rights) = await RightsAsync(db, kind, caseId, cancellationToken);
        if (rights is null)
            return new Outcome<CaseFileRights>.NotFound();
        if (rights.WhyClosed(slot) is { } whyNot)
            return new Outcome<CaseFileRights>.Refused(AttachmentRefusals.CannotChange(whyNot), rights);
        if (slot is not null && !IsSlot(slot))
            return new Outcome<CaseFileRights>.Refused(AttachmentRefusals.UnknownSlot(), rights);
        var used = await db.UsedBytesAsync(rights.OrganisationId, cancellationToken);
        return used + (announced ?? 0) > settings.QuotaBytes
            ? new Outcome<CaseFileRights>.Refused(AttachmentRefusals.OverQuota(null, used, settings), rights)
            : new Outcome<CaseFileRights>.Done(rights, string.Empty);
    }

    /// <summary>Reads the file to its end and hangs it on the case.</summary>
    public async Task<Outcome<AttachmentView>> ReceiveAsync(string kind, Guid caseId, string? slot, string rawName, Stream body, CancellationToken cancellationToken)
    {
        var (name, shortened) = AttachmentName.Clean(rawName);
        try
        {
            await using var content = store.Open();
            if (!await content.ReceiveAsync(body, settings.MaxBytes, cancellationToken))
                return Refused(AttachmentRefusals.TooLarge(name, settings));
            if (content.Length == 0)
                return Refused(AttachmentRefusals.Empty(name));
            var (type, refusal) = FileType.Of(name, await ContentSniffer.RecogniseAsync(content.Content, cancellationToken));
            return type is null ? Refused(refusal!) : await AddAsync(kind, caseId, slot, name, shortened, type, content);
        }
        catch (ContentStoreException ex)
        {
            logger.LogCritical(ex, "An attachment could not be written.");
            return Refused(AttachmentRefusals.StoreFailed(name));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return Refused(AttachmentRefusals.Busy(name));
        }
    }

    private static bool IsSlot(string key) => key.Length is > 0 and <= Attachment.SlotLimit && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static Outcome<AttachmentView> Refused(Refusal refusal) => new Outcome<AttachmentView>.Refused(refusal, null);

    /// <summary>One at a time per case and per organisation: neither a double click nor two people together get past the rules.</summary>
    private async Task<Outcome<AttachmentView>> AddAsync(string kind, Guid caseId, string? slot, string name, bool shortened, FileType type, IncomingContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (Files(kind) is { } files)
            await files.LockAsync(db, caseId);
        var (actor, rights) = await RightsAsync(db, kind, caseId, default);
        if (rights is null)
            return new Outcome<AttachmentView>.NotFound();
        if (rights.WhyClosed(slot) is { } whyNot)
            return Refused(AttachmentRefusals.CannotChange(whyNot));
        await db.Organisations.Where(o => o.Id == rights.OrganisationId).ExecuteUpdateAsync(s => s.SetProperty(o => o.CodeOverrideReason, o => o.CodeOverrideReason));
        if (await db.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.CaseKind == kind && a.CaseId == caseId && a.Slot == slot && a.Sha256 == content.Sha256 && a.RemovedAt == null) is { } same)
            return new Outcome<AttachmentView>.Done(AttachmentView.Of(same), $"「{same.FileName}」已经上传过，内容相同，没有重复保存。");
        var used = await db.UsedBytesAsync(rights.OrganisationId, default);
        if (used + content.Length > settings.QuotaBytes)
            return Refused(AttachmentRefusals.OverQuota(name, used, settings));

        var now = clock.GetUtcNow();
        var file = new Attachment
        {
            Id = Guid.CreateVersion7(now), CaseKind = kind, CaseId = caseId, Slot = slot, OrganisationId = rights.OrganisationId, FileName = name, ContentKind = type.Kind,
            Size = content.Length, Sha256 = content.Sha256, UploadedById = actor!.UserId, UploadedByName = actor.Name, UploadedAt = now,
        };
        db.Attachments.Add(file);
        log.Added(db, actor, file, rights);
        await db.SaveChangesAsync();
        content.Keep();
        await transaction.CommitAsync();
        return new Outcome<AttachmentView>.Done(AttachmentView.Of(file), shortened ? $"已上传。文件名超过 {AttachmentName.Limit} 个字，已缩短为「{name}」。" : $"已上传「{name}」。");
    }

    private async Task<(Actor? Actor, CaseFileRights? Rights)> RightsAsync(BureauDbContext db, string kind, Guid caseId, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && Files(kind) is { } files ? (actor, await files.RightsAsync(db, caseId, actor, cancellationToken)) : (null, null);

    private CaseFiles? Files(string kind) => kinds.FirstOrDefault(k => k.Kind == kind);
}

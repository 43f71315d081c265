namespace DataBureau.Web.Files;

/// <summary>One line of a checklist of material.</summary>
/// <param name="Key">As kept with the attachment: "plan-text".</param>
/// <param name="Title">规划文本.</param>
/// <param name="Required">Whether the case is incomplete without it.</param>
public sealed record MaterialSlot(string Key, string Title, bool Required);

/// <summary>A file as it is listed.</summary>
public sealed record AttachmentView(Guid Id, string? Slot, string FileName, ContentKind ContentKind, long Size, string UploadedByName, DateTimeOffset UploadedAt)
{
    public bool CanPreview => FileType.Of(ContentKind).CanPreview;

    internal static AttachmentView Of(Attachment a) => new(a.Id, a.Slot, a.FileName, a.ContentKind, a.Size, a.UploadedByName, a.UploadedAt);
}

/// <summary>The attachments of a case, and what the person may do with them.</summary>
/// <param name="UsedBytes">Of the quota of the organisation whose case it is.</param>
public sealed record CaseAttachments(CaseFileRights Rights, IReadOnlyList<AttachmentView> Files, long UsedBytes);

/// <summary>A content to be sent.</summary>
public sealed record AttachmentContent(string Path, string FileName, string MediaType, ContentKind Kind);

using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Files;

/// <summary>A file that hangs on a case. Removed, never deleted: the row stays, and so does the content it names.</summary>
public sealed class Attachment
{
    public const int SlotLimit = 40;

    public required Guid Id { get; init; }

    /// <summary>With <see cref="CaseId"/> the case, as in history: "catalogue".</summary>
    public required string CaseKind { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Which of the required materials it is; null for other material.</summary>
    public string? Slot { get; init; }

    /// <summary>Whose quota it counts towards.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>As uploaded, cleaned.</summary>
    public required string FileName { get; init; }

    public required ContentKind ContentKind { get; init; }

    public required long Size { get; init; }

    /// <summary>Lower-case hexadecimal; names the content in the store.</summary>
    public required string Sha256 { get; init; }

    public required Guid UploadedById { get; init; }

    public required string UploadedByName { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public Guid? RemovedById { get; private set; }

    public void Remove(Actor actor, DateTimeOffset now) => (RemovedAt, RemovedById) = (now, actor.UserId);
}

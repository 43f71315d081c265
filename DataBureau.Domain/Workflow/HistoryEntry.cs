namespace DataBureau.Domain.Workflow;

/// <summary>A remark on one field of a case, given with a return.</summary>
public sealed record FieldRemark(string Field, string Text);

/// <summary>
/// One step in the life of a case: append-only, written in the same save as the step. <see cref="CaseVersion"/> is the
/// version the step produced, so that a case has one step per version; a note that is no step of the case (its clock was
/// re-projected, a reminder went out) has none.
/// </summary>
public sealed class HistoryEntry
{
    public const int CommentLimit = 2000;

    public required Guid Id { get; init; }

    /// <summary>The kind of case: "catalogue". With <see cref="CaseId"/> the key of the case among all workflows.</summary>
    public required string CaseKind { get; init; }

    public required Guid CaseId { get; init; }

    public required int? CaseVersion { get; init; }

    /// <summary>A step of the case, not a note about it: whoever asks who did what asks for these.</summary>
    public bool IsStep => CaseVersion is not null;

    /// <summary>The action's Chinese name at the time.</summary>
    public required string Action { get; init; }

    public required string? FromState { get; init; }

    public required string ToState { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string OrganisationName { get; init; }

    public string? Comment { get; init; }

    public IReadOnlyList<FieldRemark> Remarks { get; init; } = [];

    public required DateTimeOffset At { get; init; }
}

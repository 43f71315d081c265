using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Consultations;

/// <summary>Something the conclusion asks for: who, by when, done or not.</summary>
public sealed class ConsultationFollowUp
{
    /// <summary>Its clock hangs on it, not on the whole consultation.</summary>
    public const string CaseKind = "consultation-follow-up";

    public const int TextLimit = 500;

    private Guid _ownerId;

    public required Guid Id { get; init; }

    public required Guid ConsultationId { get; init; }

    public required int Number { get; init; }

    public required string Text { get; init; }

    public required Guid OwnerId
    {
        get => _ownerId;
        init => _ownerId = value;
    }

    public required DateOnly DueOn { get; init; }

    public DateTimeOffset? DoneAt { get; private set; }

    public string? DoneBy { get; private set; }

    public string? DoneNote { get; private set; }

    public DateTimeOffset? DroppedAt { get; private set; }

    public bool IsOpen => DoneAt is null && DroppedAt is null;

    /// <summary>Who may answer for the unit also reports what was given it to do.</summary>
    public bool IsOwnedBy(Actor actor) => actor.BodiesWith(ConsultationPermissions.Answer).Contains(OwnerId);

    internal void PassTo(Guid ownerId) => _ownerId = ownerId;

    internal void Finish(string note, Actor actor, DateTimeOffset now) => (DoneAt, DoneBy, DoneNote) = (now, actor.Name, note);

    internal void Drop(DateTimeOffset now) => DroppedAt = now;
}

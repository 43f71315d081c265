using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Meetings;

/// <summary>议定事项: what a body was given to do by a meeting.</summary>
public sealed class FollowUp
{
    /// <summary>As a consultation names what it is about.</summary>
    public const string SubjectKind = "joint-meeting-decision";

    private FollowUp()
    {
    }

    public Guid Id { get; private set; }

    public Guid MeetingId { get; private set; }

    public int Position { get; private set; }

    public string What { get; private set; } = string.Empty;

    public Guid? OwnerId { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public string? DoneBy { get; private set; }

    public string? How { get; private set; }

    public bool IsDone => DoneAt is not null;

    public static FollowUp Of(Guid id, Guid meetingId) => new() { Id = id, MeetingId = meetingId };

    public void Take(FollowUpContent content, int position) => (What, OwnerId, DueOn, Position) = (content.What, content.OwnerId, content.DueOn, position);

    internal void PassTo(Succession succession) => OwnerId = IsDone ? OwnerId : OwnerId is { } owner ? succession.OfOwn(owner) : null;

    internal void Finish(string how, Actor actor, DateTimeOffset now) => (How, DoneBy, DoneAt) = (how, actor.Name, now);
}

using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Consultations;

/// <summary>An invited unit. One that is replaced stays, with what it said, and no longer counts.</summary>
public sealed class ConsultationUnit
{
    /// <summary>What hangs on a unit, not on the whole consultation: its files and its clock.</summary>
    public const string CaseKind = "consultation-reply";

    public const int NoteLimit = 500;

    private Guid _organisationId;

    public required Guid Id { get; init; }

    public required Guid ConsultationId { get; init; }

    public required Guid OrganisationId
    {
        get => _organisationId;
        init => _organisationId = value;
    }

    public required int Number { get; init; }

    /// <summary>The first round that it is asked in.</summary>
    public required int FromRound { get; init; }

    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The unit that has taken its place.</summary>
    public Guid? ReplacedById { get; private set; }

    /// <summary>Formally marked as 未反馈: the note says how it was asked and urged.</summary>
    public string? SilentNote { get; private set; }

    public string? SilentBy { get; private set; }

    public DateTimeOffset? SilentAt { get; private set; }

    public DateOnly? UrgedOn { get; private set; }

    public string? CountersignedBy { get; private set; }

    public DateTimeOffset? CountersignedAt { get; private set; }

    /// <summary>Formally marked as 未会签, with the reason.</summary>
    public string? UnsignedNote { get; private set; }

    /// <summary>Counts its own changes; units countersign at the same moment.</summary>
    public int Version { get; private set; } = 1;

    public bool Counts => LeftAt is null;

    public bool IsMarkedSilent => SilentAt is not null;

    public bool IsSettledForMinutes => CountersignedAt is not null || UnsignedNote is not null;

    internal void Leave(Guid? replacedBy, DateTimeOffset now) => (LeftAt, ReplacedById, Version) = (now, replacedBy, Version + 1);

    internal void PassTo(Guid organisationId) => (_organisationId, Version) = (organisationId, Version + 1);

    internal void MarkSilent(string note, Actor actor, DateTimeOffset now) => (SilentNote, SilentBy, SilentAt, Version) = (note, actor.Name, now, Version + 1);

    internal void AskAgain() => (SilentNote, SilentBy, SilentAt, Version) = (null, null, null, Version + 1);

    internal void MarkUnsigned(string note) => (UnsignedNote, Version) = (note, Version + 1);

    internal void ClearSignature() => (CountersignedBy, CountersignedAt, UnsignedNote, Version) = (null, null, null, Version + 1);

    /// <summary>Once a day and unit.</summary>
    public bool Urge(DateOnly today)
    {
        if (UrgedOn >= today)
            return false;
        (UrgedOn, Version) = (today, Version + 1);
        return true;
    }

    public void Countersign(Actor actor, DateTimeOffset now) => (CountersignedBy, CountersignedAt, UnsignedNote, Version) = (actor.Name, now, null, Version + 1);
}

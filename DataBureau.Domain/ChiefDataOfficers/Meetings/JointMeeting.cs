using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Meetings;

/// <summary>首席数据官联席会议: agenda, participants, decisions, and what is to be done afterwards.</summary>
public sealed class JointMeeting : INumberedCase
{
    public const string CaseKind = "joint-meeting";

    private readonly List<FollowUp> _followUps = [];

    private JointMeeting()
    {
    }

    public Guid Id { get; private set; }

    public MeetingState State { get; private set; }

    /// <summary>Counts the acts and saves; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The convenor.</summary>
    public Guid OrganisationId { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public DateOnly? HeldOn { get; private set; }

    public string? Place { get; private set; }

    public IReadOnlyList<AgendaItem> Agenda { get; private set; } = [];

    public IReadOnlyList<Participant> Participants { get; private set; } = [];

    /// <summary>In their order.</summary>
    public IReadOnlyList<FollowUp> FollowUps => [.. _followUps.OrderBy(f => f.Position)];

    /// <summary>How many there are, and how many of them are not done: kept for the list.</summary>
    public int FollowUpCount { get; private set; }

    public int OpenCount { get; private set; }

    /// <summary>When the units that take part were told last; null before.</summary>
    public DateTimeOffset? NoticedAt { get; private set; }

    /// <summary>纪要编号, once the minutes are issued.</summary>
    public string? MinutesNumber { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The reserved numbers that the minutes may get; read with it, never stored.</summary>
    public NumberChoice Numbers { get; private set; } = NumberChoice.None;

    /// <summary>The reserved number that the act just done gives to the minutes; null where the next one is taken.</summary>
    public Guid? ChosenNumber { get; private set; }

    public CaseLocation Location => new(OrganisationId, RegionCode, null);

    public static JointMeeting Prepare(Guid id, Guid organisationId, string regionCode, string title, DateTimeOffset now) =>
        new() { Id = id, Version = 1, OrganisationId = organisationId, RegionCode = regionCode, Title = title, UpdatedAt = now };

    /// <param name="newId">Makes the ids of new follow-ups.</param>
    public Refusal? Edit(MeetingContent content, Actor actor, DateTimeOffset now, Func<Guid> newId)
    {
        if (!actor.Holds(MeetingPermissions.Convene, Location))
            return WorkflowRefusals.NotPermitted(MeetingPermissions.Convene);
        if (!MeetingWorkflow.IsEditable(State))
            return MeetingRefusals.NotEditable(State);
        if (content.Limits() is { } refusal)
            return refusal;
        (Title, HeldOn, Place, Agenda, Participants, UpdatedAt) = (content.Title, content.HeldOn, content.Place, content.Agenda, content.Participants, now);
        _followUps.RemoveAll(f => content.FollowUps.All(c => c.Id != f.Id));
        foreach (var (given, position) in content.FollowUps.Select((f, i) => (f, i)))
        {
            var followUp = _followUps.Find(f => f.Id == given.Id);
            if (followUp is null)
                _followUps.Add(followUp = FollowUp.Of(newId(), Id));
            followUp.Take(given, position);
        }

        Count();
        Version++;
        return null;
    }

    /// <summary>Whether one of the bodies was told of the meeting.</summary>
    public bool IsInvited(IReadOnlyCollection<Guid> bodies) => NoticedAt is not null && Participants.Any(p => p.OrganisationId is { } unit && bodies.Contains(unit));

    /// <summary>Whether the actor speaks for the body that was given the task.</summary>
    public bool MayReport(FollowUp followUp, Actor actor) =>
        State == MeetingState.FollowingUp && !followUp.IsDone && followUp.OwnerId is { } owner && (actor.BodiesWith(MeetingPermissions.Report).Contains(owner) || actor.BodiesWith(MeetingPermissions.Convene).Contains(owner));

    public Refusal? Report(FollowUp followUp, string? how, Actor actor, DateTimeOffset now)
    {
        if (State != MeetingState.FollowingUp)
            return WorkflowRefusals.WrongState("汇报落实", State.ChineseName());
        if (followUp.IsDone)
            return MeetingRefusals.AlreadyDone(followUp.What);
        if (!MayReport(followUp, actor))
            return MeetingRefusals.NotYours(followUp.What);
        if (string.IsNullOrWhiteSpace(how) || how.Length > MeetingContent.TextLimit)
            return MeetingRefusals.HowMissing();
        followUp.Finish(how.Trim(), actor, now);
        Count();
        UpdatedAt = now;
        Version++;
        return null;
    }

    /// <summary>Another body takes over: as the convenor, and what it was given to do.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        (OrganisationId, UpdatedAt) = (succession.OfOwn(OrganisationId), now);
        _followUps.ForEach(f => f.PassTo(succession));
        Participants = [.. Participants.Select(p => p.OrganisationId is { } unit ? p with { OrganisationId = succession.OfOwn(unit) } : p)];
        Version++;
    }

    public void Know(NumberChoice numbers) => Numbers = numbers;

    public void TakeNumber(string number) => MinutesNumber = number;

    public Decision<MeetingState> Act(MeetingAction action, string? comment, GuardContext context)
    {
        var decision = MeetingWorkflow.Table.Decide(this, action, comment, context);
        if (decision is Decision<MeetingState>.Accepted accepted)
        {
            (State, UpdatedAt) = (accepted.To, context.Now);
            if (action == MeetingAction.Notify)
                NoticedAt = context.Now;
            if (action == MeetingAction.Issue)
                ChosenNumber = Numbers.IdOf(context.Number);
            Version++;
        }

        return decision;
    }

    private void Count() => (FollowUpCount, OpenCount) = (_followUps.Count, _followUps.Count(f => !f.IsDone));
}

using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>The joint meetings' part in the runner.</summary>
public sealed class MeetingCase(PolicyLibrary policies, NumberLedger ledger, AgreedClocks agreed, TimeProvider clock) : CaseRules<JointMeeting, MeetingState, MeetingAction>
{
    /// <summary>The series of 纪要编号.</summary>
    public static readonly NumberMatter Minutes = new("LXHY", "联席会议纪要", JointMeeting.CaseKind);

    private static readonly MeetingState[] Assigned = [MeetingState.FollowingUp, MeetingState.Closed];

    public override string Kind => JointMeeting.CaseKind;

    public override WorkflowTable<MeetingState, MeetingAction, JointMeeting> Table => MeetingWorkflow.Table;

    public override async Task<JointMeeting?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var meeting = await db.JointMeetings.FirstOrDefaultAsync(m => m.Id == id, cancellationToken);
        if (meeting is { State: MeetingState.Preparing or MeetingState.Held })
            meeting.Know(await NumberLedger.ChoiceAsync(db, Minutes, meeting.OrganisationId, clock.GetUtcNow(), cancellationToken));
        return meeting;
    }

    /// <summary>The convenor's region, and whoever was given something to do.</summary>
    public override bool IsVisible(JointMeeting subject, Actor actor) =>
        actor.Holds(MeetingPermissions.View, subject.Location)
        || subject.IsInvited(actor.BodiesWith(MeetingPermissions.View))
        || (Assigned.Contains(subject.State) && actor.BodiesWith(MeetingPermissions.View) is var bodies && subject.FollowUps.Any(f => f.OwnerId is { } owner && bodies.Contains(owner)));

    public static IQueryable<JointMeeting> VisibleTo(BureauDbContext db, Actor actor, Permission permission)
    {
        var bodies = actor.BodiesWith(permission);
        var given = db.Set<FollowUp>().Where(f => f.OwnerId != null && bodies.Contains(f.OwnerId.Value)).Select(f => f.MeetingId);
        var reached = db.JointMeetings.VisibleTo(actor, permission, m => m.OrganisationId, m => m.RegionCode).Select(m => m.Id);
        return db.JointMeetings.IgnoreAutoIncludes().AsNoTracking().Where(m => reached.Contains(m.Id) || (Assigned.Contains(m.State) && given.Contains(m.Id)));
    }

    public override int VersionOf(JointMeeting subject) => subject.Version;

    public override MeetingState StateOf(JointMeeting subject) => subject.State;

    public override string TitleOf(JointMeeting subject) => subject.Title;

    public override CaseLocation LocationOf(JointMeeting subject) => subject.Location;

    public override Decision<MeetingState> Act(JointMeeting subject, MeetingAction action, string? comment, GuardContext context) => subject.Act(action, comment, context);

    public override async Task<string?> AfterAsync(BureauDbContext db, JointMeeting subject, MeetingAction action, Actor actor, DateTimeOffset now)
    {
        await FollowClocksAsync(db, subject, now);
        if (action == MeetingAction.Notify)
        {
            var (told, unreachable) = await MeetingUnits.TellAsync(db, subject, actor, now);
            return MeetingUnits.Sentence(subject, told, unreachable);
        }

        if (action != MeetingAction.Issue)
            return action == MeetingAction.Assign ? $"已交办 {subject.FollowUps.Count} 项议定事项，承办单位可以在工作台看到。" : null;
        subject.TakeNumber((await ledger.IssueAsync(db, Minutes, subject.RegionCode, Kind, subject.Id, subject.Title, actor, now, subject.ChosenNumber)).Text);
        return $"纪要已签发，编号 {subject.MinutesNumber}。";
    }

    /// <summary>One clock per 议定事项 that is not done, while they are followed up. Saves what it changes.</summary>
    public Task FollowClocksAsync(BureauDbContext db, JointMeeting m, DateTimeOffset now)
    {
        var open = m.State == MeetingState.FollowingUp ? m.FollowUps.Where(f => !f.IsDone) : [];
        return agreed.FollowAsync(
            db, MeetingWorkflow.FollowUpLimit, [.. m.FollowUps.Select(f => f.Id)],
            [.. open.Where(f => f is { OwnerId: not null, DueOn: not null }).Select(f => new AgreedDay(
                new DeadlineSubject(FollowUp.SubjectKind, f.Id, f.What, m.State.ChineseName(), m.RegionCode, f.OwnerId!.Value, CaseSide.Owner), f.DueOn!.Value))],
            now);
    }

    public async Task<MeetingView> ProjectAsync(BureauDbContext db, JointMeeting m, Actor actor, CancellationToken cancellationToken)
    {
        var owners = m.FollowUps.Select(f => f.OwnerId).OfType<Guid>().Append(m.OrganisationId).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => owners.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var editable = MeetingWorkflow.IsEditable(m.State) && actor.Holds(MeetingPermissions.Convene, m.Location);
        var units = editable ? await MeetingUnits.ReadAsync(db, m.RegionCode, cancellationToken) : [];
        var consultations = await ConsultationReader.OnAsync(db, FollowUp.SubjectKind, [.. m.FollowUps.Select(f => f.Id)], cancellationToken);
        var mayConsult = MeetingSubjects.Decided.Contains(m.State) && actor.Holds(ConsultationPermissions.Convene);
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == m.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        return new MeetingView(
            m.Id, m.Version, m.Title, m.State, m.HeldOn, m.Place, names[m.OrganisationId], m.MinutesNumber, m.Agenda, m.Participants,
            [.. m.FollowUps.Select(f => new FollowUpView(f.Id, f.What, f.OwnerId, f.OwnerId is { } o ? names.GetValueOrDefault(o) : null, f.DueOn, f.DoneAt, f.DoneBy, f.How, m.MayReport(f, actor), consultations.GetValueOrDefault(f.Id), mayConsult && !consultations.ContainsKey(f.Id)))],
            editable, units, m.NoticedAt, m.Numbers.Free, ChinaTime.DateOf(clock.GetUtcNow()), MeetingWorkflow.Table.Permitted(m, new GuardContext(actor, policies.For(m.RegionCode), clock.GetUtcNow())), history);
    }
}

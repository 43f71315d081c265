using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.ChiefDataOfficers.Meetings.MeetingAction;
using static DataBureau.Domain.ChiefDataOfficers.Meetings.MeetingState;
using static DataBureau.Domain.Workflow.CaseSide;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.ChiefDataOfficers.Meetings.MeetingState, DataBureau.Domain.ChiefDataOfficers.Meetings.MeetingAction, DataBureau.Domain.ChiefDataOfficers.Meetings.JointMeeting>;

namespace DataBureau.Domain.ChiefDataOfficers.Meetings;

/// <summary>Prepared, held, minuted under a number, followed up until everything is done. Practice, not a rule of the documents.</summary>
public static class MeetingWorkflow
{
    public static readonly Guard<JointMeeting> Convened = new(nameof(Convened), static (m, context) => Missing(
    [
        .. m.HeldOn is null ? [new RefusalDetail("HeldOn", "请填写会议日期。")] : m.HeldOn > ChinaTime.DateOf(context.Now) ? new[] { new RefusalDetail("HeldOn", "会议日期在今天之后，开会后再办理。") } : [],
        .. m.Agenda.Any(a => !string.IsNullOrWhiteSpace(a.Title)) ? [] : new[] { new RefusalDetail("Agenda", "请至少填写一个议题。") },
        .. m.Participants.Any(p => !string.IsNullOrWhiteSpace(p.Organisation)) ? [] : new[] { new RefusalDetail("Participants", "请填写参会单位。") },
    ]));

    /// <summary>What a notice has to say, and somebody to say it to.</summary>
    public static readonly Guard<JointMeeting> Announced = new(nameof(Announced), static (m, context) => Missing(
    [
        .. m.HeldOn is null ? [new RefusalDetail("HeldOn", "请填写会议日期。")] : m.HeldOn < ChinaTime.DateOf(context.Now) ? new[] { new RefusalDetail("HeldOn", "会议日期已经过去，不能再通知开会。") } : [],
        .. m.Agenda.Any(a => !string.IsNullOrWhiteSpace(a.Title)) ? [] : new[] { new RefusalDetail("Agenda", "请至少填写一个议题。") },
        .. m.Participants.Any(p => p.OrganisationId is not null) ? [] : new[] { new RefusalDetail("Participants", "请从名册选择参会单位；手工填写的单位不在系统内，须另行通知。") },
    ]));

    public static readonly Guard<JointMeeting> Minuted = new(nameof(Minuted), static (m, _) => Missing(
    [
        .. m.Agenda.Where(a => string.IsNullOrWhiteSpace(a.Decision)).Select(a => new RefusalDetail("Agenda", $"议题「{a.Title}」还没有写议定意见。")),
        .. m.FollowUps.SelectMany((f, n) => new (bool Missing, string Sentence)[]
        {
            (string.IsNullOrWhiteSpace(f.What), $"第 {n + 1} 项议定事项没有写内容。"), (f.OwnerId is null, $"第 {n + 1} 项议定事项没有承办单位。"), (f.DueOn is null, $"第 {n + 1} 项议定事项没有完成期限。"), (f.DueOn < m.HeldOn, $"第 {n + 1} 项议定事项的期限早于会议日期。"),
        }.Where(x => x.Missing).Select(x => new RefusalDetail("FollowUps", x.Sentence))),
    ]));

    public static readonly Guard<JointMeeting> SomethingToDo = new(nameof(SomethingToDo), static (m, _) => m.FollowUps.Count == 0 ? MeetingRefusals.NothingToAssign() : null) { Excuses = true };

    public static readonly Guard<JointMeeting> AllDone = new(nameof(AllDone), static (m, _) => m.FollowUps.Count(f => !f.IsDone) is > 0 and var open ? MeetingRefusals.NotAllDone(open) : null) { Excuses = true };

    public static readonly WorkflowTable<MeetingState, MeetingAction, JointMeeting> Table = new(m => m.State, m => m.Location,
        new Row(Preparing, Hold, Held, MeetingPermissions.Convene, Owner) { Guards = [Convened] },
        new Row(Preparing, Notify, Preparing, MeetingPermissions.Convene, Owner) { Guards = [Announced], IsRight = true },
        new Row(Preparing, Cancel, Cancelled, MeetingPermissions.Convene, Owner) { NeedsComment = true, IsRight = true },
        new Row(Held, Issue, MinutesIssued, MeetingPermissions.Convene, Owner) { Guards = [Minuted, NumberGuards.NumberFree<JointMeeting>()] },
        new Row(MinutesIssued, Assign, FollowingUp, MeetingPermissions.Convene, Owner) { Guards = [SomethingToDo] },
        new Row(MinutesIssued, Close, Closed, MeetingPermissions.Convene, Owner) { Guards = [AllDone] },
        new Row(FollowingUp, Close, Closed, MeetingPermissions.Convene, Owner) { Guards = [AllDone] });

    /// <summary>What was given to a body to do, by the day that was agreed on.</summary>
    public static readonly TimeLimit FollowUpLimit = new("joint-meeting.follow-up", "落实联席会议议定事项", FollowUp.SubjectKind) { ActedOnWith = [MeetingPermissions.Report, MeetingPermissions.Convene], IsAgreed = true };

    public static readonly ImmutableArray<MeetingState> MainLine = [Preparing, Held, MinutesIssued, FollowingUp, Closed];

    public static bool IsEditable(MeetingState state) => state is Preparing or Held;

    private static Refusal? Missing(IReadOnlyList<RefusalDetail> missing) => missing.Count == 0 ? null : MeetingRefusals.Incomplete(missing);
}

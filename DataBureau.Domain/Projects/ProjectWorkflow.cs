using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.Projects.ProjectAction;
using static DataBureau.Domain.Projects.ProjectState;
using static DataBureau.Domain.Workflow.CaseSide;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.Projects.ProjectState, DataBureau.Domain.Projects.ProjectAction, DataBureau.Domain.Projects.Project>;

namespace DataBureau.Domain.Projects;

/// <summary>
/// J04–J11: brought, replied to, built, accepted. Which gates stand in the way is the jurisdiction's policy; the guards ask it.
/// Who decides follows the track: the data authority on what departments bring, the 政务信息管理部门 on what its plan lists.
/// </summary>
public static class ProjectWorkflow
{
    private static readonly ImmutableArray<Guard<Project>> Brought =
        [ProjectGuards.Complete, ProjectGuards.ReuseCompared, ProjectGuards.DeploymentExplained, ProjectGuards.OutsourcingSettled, ProjectGuards.PreCatalogued];

    private static readonly ImmutableArray<Guard<Project>> Finished = [ProjectGuards.ComponentsRegistered, ProjectGuards.DataCatalogued];

    public static readonly WorkflowTable<ProjectState, ProjectAction, Project> Table = new(p => p.State, p => p.Location,
        new Row(Draft, Submit, InternalReview, ProjectPermissions.Compile, Owner) { Guards = [.. Brought, ProjectGuards.AuthorityKnown], Mechanisms = ["J05", "J09", "J11"] },
        new Row(Draft, Terminate, Terminated, ProjectPermissions.Compile, Owner) { NeedsComment = true, IsRight = true },
        new Row(InternalReview, Withdraw, Draft, ProjectPermissions.Compile, Owner) { IsRight = true },
        new Row(InternalReview, Approve, PendingReply, ProjectPermissions.SignOff, Owner) { Guards = [ProjectGuards.NotOwnSubmission("审签"), .. Brought, ProjectGuards.AuthorityKnown], Judges = true },
        new Row(InternalReview, Return, Draft, ProjectPermissions.SignOff, Owner) { Guards = [ProjectGuards.NotOwnSubmission("退回")], Judges = true, NeedsComment = true },
        new Row(PendingReply, Withdraw, Draft, ProjectPermissions.Compile, Owner) { NeedsComment = true, IsRight = true },
        new Row(PendingReply, JudgeInformatization, PendingReply, ProjectPermissions.Judge, Authority) { Guards = [ProjectGuards.NotOwnSubmission("判定"), ProjectGuards.Judgeable, ProjectGuards.JudgementFree(true)], Judges = true, NeedsComment = true, Mechanisms = ["J04"] },
        new Row(PendingReply, JudgeOther, PendingReply, ProjectPermissions.Judge, Authority) { Guards = [ProjectGuards.NotOwnSubmission("判定"), ProjectGuards.Judgeable, ProjectGuards.JudgementFree(false)], Judges = true, NeedsComment = true, Mechanisms = ["J04"] },
        new Row(PendingReply, Reply, Replied, ProjectPermissions.Reply, Authority) { Guards = [ProjectGuards.NotOwnSubmission("批复"), .. Brought, ProjectGuards.PlanApproved, ProjectGuards.Judged, ProjectGuards.ConsultationConcluded, NumberGuards.NumberFree<Project>()], Judges = true, Mechanisms = ["J04", "J05"] },
        new Row(PendingReply, Reject, Rejected, ProjectPermissions.Reply, Authority) { Guards = [ProjectGuards.NotOwnSubmission("批复")], Judges = true, NeedsComment = true },
        new Row(PendingReply, Return, Draft, ProjectPermissions.Reply, Authority) { Guards = [ProjectGuards.NotOwnSubmission("退回")], Judges = true, NeedsComment = true },
        new Row(Rejected, Redraft, Draft, ProjectPermissions.Compile, Owner) { NeedsComment = true },
        new Row(Rejected, Terminate, Terminated, ProjectPermissions.Compile, Owner) { NeedsComment = true, IsRight = true },
        new Row(Replied, Start, Building, ProjectPermissions.Compile, Owner),
        new Row(Replied, Terminate, Terminated, ProjectPermissions.Compile, Owner) { NeedsComment = true, IsRight = true },
        new Row(Building, AskAcceptance, PendingAcceptance, ProjectPermissions.Compile, Owner) { Guards = Finished, Mechanisms = ["J06", "J07"] },
        new Row(Building, Terminate, Terminated, ProjectPermissions.Compile, Owner) { NeedsComment = true, IsRight = true },
        new Row(PendingAcceptance, Withdraw, Building, ProjectPermissions.Compile, Owner) { IsRight = true },
        new Row(PendingAcceptance, Accept, Accepted, ProjectPermissions.Accept, Authority) { Guards = [ProjectGuards.NotOwnSubmission("验收"), .. Finished], Judges = true, Mechanisms = ["J06", "J07"] },
        new Row(PendingAcceptance, ReturnAcceptance, AcceptanceReturned, ProjectPermissions.Accept, Authority) { Guards = [ProjectGuards.NotOwnSubmission("验收")], Judges = true, NeedsComment = true },
        new Row(AcceptanceReturned, AskAcceptance, PendingAcceptance, ProjectPermissions.Compile, Owner) { Guards = Finished, Mechanisms = ["J06", "J07"] },
        new Row(AcceptanceReturned, Terminate, Terminated, ProjectPermissions.Compile, Owner) { NeedsComment = true, IsRight = true },
        new Row(Accepted, Archive, Archived, ProjectPermissions.Accept, Authority));

    public static readonly TimeLimit ReplyLimit = new("project.reply", "批复项目", Project.CaseKind) { ActedOnWith = [ProjectPermissions.Reply] };
    public static readonly TimeLimit AcceptLimit = new("project.accept", "组织项目验收", Project.CaseKind) { ActedOnWith = [ProjectPermissions.Accept] };

    public static readonly ImmutableArray<TimeLimit> Limits = [ReplyLimit, AcceptLimit];

    /// <summary>While the builder mends what was returned, the authority's clock stands still.</summary>
    public static readonly ImmutableArray<ClockRule<ProjectState>> Clocks =
    [
        new(ReplyLimit, Authority, [PendingReply], [Draft, InternalReview]),
        new(AcceptLimit, Authority, [PendingAcceptance], [Building, AcceptanceReturned]),
    ];

    /// <summary>The acts to be offered: those permitted, less judging what is never judged.</summary>
    public static ImmutableArray<PermittedAct<ProjectAction>> Offered(Project project, GuardContext context) =>
        [.. Table.Permitted(project, context).Where(act => project.Track == ProjectTrack.Department || act.Action is not (JudgeInformatization or JudgeOther))];

    public static ProjectParts Editable(ProjectState state) => state switch
    {
        Draft => ProjectParts.Content | ProjectParts.Progress | ProjectParts.DataList,
        Replied or Building or AcceptanceReturned => ProjectParts.Progress | ProjectParts.DataList,
        _ => ProjectParts.None,
    };

    /// <summary>Whether the builder may add and remove materials.</summary>
    public static bool MaterialsOpen(ProjectState state) => Editable(state) != ProjectParts.None;

    /// <summary>Where the acceptance gate is worth asking: before, it could only say that nothing is there yet.</summary>
    public static bool GateMatters(ProjectState state) => state is Replied or Building or PendingAcceptance or AcceptanceReturned;

    public static readonly ImmutableArray<ProjectState> MainLine = [Draft, InternalReview, PendingReply, Replied, Building, PendingAcceptance, Accepted, Archived];
}

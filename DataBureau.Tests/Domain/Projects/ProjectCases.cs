using DataBureau.Domain.Access;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.Projects;

/// <summary>Projects brought into a state by the acts that lead there, never by setting it.</summary>
internal static class ProjectCases
{
    public static readonly Actor Builder = Actors.Of(Role.Liaison, Actors.Owner);
    public static readonly Actor Head = Actors.Of(Role.DepartmentHead, Actors.Owner);
    public static readonly Actor Reviewer = Actors.Of(Role.Reviewer, Actors.Authority, Actors.Province);

    private static readonly (ProjectAction Action, Actor By)[] ToReply = [(ProjectAction.Submit, Builder), (ProjectAction.Approve, Head), (ProjectAction.JudgeOther, Reviewer), (ProjectAction.Reply, Reviewer)];
    private static readonly (ProjectAction Action, Actor By)[] ToAcceptance = [.. ToReply, (ProjectAction.Start, Builder), (ProjectAction.AskAcceptance, Builder)];

    private static readonly Dictionary<ProjectState, (ProjectAction Action, Actor By)[]> Ways = new()
    {
        [ProjectState.Draft] = [],
        [ProjectState.InternalReview] = [(ProjectAction.Submit, Builder)],
        [ProjectState.PendingReply] = [(ProjectAction.Submit, Builder), (ProjectAction.Approve, Head), (ProjectAction.JudgeOther, Reviewer)],
        [ProjectState.Replied] = ToReply,
        [ProjectState.Rejected] = [(ProjectAction.Submit, Builder), (ProjectAction.Approve, Head), (ProjectAction.Reject, Reviewer)],
        [ProjectState.Building] = [.. ToReply, (ProjectAction.Start, Builder)],
        [ProjectState.PendingAcceptance] = ToAcceptance,
        [ProjectState.AcceptanceReturned] = [.. ToAcceptance, (ProjectAction.ReturnAcceptance, Reviewer)],
        [ProjectState.Accepted] = [.. ToAcceptance, (ProjectAction.Accept, Reviewer)],
        [ProjectState.Archived] = [.. ToAcceptance, (ProjectAction.Accept, Reviewer), (ProjectAction.Archive, Reviewer)],
        [ProjectState.Terminated] = [(ProjectAction.Terminate, Builder)],
    };

    public static ProjectContent Content() => new()
    {
        Name = "养老服务信息平台（二期）",
        Code = "2611-140000-04-01-000001",
        Budget = 680.5m,
        StartOn = new DateOnly(2026, 12, 1),
        FinishOn = new DateOnly(2027, 11, 30),
        Summary = "扩建养老服务信息平台，汇聚机构、床位和补贴数据。",
        Deployment = Deployment.GovernmentCloud,
        Reuse = [new("统一身份认证", ReuseConclusion.Reusable, null, "国家统一身份认证平台", null) { Unregistered = true, Owner = "国家有关部门" }, new("养老评估模型", ReuseConclusion.NotSufficient, null, null, "登记册中没有同类组件。")],
    };

    public static Project Draft(string region = Actors.Province, ProjectContent? content = null, Guid? plan = null)
    {
        var project = Project.Draft(Guid.NewGuid(), Actors.Owner, region, Actors.Authority, plan, content ?? Content(), Entries.Now);
        project.Know(ProjectFacts.None with { DataItemCount = 3 });
        return project;
    }

    public static Project In(ProjectState state, string region = Actors.Province)
    {
        var project = Draft(region);
        foreach (var (action, by) in Ways[state])
            Assert.Null(project.Try(action, by));
        Assert.Equal(state, project.State);
        return project;
    }

    public static Refusal? Try(this Project project, ProjectAction action, Actor by, string? comment = "依据核对结果办理。") => (project.Attempt(action, by, comment) as Decision<ProjectState>.Refused)?.Refusal;

    public static Decision<ProjectState> Attempt(this Project project, ProjectAction action, Actor by, string? comment = "依据核对结果办理。") =>
        project.Act(action, comment, new GuardContext(by, PolicyLibrary.Embedded.For(project.RegionCode), Entries.Now));
}

using DataBureau.Domain;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>Projects that wait for their makers, for the one who signs off, or for the deciding authority.</summary>
internal sealed class ProjectInbox : CaseInbox<ProjectState>
{
    public override string Kind => Project.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [ProjectPermissions.Compile, ProjectPermissions.SignOff, ProjectPermissions.Reply];

    public override string CountKey => "projects";

    protected override string Href(Guid id) => $"/projects/{id}";

    protected override string Act(ProjectState state) => Words(state);

    /// <summary>What a case in the state waits for.</summary>
    public static string Words(ProjectState state) => state switch
    {
        ProjectState.Draft => "补齐并提交审签",
        ProjectState.InternalReview => "审签",
        ProjectState.PendingReply => "判定并批复",
        ProjectState.Rejected => "重新编报",
        ProjectState.Replied => "开工建设",
        ProjectState.Building => "编目后申请验收",
        ProjectState.PendingAcceptance => "组织验收",
        ProjectState.AcceptanceReturned => "整改后申请验收",
        ProjectState.Accepted => "归档",
        _ => state.ChineseName(),
    };

    protected override IQueryable<WaitingCase<ProjectState>> Waiting(InboxReader reader) =>
        reader.Db.Projects.AsNoTracking().WaitingFor(reader.Actor).Select(p => new WaitingCase<ProjectState>
        {
            Id = p.Id,
            Title = p.Content.Name,
            State = p.State,
            FromId = p.AuthorityId != null && (p.State == ProjectState.Rejected || p.State == ProjectState.Replied || p.State == ProjectState.AcceptanceReturned) ? p.AuthorityId.Value : p.OrganisationId,
            Since = p.UpdatedAt,
            Version = p.Version,
            OrganisationId = p.OrganisationId,
            RegionCode = p.RegionCode,
            AuthorityId = p.AuthorityId,
        });
}

/// <summary>Annual construction plans that wait for those who draw them up, or for their head.</summary>
internal sealed class AnnualPlanInbox : CaseInbox<AnnualPlanState>
{
    public override string Kind => AnnualPlan.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [ProjectPermissions.Plan, ProjectPermissions.SignOff];

    protected override string Href(Guid id) => $"/projects/plans/{id}";

    protected override string Act(AnnualPlanState state) => Words(state);

    /// <summary>What a case in the state waits for.</summary>
    public static string Words(AnnualPlanState state) => state switch
    {
        AnnualPlanState.Draft => "补齐并提交审签",
        AnnualPlanState.InternalReview => "审签",
        AnnualPlanState.ForReport => "会商后报批",
        AnnualPlanState.Reported => "登记批准",
        _ => state.ChineseName(),
    };

    protected override IQueryable<WaitingCase<AnnualPlanState>> Waiting(InboxReader reader) =>
        reader.Db.AnnualPlans.AsNoTracking().WaitingFor(reader.Actor)
            .Select(p => new WaitingCase<AnnualPlanState>
            {
                Id = p.Id,
                Title = p.Content.Title,
                State = p.State,
                FromId = p.OrganisationId,
                Since = p.UpdatedAt,
                Version = p.Version,
                OrganisationId = p.OrganisationId,
                RegionCode = p.RegionCode,
                AuthorityId = p.OrganisationId,
            });
}

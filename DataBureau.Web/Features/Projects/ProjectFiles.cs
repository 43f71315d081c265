using DataBureau.Domain;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>Materials of a project: the builder supplies them while it may; the authority reads them.</summary>
internal sealed class ProjectFiles : CaseFiles
{
    public override string Kind => Project.CaseKind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Projects.AsNoTracking().VisibleTo(actor, ProjectPermissions.View).FirstOrDefaultAsync(p => p.Id == caseId, cancellationToken) is not { } project)
            return null;
        var (builder, open) = (actor.Holds(ProjectPermissions.Compile, project.Location), ProjectWorkflow.MaterialsOpen(project.State));
        return new CaseFileRights(project.Content.Name, project.OrganisationId, builder && open,
            !builder ? "材料由建设单位上传，您可以查看和下载。" : open ? null : $"当前状态是「{project.State.ChineseName()}」，材料不能增减。");
    }

    /// <inheritdoc/>
    public override Task LockAsync(BureauDbContext db, Guid caseId) => db.Projects.Where(p => p.Id == caseId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Track, x => x.Track));
}

/// <summary>Papers of an annual plan: its body supplies them until the plan is approved.</summary>
internal sealed class AnnualPlanFiles : CaseFiles
{
    public override string Kind => AnnualPlan.CaseKind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.AnnualPlans.AsNoTracking().VisibleTo(actor, ProjectPermissions.View).FirstOrDefaultAsync(p => p.Id == caseId, cancellationToken) is not { } plan)
            return null;
        var (planner, open) = (actor.Holds(ProjectPermissions.Plan, CaseSide.Authority, plan.Location), plan.State is AnnualPlanState.Draft or AnnualPlanState.ForReport or AnnualPlanState.Reported);
        return new CaseFileRights(plan.Content.Title, plan.OrganisationId, planner && open,
            !planner ? "材料由编制部门上传，您可以查看和下载。" : open ? null : $"当前状态是「{plan.State.ChineseName()}」，材料不能增减。");
    }

    /// <inheritdoc/>
    public override Task LockAsync(BureauDbContext db, Guid caseId) => db.AnnualPlans.Where(p => p.Id == caseId).ExecuteUpdateAsync(p => p.SetProperty(x => x.RegionCode, x => x.RegionCode));
}

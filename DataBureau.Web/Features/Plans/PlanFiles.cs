using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>Materials of a plan: the drafting body supplies them while it may; the receiving office reads them.</summary>
internal sealed class PlanFiles : CaseFiles
{
    public override string Kind => Plan.CaseKind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().VisibleTo(actor, PlanPermissions.View).FirstOrDefaultAsync(p => p.Id == caseId, cancellationToken);
        if (plan is null)
            return null;
        var (drafter, open) = (actor.Holds(PlanPermissions.Draft, plan.Location), PlanWorkflow.MaterialsOpen(plan.State));
        return new CaseFileRights(plan.Content.Title, plan.OrganisationId, drafter && open, (drafter, open) switch
        {
            (false, _) => "材料由编制单位上传，您可以查看和下载。",
            (_, false) => $"当前状态是「{plan.State.ChineseName()}」，材料不能增减。",
            _ => null,
        });
    }

    /// <inheritdoc/>
    public override Task LockAsync(BureauDbContext db, Guid caseId) =>
        db.Plans.Where(p => p.Id == caseId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Edition, x => x.Edition));
}

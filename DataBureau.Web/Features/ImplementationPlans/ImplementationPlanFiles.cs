using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>Materials of an implementation plan: the department supplies them while it may; the receiving office reads them.</summary>
internal sealed class ImplementationPlanFiles : CaseFiles
{
    public override string Kind => ImplementationPlan.CaseKind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.ImplementationPlans.AsNoTracking().VisibleTo(actor, ImplementationPlanPermissions.View).FirstOrDefaultAsync(p => p.Id == caseId, cancellationToken) is not { } plan)
            return null;
        var (drafter, open) = (actor.Holds(ImplementationPlanPermissions.Draft, plan.Location), ImplementationPlanWorkflow.IsEditable(plan.State));
        var asked = plan.State != ImplementationPlanState.Supplementing ? null : await db.Set<SupplementRound>().AsNoTracking()
            .Where(r => r.CaseKind == Kind && r.CaseId == caseId && r.AnsweredAt == null).OrderByDescending(r => r.Round).FirstOrDefaultAsync(cancellationToken);
        return new CaseFileRights(plan.Content.Title, plan.OrganisationId, drafter && open, (drafter, open) switch
        {
            (false, _) => "材料由建设单位上传，您可以查看和下载。",
            (_, false) => ImplementationPlanRefusals.MaterialsClosed(plan.State).Sentence,
            _ => null,
        })
        {
            WhyNotOf = slot => ImplementationPlanOpenings.Material(plan.State, slot, asked)?.Sentence,
        };
    }

    /// <inheritdoc/>
    public override Task LockAsync(BureauDbContext db, Guid caseId) =>
        db.ImplementationPlans.Where(p => p.Id == caseId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Edition, x => x.Edition));
}

using DataBureau.Domain.Filings;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>Materials of a plan: the drafting body supplies them while it may; the receiving office reads them.</summary>
internal sealed class PlanFiles(PolicyLibrary policies) : CaseFiles
{
    public override string Kind => Plan.CaseKind;

    public override async Task<CaseFileRights?> RightsAsync(BureauDbContext db, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().VisibleTo(actor, PlanPermissions.View).FirstOrDefaultAsync(p => p.Id == caseId, cancellationToken);
        if (plan is null)
            return null;
        var (drafter, open) = (actor.Holds(PlanPermissions.Draft, plan.Location), PlanWorkflow.MaterialsOpen(plan.State));
        var rule = policies.For(plan.RegionCode).Plans.Find(plan.Kind);
        var asked = plan.State is not (PlanState.Supplementing or PlanState.Approved) ? null : await db.Set<SupplementRound>().AsNoTracking()
            .Where(r => r.CaseKind == Kind && r.CaseId == caseId && r.AnsweredAt == null).OrderByDescending(r => r.Round).FirstOrDefaultAsync(cancellationToken);
        return new CaseFileRights(plan.Content.Title, plan.OrganisationId, drafter && open, (drafter, open) switch
        {
            (false, _) => "材料由编制单位上传，您可以查看和下载。",
            (_, false) => PlanRefusals.MaterialsClosed(plan.State).Sentence,
            _ => null,
        })
        {
            WhyNotOf = slot => PlanOpenings.Material(plan.State, slot, rule, asked)?.Sentence,
        };
    }

    /// <inheritdoc/>
    public override Task LockAsync(BureauDbContext db, Guid caseId) =>
        db.Plans.Where(p => p.Id == caseId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Edition, x => x.Edition));
}

using DataBureau.Domain.Consultations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>The annual plans' part in the runner.</summary>
public sealed class AnnualPlanCase(PolicyLibrary policies, TimeProvider clock) : CaseRules<AnnualPlan, AnnualPlanState, AnnualPlanAction>
{
    public override string Kind => AnnualPlan.CaseKind;

    public override WorkflowTable<AnnualPlanState, AnnualPlanAction, AnnualPlan> Table => AnnualPlanWorkflow.Table;

    public override async Task<AnnualPlan?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.AnnualPlans.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } plan)
            return null;
        plan.Know(await ProjectFactsReader.ReadAsync(db, plan, cancellationToken));
        return plan;
    }

    public override bool IsVisible(AnnualPlan subject, Actor actor) => actor.Holds(ProjectPermissions.View, subject.Location);

    public override int VersionOf(AnnualPlan subject) => subject.Version;

    public override AnnualPlanState StateOf(AnnualPlan subject) => subject.State;

    public override string TitleOf(AnnualPlan subject) => subject.Content.Title;

    public override CaseLocation LocationOf(AnnualPlan subject) => subject.Location;

    public override Decision<AnnualPlanState> Act(AnnualPlan subject, AnnualPlanAction action, string? comment, GuardContext context) => subject.Act(action, comment, context);

    public async Task<AnnualPlanView> ProjectAsync(BureauDbContext db, AnnualPlan subject, Actor actor, CancellationToken cancellationToken)
    {
        var policy = policies.For(subject.RegionCode);
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == subject.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var region = await db.Regions.AsNoTracking().Where(r => r.Code == subject.RegionCode).Select(r => r.Name).SingleAsync(cancellationToken);
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == subject.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        return new AnnualPlanView(
            subject.Id, subject.Version, subject.State, subject.Content, policy, organisation, subject.RegionCode, region, subject.Facts, subject.ReportedAt,
            AnnualPlanWorkflow.Table.Permitted(subject, new GuardContext(actor, policy, clock.GetUtcNow())),
            AnnualPlanWorkflow.IsEditable(subject.State) && actor.Holds(ProjectPermissions.Plan, CaseSide.Authority, subject.Location), AnnualPlanWorkflow.Asked(subject, policy), history)
        {
            ConsultHref = subject.State == AnnualPlanState.ForReport && subject.Facts.Consultation.MayBegin && actor.BodiesWith(ConsultationPermissions.Convene).Contains(subject.OrganisationId)
                ? ConsultationReader.NewHref(Kind, subject.Id) : null,
            CanStrike = AnnualPlanListRules.MayStrike(subject, actor) is null,
            AttachmentCount = await db.CountAttachmentsAsync(Kind, subject.Id, cancellationToken),
            Budget = await db.Projects.Where(p => p.AnnualPlanId == subject.Id && p.State != ProjectState.Terminated).SumAsync(p => p.Content.Budget ?? 0, cancellationToken),
        };
    }
}

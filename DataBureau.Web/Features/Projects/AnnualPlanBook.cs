using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>Annual construction plans among the cases of all kinds.</summary>
internal sealed class AnnualPlanBook : CaseBook<AnnualPlanState>
{
    public override string Kind => AnnualPlan.CaseKind;

    protected override Permission View => ProjectPermissions.View;

    protected override string Href(Guid id) => $"/projects/plans/{id}";

    protected override (string Act, CaseSide Side)? Awaited(AnnualPlanState state) => AnnualPlanWorkflow.Table.AwaitedIn(state) is var (_, side) ? (AnnualPlanInbox.Words(state), side) : null;

    protected override IQueryable<BookedCase<AnnualPlanState>> Visible(BureauDbContext db, Actor actor) =>
        db.AnnualPlans.AsNoTracking().VisibleTo(actor, View).Select(p => new BookedCase<AnnualPlanState> { Id = p.Id, Title = p.Content.Title, State = p.State, OrganisationId = p.OrganisationId, AuthorityId = p.OrganisationId, UpdatedAt = p.UpdatedAt });
}

using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>Implementation plans among the cases of all kinds.</summary>
internal sealed class ImplementationPlanBook : CaseBook<ImplementationPlanState>
{
    public override string Kind => ImplementationPlan.CaseKind;

    protected override Permission View => ImplementationPlanPermissions.View;

    protected override string Href(Guid id) => $"{ImplementationPlanModule.Href}/{id}";

    protected override (string Act, CaseSide Side)? Awaited(ImplementationPlanState state) => ImplementationPlanWorkflow.Table.AwaitedIn(state) is var (_, side) ? (ImplementationPlanInbox.Words(state), side) : null;

    protected override IQueryable<BookedCase<ImplementationPlanState>> Visible(BureauDbContext db, Actor actor) =>
        db.ImplementationPlans.AsNoTracking().VisibleTo(actor, View).Select(p => new BookedCase<ImplementationPlanState> { Id = p.Id, Title = p.Content.Title, State = p.State, OrganisationId = p.OrganisationId, AuthorityId = p.RecipientId, UpdatedAt = p.UpdatedAt });
}

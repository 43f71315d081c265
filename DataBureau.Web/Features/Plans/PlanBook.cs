using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>Plans among the cases of all kinds.</summary>
internal sealed class PlanBook : CaseBook<PlanState>
{
    public override string Kind => Plan.CaseKind;

    protected override Permission View => PlanPermissions.View;

    protected override string Href(Guid id) => $"/plans/{id}";

    protected override (string Act, CaseSide Side)? Awaited(PlanState state) => PlanWorkflow.Table.AwaitedIn(state) is var (_, side) ? (PlanInbox.Words(state), side) : null;

    protected override IQueryable<BookedCase<PlanState>> Visible(BureauDbContext db, Actor actor) =>
        db.Plans.AsNoTracking().VisibleTo(actor, View).Select(p => new BookedCase<PlanState> { Id = p.Id, Title = p.Content.Title, State = p.State, OrganisationId = p.OrganisationId, AuthorityId = p.RecipientId, UpdatedAt = p.UpdatedAt });
}

using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>Digital bases among the cases of all kinds.</summary>
internal sealed class DigitalBaseBook : CaseBook<DigitalBaseState>
{
    public override string Kind => DigitalBase.CaseKind;

    protected override Permission View => DigitalBasePermissions.View;

    protected override string Href(Guid id) => $"{DigitalBaseModule.Href}/{id}";

    protected override (string Act, CaseSide Side)? Awaited(DigitalBaseState state) => DigitalBaseWorkflow.Table.AwaitedIn(state) is var (_, side) ? (DigitalBaseInbox.Words(state), side) : null;

    protected override IQueryable<BookedCase<DigitalBaseState>> Visible(BureauDbContext db, Actor actor) =>
        db.DigitalBases.AsNoTracking().VisibleTo(actor, View).Select(b => new BookedCase<DigitalBaseState> { Id = b.Id, Title = b.Content.Application.Title, State = b.State, OrganisationId = b.OrganisationId, AuthorityId = b.RecipientId, UpdatedAt = b.UpdatedAt });
}

using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Appointments among the cases of all kinds.</summary>
internal sealed class OfficerBook : CaseBook<OfficerState>
{
    public override string Kind => OfficerAppointment.CaseKind;

    protected override Permission View => OfficerPermissions.View;

    protected override string Href(Guid id) => $"/chief-data-officers/{id}";

    protected override (string Act, CaseSide Side)? Awaited(OfficerState state) => OfficerWorkflow.Table.AwaitedIn(state) is var (_, side) ? (OfficerInbox.Words(state), side) : null;

    protected override IQueryable<BookedCase<OfficerState>> Visible(BureauDbContext db, Actor actor) =>
        db.Officers.AsNoTracking().VisibleTo(actor, View).Titled().Select(t => new BookedCase<OfficerState> { Id = t.Officer.Id, Title = t.Title, State = t.Officer.State, OrganisationId = t.Officer.OrganisationId, AuthorityId = t.Officer.RecipientId, UpdatedAt = t.Officer.UpdatedAt });
}

using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Consultations among the cases of all kinds.</summary>
internal sealed class ConsultationBook : CaseBook<ConsultationState>
{
    public override string Kind => Consultation.CaseKind;

    /// <summary>What units do is noted beside the convenor's steps.</summary>
    public override IReadOnlyList<string> NotedActs => ConsultationHistory.OfUnits;

    protected override Permission View => ConsultationPermissions.View;

    protected override string Href(Guid id) => $"/consultations/{id}";

    protected override (string Act, CaseSide Side)? Awaited(ConsultationState state) => ConsultationWorkflow.Table.AwaitedIn(state) is var (_, side) ? (ConsultationInbox.Words(state), side) : null;

    protected override IQueryable<BookedCase<ConsultationState>> Visible(BureauDbContext db, Actor actor) =>
        db.Consultations.AsNoTracking().VisibleTo(actor, View).Select(c => new BookedCase<ConsultationState> { Id = c.Id, Title = c.Content.Title, State = c.State, OrganisationId = c.ConvenorId, AuthorityId = c.ConvenorId, UpdatedAt = c.UpdatedAt });
}

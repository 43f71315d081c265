using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>Evaluations among the cases of all kinds.</summary>
internal sealed class EvaluationBook : CaseBook<EvaluationState>
{
    public override string Kind => OfficerEvaluation.CaseKind;

    protected override Permission View => EvaluationPermissions.View;

    protected override string Href(Guid id) => $"/chief-data-officers/evaluations/{id}";

    protected override (string Act, CaseSide Side)? Awaited(EvaluationState state) => EvaluationWorkflow.Table.AwaitedIn(state) is var (_, side) ? (EvaluationInbox.Words(state), side) : null;

    protected override IQueryable<BookedCase<EvaluationState>> Visible(BureauDbContext db, Actor actor) =>
        db.OfficerEvaluations.AsNoTracking().VisibleTo(actor, View, e => e.OrganisationId, e => e.RegionCode, e => e.AuthorityId).Join(db.Officers, e => e.AppointmentId, a => a.Id, (e, a) => new BookedCase<EvaluationState> { Id = e.Id, Title = a.Content.PersonName + " " + e.Year + " 年度履职评价", State = e.State, OrganisationId = e.OrganisationId, AuthorityId = e.AuthorityId, UpdatedAt = e.UpdatedAt });
}

using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>Evaluations that wait for the unit or the bureau.</summary>
internal sealed class EvaluationInbox : CaseInbox<EvaluationState>
{
    public override string Kind => OfficerEvaluation.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [EvaluationPermissions.SelfScore, EvaluationPermissions.Score];

    public override string CountKey => "officer-evaluations";

    protected override string Href(Guid id) => $"/chief-data-officers/evaluations/{id}";

    protected override string Act(EvaluationState state) => Words(state);

    /// <summary>What a case in the state waits for.</summary>
    public static string Words(EvaluationState state) => state switch
    {
        EvaluationState.SelfScoring => "述职并提交自评",
        EvaluationState.BureauScoring => "评分并评定等次",
        EvaluationState.ThirdPartyScoring => "录入第三方评分",
        EvaluationState.Concluded => "报送组织人事部门",
        _ => state.ChineseName(),
    };

    protected override IQueryable<WaitingCase<EvaluationState>> Waiting(InboxReader reader) =>
        reader.Db.OfficerEvaluations.AsNoTracking().WaitingFor(reader.Actor).Join(reader.Db.Officers, e => e.AppointmentId, a => a.Id, (e, a) => new WaitingCase<EvaluationState>
        {
            Id = e.Id,
            Title = a.Content.PersonName + " " + e.Year + " 年度履职评价",
            State = e.State,
            FromId = e.State == EvaluationState.SelfScoring ? e.AuthorityId : e.OrganisationId,
            Since = e.UpdatedAt,
            Version = e.Version,
            OrganisationId = e.OrganisationId,
            RegionCode = e.RegionCode,
            AuthorityId = e.AuthorityId,
        });
}

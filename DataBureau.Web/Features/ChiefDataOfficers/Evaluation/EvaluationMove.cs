using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>Evaluations that are not finished: for the unit that reports and for the bureau that scores.</summary>
internal sealed class EvaluationMove : CaseMove<OfficerEvaluation>
{
    private static readonly EvaluationState[] Over = [EvaluationState.FiledWithPersonnel, EvaluationState.Discarded];

    public override int Order => 51;

    protected override string Kind => OfficerEvaluation.CaseKind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        Lines(new MoveLine("首席数据官", "没有办结的履职评价", await Found(db, shift).CountAsync(cancellationToken), MoveFate.Moves, "由承接单位继续自评或评分。"));

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => await Found(db, shift).Select(e => e.Id).ToListAsync(cancellationToken);

    protected override void Pass(OfficerEvaluation subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(), now);

    protected override Guid IdOf(OfficerEvaluation subject) => subject.Id;

    protected override (int Version, string State) Stand(OfficerEvaluation subject) => (subject.Version, subject.State.ChineseName());

    private static IQueryable<OfficerEvaluation> Found(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, whole, scores) = (shift.Sources, shift.Whole, shift.Passes(Responsibilities.DataAuthority));
        return db.OfficerEvaluations.AsNoTracking().Where(e => !EF.Parameter(Over).Contains(e.State)
            && ((whole && EF.Parameter(sources).Contains(e.OrganisationId)) || (scores && EF.Parameter(sources).Contains(e.AuthorityId))));
    }
}

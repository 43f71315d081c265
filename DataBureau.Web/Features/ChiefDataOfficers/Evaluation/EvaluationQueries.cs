using System.Globalization;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>Evaluations as queries: scope, filter, order. The list, the export and the workbench start here.</summary>
internal static class EvaluationQueries
{
    private static readonly EvaluationState[] BureauActs = [EvaluationState.BureauScoring, EvaluationState.ThirdPartyScoring, EvaluationState.Concluded];

    public static IQueryable<OfficerEvaluation> WaitingFor(this IQueryable<OfficerEvaluation> evaluations, Actor actor)
    {
        var (units, bureaux) = (actor.BodiesWith(EvaluationPermissions.SelfScore), actor.BodiesWith(EvaluationPermissions.Score));
        return evaluations.Where(e => (e.State == EvaluationState.SelfScoring && units.Contains(e.OrganisationId)) || (BureauActs.Contains(e.State) && bureaux.Contains(e.AuthorityId) && (e.State != EvaluationState.BureauScoring || e.SubmittedById != actor.UserId)));
    }

    public static IQueryable<EvaluationRow> Rows(BureauDbContext db, Actor actor, Permission permission, ListQuery query)
    {
        var evaluations = db.OfficerEvaluations.VisibleTo(actor, permission, e => e.OrganisationId, e => e.RegionCode, e => e.AuthorityId);
        evaluations = OfficerFilter.Named<EvaluationState>(query.Filter("state")) is { } state ? evaluations.Where(e => e.State == state) : evaluations.Where(e => e.State != EvaluationState.Discarded);
        if (int.TryParse(query.Filter("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            evaluations = evaluations.Where(e => e.Year == year);
        if (OfficerFilter.Named<EvaluationGrade>(query.Filter("grade")) is { } grade)
            evaluations = evaluations.Where(e => e.Grade == grade);
        if (query.Filter("waiting") == "1")
            evaluations = evaluations.WaitingFor(actor);
        var rows = from e in evaluations
                   join a in db.Officers on e.AppointmentId equals a.Id
                   join o in db.Organisations on e.OrganisationId equals o.Id
                   join r in db.Regions on e.RegionCode equals r.Code
                   select new { e, a, o, r };
        return rows.Having(query.Search, x => x.a.Content.PersonName, x => x.o.Name).OrderByDescending(x => x.e.Year).ThenByDescending(x => x.e.UpdatedAt).ThenBy(x => x.e.Id)
            .Select(x => new EvaluationRow(x.e.Id, x.e.Year, x.a.Content.PersonName, x.a.Post, x.o.Name, x.r.Name, x.e.State, x.e.Result, x.e.Grade, x.e.DocumentNumber, x.e.UpdatedAt));
    }
}

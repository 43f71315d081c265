using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>The evaluations' part in the runner.</summary>
public sealed class EvaluationCase(PolicyLibrary policies, TimeProvider clock) : CaseRules<OfficerEvaluation, EvaluationState, EvaluationAction>
{
    public override string Kind => OfficerEvaluation.CaseKind;

    public override WorkflowTable<EvaluationState, EvaluationAction, OfficerEvaluation> Table => EvaluationWorkflow.Table;

    public override async Task<OfficerEvaluation?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.OfficerEvaluations.FirstOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } evaluation)
            return null;
        var set = await db.IndicatorSets.AsNoTracking().SingleAsync(s => s.Id == evaluation.SetId, cancellationToken);
        var person = await db.Officers.AsNoTracking().Where(a => a.Id == evaluation.AppointmentId).Select(a => a.Content.PersonName).SingleAsync(cancellationToken);
        var unit = await db.Organisations.AsNoTracking().Where(o => o.Id == evaluation.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        evaluation.Know(new EvaluationFacts(set.Content, person, unit, await db.SlotsFilledAsync(Kind, id, cancellationToken)));
        return evaluation;
    }

    public override bool IsVisible(OfficerEvaluation subject, Actor actor) =>
        actor.Holds(EvaluationPermissions.View, subject.Location) || actor.Holds(EvaluationPermissions.View, CaseSide.Authority, subject.Location);

    public override int VersionOf(OfficerEvaluation subject) => subject.Version;

    public override EvaluationState StateOf(OfficerEvaluation subject) => subject.State;

    public override string TitleOf(OfficerEvaluation subject) => subject.Title;

    public override CaseLocation LocationOf(OfficerEvaluation subject) => subject.Location;

    public override Decision<EvaluationState> Act(OfficerEvaluation subject, EvaluationAction action, string? comment, GuardContext context) => subject.Act(action, comment, context);

    public override Task<string?> AfterAsync(BureauDbContext db, OfficerEvaluation subject, EvaluationAction action, Actor actor, DateTimeOffset now) =>
        Task.FromResult(action == EvaluationAction.Conclude ? $"{subject.Title}已评定：{subject.Result:0.00} 分，{subject.Grade!.Value.ChineseName()}。" : null);

    public async Task<EvaluationView> ProjectAsync(BureauDbContext db, OfficerEvaluation e, Actor actor, CancellationToken cancellationToken)
    {
        var set = await db.IndicatorSets.AsNoTracking().SingleAsync(s => s.Id == e.SetId, cancellationToken);
        var officer = await db.Officers.AsNoTracking().Where(a => a.Id == e.AppointmentId).Select(a => new { a.Post, a.Content.Office }).SingleAsync(cancellationToken);
        var authority = await db.Organisations.AsNoTracking().Where(o => o.Id == e.AuthorityId).Select(o => o.Name).SingleAsync(cancellationToken);
        var history = await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == e.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken);
        return new EvaluationView(
            e.Id, e.Version, e.State, e.Year, e.AppointmentId, e.Facts.PersonName, officer.Office, officer.Post, e.Facts.UnitName, authority, set.Title, set.Content,
            e.Report, e.Scores, e.ThirdPartyName, e.Result, e.Grade, e.GradeReason, e.PersonnelOffice, e.DocumentNumber, e.DocumentDate,
            e.MayScore(actor) ? EvaluationWorkflow.ScoredBy(e.State) : null,
            EvaluationWorkflow.Table.Permitted(e, new GuardContext(actor, policies.For(e.RegionCode), clock.GetUtcNow())), await db.CountAttachmentsAsync(Kind, e.Id, cancellationToken), history);
    }
}

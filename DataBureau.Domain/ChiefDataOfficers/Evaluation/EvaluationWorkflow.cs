using System.Collections.Immutable;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.ChiefDataOfficers.Evaluation.EvaluationAction;
using static DataBureau.Domain.ChiefDataOfficers.Evaluation.EvaluationState;
using static DataBureau.Domain.Workflow.CaseSide;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.ChiefDataOfficers.Evaluation.EvaluationState, DataBureau.Domain.ChiefDataOfficers.Evaluation.EvaluationAction, DataBureau.Domain.ChiefDataOfficers.Evaluation.OfficerEvaluation>;

namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>The unit evaluates itself, the bureau scores, a third party may, the bureau decides the grade and files it. Practice, not a rule of the documents.</summary>
public static class EvaluationWorkflow
{
    public static readonly WorkflowTable<EvaluationState, EvaluationAction, OfficerEvaluation> Table = new(e => e.State, e => e.Location,
        new Row(SelfScoring, Submit, BureauScoring, EvaluationPermissions.SelfScore, Owner) { Guards = [EvaluationGuards.SelfComplete] },
        new Row(SelfScoring, EvaluationAction.Discard, Discarded, EvaluationPermissions.Score, Authority) { NeedsComment = true, IsRight = true },
        new Row(BureauScoring, Return, SelfScoring, EvaluationPermissions.Score, Authority) { Guards = [EvaluationGuards.NotOwnSubmission("退回")], Judges = true, NeedsComment = true },
        new Row(BureauScoring, SendOut, ThirdPartyScoring, EvaluationPermissions.Score, Authority) { Guards = [EvaluationGuards.ThirdPartyNotYet, EvaluationGuards.ThirdPartyNamed], IsRight = true },
        new Row(BureauScoring, Conclude, Concluded, EvaluationPermissions.Score, Authority) { Guards = [EvaluationGuards.NotOwnSubmission("评定"), EvaluationGuards.BureauComplete, EvaluationGuards.GradeGiven], Judges = true },
        new Row(ThirdPartyScoring, TakeBack, BureauScoring, EvaluationPermissions.Score, Authority) { Guards = [EvaluationGuards.ThirdPartyComplete] },
        new Row(Concluded, EvaluationAction.File, FiledWithPersonnel, EvaluationPermissions.Score, Authority) { Guards = [EvaluationGuards.FilingGiven] });

    /// <summary>The path of an evaluation, for the stepper.</summary>
    public static readonly ImmutableArray<EvaluationState> MainLine = [SelfScoring, BureauScoring, Concluded, FiledWithPersonnel];

    /// <summary>Whose scores are being written in a state; null where nobody's are.</summary>
    public static Scorer? ScoredBy(EvaluationState state) => state switch
    {
        SelfScoring => Scorer.Self,
        BureauScoring => Scorer.Bureau,
        ThirdPartyScoring => Scorer.ThirdParty,
        _ => null,
    };
}

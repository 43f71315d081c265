using DataBureau.Domain.Workflow;
using static DataBureau.Domain.ChiefDataOfficers.Evaluation.IndicatorSetAction;
using static DataBureau.Domain.ChiefDataOfficers.Evaluation.IndicatorSetState;
using static DataBureau.Domain.Workflow.CaseSide;
using Row = DataBureau.Domain.Workflow.Transition<DataBureau.Domain.ChiefDataOfficers.Evaluation.IndicatorSetState, DataBureau.Domain.ChiefDataOfficers.Evaluation.IndicatorSetAction, DataBureau.Domain.ChiefDataOfficers.Evaluation.IndicatorSet>;

namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>A set is drafted, enabled, and replaced by its next version; evaluations keep the version they began with.</summary>
public static class IndicatorWorkflow
{
    public static readonly Guard<IndicatorSet> Complete = new(nameof(Complete), static (set, _) =>
        IndicatorRules.Findings(set.Content).ToList() is { Count: > 0 } findings ? EvaluationRefusals.SetIncomplete(findings) : null);

    public static readonly WorkflowTable<IndicatorSetState, IndicatorSetAction, IndicatorSet> Table = new(s => s.State, s => s.Location,
        new Row(Draft, Enable, Enabled, EvaluationPermissions.Indicators, Owner) { Guards = [Complete], IsRight = true },
        new Row(Draft, Discard, Discarded, EvaluationPermissions.Indicators, Owner) { IsRight = true },
        new Row(Enabled, Revise, Enabled, EvaluationPermissions.Indicators, Owner) { IsRight = true },
        new Row(Enabled, Retire, Retired, EvaluationPermissions.Indicators, Owner) { NeedsComment = true, IsRight = true });
}

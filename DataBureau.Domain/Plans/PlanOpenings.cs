using System.Collections.Immutable;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;
using static DataBureau.Domain.Plans.PlanState;

namespace DataBureau.Domain.Plans;

/// <summary>
/// What the drafting body may change of a plan in a state, field by field and material by material. What the government approved
/// stays as it was approved; a supplement opens what was asked for, and nothing else.
/// </summary>
public static class PlanOpenings
{
    private static readonly string[] Period = [nameof(PlanContent.PeriodFrom), nameof(PlanContent.PeriodTo)];
    private static readonly string[] OfTheApproval = [nameof(PlanContent.Title), .. Period, nameof(PlanContent.Summary)];

    /// <summary>Keys of the fields that may be changed.</summary>
    /// <param name="state">Of the plan.</param>
    /// <param name="asked">The round of supplement that waits for its answer; null when none is known.</param>
    public static ImmutableHashSet<string> Fields(PlanState state, SupplementRound? asked) =>
        [.. PlanFields.All.Where(f => IsAsked(f.Key, state, asked) || (PlanWorkflow.Editable(state).HasFlag(f.Part) && IsOpen(f.Key, state, asked))).Select(f => f.Key)];

    /// <summary>Why a material cannot be added or removed; null when it can.</summary>
    /// <param name="state">Of the plan.</param>
    /// <param name="slot">The key of the material; null for what is on no checklist.</param>
    /// <param name="rule">Of the kind.</param>
    /// <param name="asked">The round of supplement that waits for its answer; null when none is known.</param>
    public static Refusal? Material(PlanState state, string? slot, PlanRule? rule, SupplementRound? asked)
    {
        if (!PlanWorkflow.MaterialsOpen(state))
            return PlanRefusals.MaterialsClosed(state);
        if (rule?.Materials.FirstOrDefault(m => m.Key == slot) is not { } material)
            return null;
        if (state is Supplementing or PlanState.Approved && asked is not null && Names(asked, material.Key))
            return null;
        if (state == Supplementing && asked is not null)
            return PlanRefusals.MaterialNotAsked(material);
        return material.Stage == MaterialStage.Review && state is (PlanState.Approved or Supplementing or FilingRefused) ? PlanRefusals.MaterialApproved(material) : null;
    }

    private static bool IsOpen(string key, PlanState state, SupplementRound? asked) => state switch
    {
        Supplementing when asked is not null => false,
        Supplementing or FilingRefused => !OfTheApproval.Contains(key),
        _ => true,
    };

    /// <summary>Asked for and not answered: also when the filing was withdrawn meanwhile, for the list stands until it has its answer.</summary>
    private static bool IsAsked(string key, PlanState state, SupplementRound? asked) => asked is not null && state is Supplementing or PlanState.Approved
        // The two years of a period are one thing: whoever moves the one may have to move the other.
        && (Names(asked, key) || (Period.Contains(key) && Period.Any(k => Names(asked, k))));

    private static bool Names(SupplementRound asked, string key) => asked.Items.Any(i => i.Key == key);
}

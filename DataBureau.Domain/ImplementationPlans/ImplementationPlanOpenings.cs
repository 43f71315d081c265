using System.Collections.Immutable;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ImplementationPlans;

/// <summary>
/// What the department may change in a state, field by field and material by material. What the head has signed off stays as it was
/// filed; a supplement opens what was asked for, and nothing else.
/// </summary>
public static class ImplementationPlanOpenings
{
    private static readonly string[] Months = [nameof(ImplementationPlanContent.Start), nameof(ImplementationPlanContent.Finish)];

    /// <summary>Keys of the fields that may be changed.</summary>
    /// <param name="state">Of the plan.</param>
    /// <param name="asked">The round of supplement that waits for its answer; null when none is known.</param>
    public static ImmutableHashSet<string> Fields(ImplementationPlanState state, SupplementRound? asked) =>
        ImplementationPlanWorkflow.IsEditable(state) ? [.. ImplementationPlanFields.All.Where(f => IsOpen(f.Key, state, asked)).Select(f => f.Key)] : [];

    /// <summary>Why a material cannot be added or removed; null when it can.</summary>
    /// <param name="state">Of the plan.</param>
    /// <param name="slot">The key of the material; null for what is on no checklist.</param>
    /// <param name="asked">The round of supplement that waits for its answer; null when none is known.</param>
    public static Refusal? Material(ImplementationPlanState state, string? slot, SupplementRound? asked)
    {
        if (!ImplementationPlanWorkflow.IsEditable(state))
            return ImplementationPlanRefusals.MaterialsClosed(state);
        return state == ImplementationPlanState.Supplementing && asked is not null && ImplementationPlanFields.Materials.FirstOrDefault(m => m.Key == slot) is { } material && !Names(asked, material.Key)
            ? ImplementationPlanRefusals.MaterialNotAsked(material) : null;
    }

    // The two months are one thing: whoever moves the one may have to move the other.
    private static bool IsOpen(string key, ImplementationPlanState state, SupplementRound? asked) =>
        state != ImplementationPlanState.Supplementing || asked is null || Names(asked, key) || (Months.Contains(key) && Months.Any(k => Names(asked, k)));

    private static bool Names(SupplementRound asked, string key) => asked.Items.Any(i => i.Key == key);
}

using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Workflow;

namespace DataBureau.Web.Features.Help;

/// <summary>One row of a workflow table in words.</summary>
/// <param name="From">草稿.</param>
/// <param name="Act">提交.</param>
/// <param name="To">内审.</param>
/// <param name="Permission">编制规划.</param>
/// <param name="Roles">Who holds that permission: 部门联络员.</param>
/// <param name="NeedsComment">Whether a remark has to be given.</param>
/// <param name="Gates">What has to be so before the act is taken.</param>
/// <param name="Mechanisms">What the step and its gates rest on; the policy of a place resolves them to provisions.</param>
public sealed record HelpStep(string From, string Act, string To, string Permission, IReadOnlyList<string> Roles, bool NeedsComment, IReadOnlyList<string> Gates, IReadOnlyList<string> Mechanisms);

/// <summary>A workflow as the help shows it: the same table that the program runs on.</summary>
public sealed record HelpWorkflow(string Title, IReadOnlyList<string> States, IReadOnlyList<StateArrow> Arrows, IReadOnlyList<HelpStep> Steps)
{
    /// <param name="title">规划的编制与备案.</param>
    /// <param name="table">The table.</param>
    /// <param name="mechanism">What a gate rests on that names no mechanism of its own: that of the whole matter.</param>
    public static HelpWorkflow Of<TState, TAction, TSubject>(string title, WorkflowTable<TState, TAction, TSubject> table, string? mechanism = null)
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var used = table.Transitions.SelectMany(t => new[] { t.From, t.To }).ToHashSet();
        var states = Enum.GetValues<TState>().Where(used.Contains).ToList();
        return new HelpWorkflow(title, [.. states.Select(s => s.ChineseName())],
            [.. table.Transitions.GroupBy(t => (t.From, t.To)).Select(g => new StateArrow(states.IndexOf(g.Key.From), states.IndexOf(g.Key.To), [.. g.Select(t => t.Action.ChineseName()).Distinct(StringComparer.Ordinal)]))],
            [.. table.Transitions.Select(t => Step(t, mechanism))]);
    }

    private static HelpStep Step<TState, TAction, TSubject>(Transition<TState, TAction, TSubject> step, string? mechanism)
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var gates = step.Guards.Select(g => GateWords.Of<TSubject>(g.Name)).ToList();
        return new HelpStep(step.From.ChineseName(), step.Action.ChineseName(), step.To.ChineseName(), step.Permission.Name,
            [.. Enum.GetValues<Role>().Where(r => Roles.PermissionsOf(r).Contains(step.Permission)).Select(r => r.ChineseName())],
            step.NeedsComment, [.. gates.Select(g => g.Text)],
            [.. step.Mechanisms.Concat(gates.Select(g => g.Mechanism ?? (g.OfTheMatter ? mechanism : null)).OfType<string>()).Distinct(StringComparer.Ordinal)]);
    }
}

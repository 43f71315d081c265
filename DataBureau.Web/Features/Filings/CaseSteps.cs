using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Filings;

/// <summary>Steps that are not acts of a table, and how far a case has come.</summary>
internal static class CaseSteps
{
    /// <summary>A case came into being, was edited, or gave way to a later one.</summary>
    public static HistoryEntry Entry<TState>(string kind, Guid id, int version, string action, TState? from, TState to, string? comment, Actor actor, DateTimeOffset now)
        where TState : struct, Enum => CaseHistory.Step(kind, id, version, action, from?.ChineseName(), to.ChineseName(), comment, actor, now);

    /// <summary>The path with the names of those who went it: under each state stands who brought the case there, and when.</summary>
    /// <param name="line">The states of the path.</param>
    /// <param name="state">Where the case is.</param>
    /// <param name="at">The place on the path that a state beside it belongs to; the state's own otherwise.</param>
    /// <param name="stopped">The case ended, or was refused, here.</param>
    /// <param name="whose">Whose desk it lies on; null where the last act says enough.</param>
    /// <param name="history">The steps so far.</param>
    public static IReadOnlyList<Step> Line<TState>(IReadOnlyList<TState> line, TState state, TState at, bool stopped, string? whose, IReadOnlyList<HistoryEntry> history)
        where TState : struct, Enum
    {
        var index = line.ToList().IndexOf(at);
        // Ended outside the path: what was gone through, and the end.
        if (index < 0)
            return [.. line.Where(s => Reached(history, s) is not null).Select(s => new Step(s.ChineseName(), StepState.Done, Reached(history, s))), new(state.ChineseName(), StepState.Stopped, Reached(history, state))];
        return [.. line.Select((s, i) => i == index
            ? new Step(state.ChineseName(), stopped ? StepState.Stopped : i == line.Count - 1 ? StepState.Done : StepState.Current, whose ?? Reached(history, state))
            : new(s.ChineseName(), i < index ? StepState.Done : StepState.Upcoming, i < index ? Reached(history, s) : null))];
    }

    /// <summary>The last step that left a state for another: the opinion, the decision.</summary>
    public static HistoryEntry? Leaving<TState>(IReadOnlyList<HistoryEntry> history, TState state)
        where TState : struct, Enum => history.LastOrDefault(h => h.FromState == state.ChineseName() && h.ToState != h.FromState);

    private static string? Reached<TState>(IReadOnlyList<HistoryEntry> history, TState state)
        where TState : struct, Enum => history.LastOrDefault(h => h.IsStep && h.ToState == state.ChineseName() && h.FromState != h.ToState) is { } step
            ? string.Create(CultureInfo.InvariantCulture, $"{step.ActorName} {ChinaTime.Local(step.At):MM-dd}") : null;
}

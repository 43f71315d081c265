using System.Collections.Immutable;
using DataBureau.Domain.Policy;

namespace DataBureau.Domain.Workflow;

/// <summary>
/// A workflow as data. The same rows enforce, draw the buttons, draw the diagram and are walked by the tests.
/// </summary>
public sealed class WorkflowTable<TState, TAction, TSubject>
    where TState : struct, Enum
    where TAction : struct, Enum
{
    private readonly Func<TSubject, TState> _state;
    private readonly Func<TSubject, CaseLocation> _location;

    public WorkflowTable(Func<TSubject, TState> state, Func<TSubject, CaseLocation> location, params ImmutableArray<Transition<TState, TAction, TSubject>> transitions)
    {
        _state = state;
        _location = location;
        Transitions = transitions;
        if (transitions.GroupBy(t => (t.From, t.Action)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Key} stands twice in the table.", nameof(transitions));
    }

    public ImmutableArray<Transition<TState, TAction, TSubject>> Transitions { get; }

    /// <summary>Decides on an act: state, permission, comment and guards, in this order.</summary>
    public Decision<TState> Decide(TSubject subject, TAction action, string? comment, GuardContext context)
    {
        var from = _state(subject);
        var transition = Transitions.FirstOrDefault(t => t.From.Equals(from) && t.Action.Equals(action));
        if (transition is null)
            return Refused(WorkflowRefusals.WrongState(action.ChineseName(), from.ChineseName()));
        if (!context.Actor.Holds(transition.Permission, transition.Side, _location(subject)))
            return Refused(WorkflowRefusals.NotPermitted(transition.Permission));
        if (transition.NeedsComment && string.IsNullOrWhiteSpace(comment))
            return Refused(WorkflowRefusals.CommentRequired(action.ChineseName()));
        if (comment?.Length > HistoryEntry.CommentLimit)
            return Refused(WorkflowRefusals.CommentTooLong(HistoryEntry.CommentLimit));
        return Failing(transition, subject, context with { Comment = comment }) is { } refusal ? Refused(refusal) : new Decision<TState>.Accepted(transition.To);
    }

    /// <summary>The acts this actor may see now: those whose permission is held, with the guards that fail, if any do.</summary>
    public ImmutableArray<PermittedAct<TAction>> Permitted(TSubject subject, GuardContext context)
    {
        var from = _state(subject);
        var place = _location(subject);
        return [.. Transitions
            .Where(t => t.From.Equals(from) && context.Actor.Holds(t.Permission, t.Side, place))
            .Select(t => (Row: t, Failing: AllFailing(t, subject, context)))
            .Select(x => new PermittedAct<TAction>(x.Row.Action, x.Row.Action.ChineseName(), x.Row.NeedsComment, x.Row.Judges, x.Failing.FirstOrDefault(), Bases(x.Row, context.Policy))
            {
                Further = [.. x.Failing.Skip(1)],
                IsDue = IsDue(x.Row, subject, context, place),
            })];
    }

    /// <summary>The first act that a case in this state waits for, and from which side; null where it waits for nothing.</summary>
    public (TAction Action, CaseSide Side)? AwaitedIn(TState state) =>
        Transitions.FirstOrDefault(t => t.From.Equals(state) && !t.IsRight) is { } t ? (t.Action, t.Side) : null;

    private static bool IsDue(Transition<TState, TAction, TSubject> transition, TSubject subject, GuardContext context, CaseLocation place) =>
        (!transition.IsRight || transition.TaskIf?.Invoke(subject) == true)
        && context.Actor.IsChargedWith(transition.Permission, transition.Side, place)
        && !transition.Guards.Any(g => g.Excuses && g.Check(subject, context) is not null);

    private static ImmutableArray<LegalBasis> Bases(Transition<TState, TAction, TSubject> transition, JurisdictionPolicy policy) =>
        [.. transition.Mechanisms.Select(policy.BasisOf).OfType<LegalBasis>()];

    /// <summary>What has to be mended before the act can be done, all of it at once; where it is not this person's turn, that alone.</summary>
    private static List<Refusal> AllFailing(Transition<TState, TAction, TSubject> transition, TSubject subject, GuardContext context)
    {
        var failing = new List<Refusal>();
        foreach (var guard in transition.Guards)
        {
            if (guard.Check(subject, context) is not { } refusal)
                continue;
            if (guard.Excuses && failing.Count == 0)
                return [refusal];
            if (!guard.Excuses)
                failing.Add(refusal);
        }

        return failing;
    }

    private static Refusal? Failing(Transition<TState, TAction, TSubject> transition, TSubject subject, GuardContext context) =>
        transition.Guards.Select(g => g.Check(subject, context)).FirstOrDefault(r => r is not null);

    private static Decision<TState> Refused(Refusal refusal) => new Decision<TState>.Refused(refusal);
}

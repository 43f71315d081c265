using System.Collections.Immutable;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Calendar;

/// <summary>A time limit that a bureau may set: the words for it, and the kind of case it belongs to. It sets none by itself.</summary>
/// <param name="Key">Stable key: "plan.accept".</param>
/// <param name="Name">What has to be done in the time: 受理备案.</param>
/// <param name="CaseKind">"plan".</param>
public sealed record TimeLimit(string Key, string Name, string CaseKind)
{
    /// <summary>The rights with which the work is done: who holds one of them in the responsible organisation is reminded. Empty: everyone there with a business role.</summary>
    public ImmutableArray<Permission> ActedOnWith { get; init; } = [];

    /// <summary>The day is agreed on case by case: there is nothing for a bureau to set, only people to remind.</summary>
    public bool IsAgreed { get; init; }
}

/// <summary>One clock of a workflow. In a state that is neither in <paramref name="Runs"/> nor in <paramref name="Pauses"/> it is finished.</summary>
/// <param name="Limit">The time limit it measures.</param>
/// <param name="Responsible">Who is held to it.</param>
/// <param name="Runs">States in which it runs; entering the first of them starts it.</param>
/// <param name="Pauses">States in which it stands still, because the other side has to act.</param>
public sealed record ClockRule<TState>(TimeLimit Limit, CaseSide Responsible, ImmutableArray<TState> Runs, ImmutableArray<TState> Pauses)
    where TState : struct, Enum;

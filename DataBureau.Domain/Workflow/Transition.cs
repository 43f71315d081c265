using System.Collections.Immutable;
using DataBureau.Domain.Policy;

namespace DataBureau.Domain.Workflow;

/// <summary>What a guard may look at besides the case itself.</summary>
public sealed record GuardContext(Actor Actor, JurisdictionPolicy Policy, DateTimeOffset Now)
{
    /// <summary>What is said about single fields or materials with the act; null while acts are only offered, not yet done.</summary>
    public IReadOnlyList<FieldRemark>? Remarks { get; init; }

    /// <summary>The remark that the act carries.</summary>
    public string? Comment { get; init; }

    /// <summary>The reserved number that the act is to give to the case; null where the next one is taken.</summary>
    public string? Number { get; init; }
}

/// <summary>A named condition of a transition. Null means that it holds.</summary>
public sealed record Guard<TSubject>(string Name, Func<TSubject, GuardContext, Refusal?> Check)
{
    /// <summary>
    /// While it fails, the act is not this person's to do now: somebody else's turn comes first, or a case of this kind never has
    /// it. Where it is not set, whoever acts can mend what is missing, or has to go after it: the act stays on their desk.
    /// </summary>
    public bool Excuses { get; init; }
}

/// <summary>One row of a workflow table.</summary>
public sealed record Transition<TState, TAction, TSubject>(TState From, TAction Action, TState To, Permission Permission, CaseSide Side)
    where TState : struct, Enum
    where TAction : struct, Enum
{
    public ImmutableArray<Guard<TSubject>> Guards { get; init; } = [];

    public bool NeedsComment { get; init; }

    /// <summary>Mechanisms of the domain dossier (C02, S02 …) that this step rests on; the policy in force resolves them to provisions.</summary>
    public ImmutableArray<string> Mechanisms { get; init; } = [];

    /// <summary>
    /// A row of a table is a task unless it says otherwise: the case waits for it, and it lies in the inbox of those charged with
    /// it. A right is what one may do and nobody waits for: withdraw, discard, recall, amend, repeal, terminate, replace.
    /// The judging acts are tasks all of them, whichever way they go.
    /// </summary>
    public bool IsRight { get; init; }

    /// <summary>When a right is a task all the same: sending elsewhere what lies with a body that is no more.</summary>
    public Func<TSubject, bool>? TaskIf { get; init; }

    /// <summary>Whether this step judges somebody else's submission; such steps must carry the not-own-submission guard.</summary>
    public bool Judges { get; init; }
}

/// <summary>An act an actor may see: drawn as a button, disabled with the reason when a guard stands in the way.</summary>
public sealed record PermittedAct<TAction>(TAction Action, string Name, bool NeedsComment, bool Judges, Refusal? WhyNot, ImmutableArray<LegalBasis> Bases)
    where TAction : struct, Enum
{
    /// <summary>What else stands in the way, besides <see cref="WhyNot"/>; empty while it is somebody else's turn.</summary>
    public ImmutableArray<Refusal> Further { get; init; } = [];

    /// <summary>Everything that stands in the way, the first first.</summary>
    public IEnumerable<Refusal> Reasons => WhyNot is null ? [] : [WhyNot, .. Further];

    /// <summary>The case waits for this actor to do it: a task, not a right; the actor's own body is charged with it; and it is nobody else's turn.</summary>
    public bool IsDue { get; init; }
}

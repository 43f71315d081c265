using System.Collections.Immutable;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;

namespace DataBureau.Web.Workflow;

/// <summary>What the runner has to know of a feature's cases: how to load, decide and show one. One class per workflow.</summary>
public abstract class CaseRules<TCase, TState, TAction>
    where TCase : class
    where TState : struct, Enum
    where TAction : struct, Enum
{
    /// <summary>Kind of case, as in history and audit: "catalogue".</summary>
    public abstract string Kind { get; }

    /// <summary>The workflow: what may follow what, and whose step it is.</summary>
    public abstract WorkflowTable<TState, TAction, TCase> Table { get; }

    /// <summary>Loads the case with all that its guards need; tracked.</summary>
    public abstract Task<TCase?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken);

    /// <summary>Whether the actor may know that the case exists.</summary>
    public abstract bool IsVisible(TCase subject, Actor actor);

    public abstract int VersionOf(TCase subject);

    public abstract TState StateOf(TCase subject);

    public abstract string TitleOf(TCase subject);

    public abstract CaseLocation LocationOf(TCase subject);

    /// <summary>The clocks of a case: which time limit runs in which states.</summary>
    public virtual ImmutableArray<ClockRule<TState>> ClocksOf(TCase subject) => [];

    public abstract Decision<TState> Act(TCase subject, TAction action, string? comment, GuardContext context);

    /// <summary>What else an accepted act changes, in the same transaction and after the case itself was saved. Returns what is said of it, or null for the usual sentence.</summary>
    public virtual Task<string?> AfterAsync(BureauDbContext db, TCase subject, TAction action, Actor actor, DateTimeOffset now) => Task.FromResult<string?>(null);
}

using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Inbox;

/// <summary>What stands behind a line, as it was when the line was read.</summary>
public abstract record BatchTarget;

/// <summary>One case.</summary>
/// <param name="State">Of the kind's own states.</param>
public sealed record CaseTarget(Guid Id, int Version, Enum State, CaseLocation Place) : BatchTarget;

/// <summary>An act that needs no more than a remark.</summary>
public sealed record BatchAct(string Name, bool NeedsComment);

/// <summary>
/// What can be done with several lines of one kind at once. Registered by the feature with the acts that ask for no more than a
/// remark; which of them a line has, its table says. Scoped, as the runner is.
/// </summary>
public abstract class BatchActs
{
    public abstract string Kind { get; }

    /// <summary>The acts that the line waits for and that this actor is charged with. The guards are asked when it is done.</summary>
    public abstract IReadOnlyList<BatchAct> ActsOf(Actor actor, BatchTarget target);

    /// <summary>A step per case, on the path that the act takes alone.</summary>
    public abstract Task<IReadOnlyList<BatchStep>> StepsAsync(InboxReader reader, IReadOnlyList<InboxItem> items, string act, string? comment);
}

/// <summary>The acts of a kind with a line per case.</summary>
public sealed class CaseBatchActs<TCase, TState, TAction>(CaseRules<TCase, TState, TAction> rules, WorkflowRunner runner, IReadOnlyList<TAction> plain) : BatchActs
    where TCase : class
    where TState : struct, Enum
    where TAction : struct, Enum
{
    public override string Kind => rules.Kind;

    public override IReadOnlyList<BatchAct> ActsOf(Actor actor, BatchTarget target) => target is not CaseTarget one ? [] :
    [
        .. from action in plain
           from t in rules.Table.Transitions
           where t.Action.Equals(action) && t.From.Equals(one.State) && !t.IsRight && actor.IsChargedWith(t.Permission, t.Side, one.Place)
           select new BatchAct(action.ChineseName(), t.NeedsComment),
    ];

    public override Task<IReadOnlyList<BatchStep>> StepsAsync(InboxReader reader, IReadOnlyList<InboxItem> items, string act, string? comment)
    {
        var action = plain.Single(a => a.ChineseName() == act);
        return Task.FromResult<IReadOnlyList<BatchStep>>([.. items.Select(i => Step(i, (CaseTarget)i.Target!, action, comment))]);
    }

    private BatchStep Step(InboxItem item, CaseTarget target, TAction action, string? comment) => new(item.Title, item.Href,
        () => runner.ActAsync(rules, target.Id, target.Version, action, comment, null, (_, subject, _, _) => Task.FromResult(rules.VersionOf(subject))));
}

public static class BatchActsRegistration
{
    /// <summary>These acts of a workflow ask for no field and no document: several lines of the inbox may be done together.</summary>
    public static void AddBatchActs<TRules, TCase, TState, TAction>(this IServiceCollection services, params TAction[] plain)
        where TRules : CaseRules<TCase, TState, TAction>
        where TCase : class
        where TState : struct, Enum
        where TAction : struct, Enum =>
        services.AddScoped<BatchActs>(p => new CaseBatchActs<TCase, TState, TAction>(p.GetRequiredService<TRules>(), p.GetRequiredService<WorkflowRunner>(), plain));
}

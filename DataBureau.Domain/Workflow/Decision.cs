namespace DataBureau.Domain.Workflow;

/// <summary>The answer to an attempted act. Always an answer: no transition does nothing silently.</summary>
public abstract record Decision<TState>
    where TState : struct, Enum
{
    private Decision()
    {
    }

    public sealed record Accepted(TState To) : Decision<TState>;

    public sealed record Refused(Refusal Refusal) : Decision<TState>;
}

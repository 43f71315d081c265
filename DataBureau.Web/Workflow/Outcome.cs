using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Workflow;

/// <summary>What became of an act: one of four, each with words for the person who acted.</summary>
public abstract record Outcome<TView>
{
    private Outcome()
    {
    }

    /// <summary>Done and saved; the view is the state after it.</summary>
    public sealed record Done(TView View, string Sentence) : Outcome<TView>;

    /// <summary>There is no such case, or not for this person.</summary>
    public sealed record NotFound : Outcome<TView>;

    /// <summary>Not done; nothing was written.</summary>
    public sealed record Refused(Refusal Refusal, TView? View) : Outcome<TView>;

    /// <summary>Somebody else acted first; nothing was written. The view is theirs.</summary>
    public sealed record Conflict(TView View, string Sentence) : Outcome<TView>;
}

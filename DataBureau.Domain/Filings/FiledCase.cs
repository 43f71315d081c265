using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Filings;

/// <summary>A case that is filed with an office above and recorded there under a number: what every such case keeps, and what filing does to it.</summary>
public abstract class FiledCase : IFiledCase
{
    public Guid Id { get; protected init; }

    /// <summary>Counts the acts and saves; the concurrency token.</summary>
    public int Version { get; protected set; }

    /// <summary>Whose it is.</summary>
    public Guid OrganisationId { get; protected set; }

    public string RegionCode { get; protected init; } = string.Empty;

    /// <summary>The body it is filed with; null before it is filed, or where nothing is filed.</summary>
    public Guid? RecipientId { get; protected set; }

    /// <summary>备案号, once it is recorded.</summary>
    public string? FilingNumber { get; protected set; }

    public DateTimeOffset CreatedAt { get; protected init; }

    public DateTimeOffset UpdatedAt { get; protected set; }

    /// <summary>Who submitted or nominated inside the own body; nobody decides on what they submitted.</summary>
    public Guid? SubmittedById { get; protected set; }

    /// <summary>Who sent it to the receiving office, or filed it again; nobody receives their own filing.</summary>
    public Guid? FiledById { get; protected set; }

    public DateTimeOffset? FiledAt { get; protected set; }

    public DateTimeOffset? RecordedAt { get; protected set; }

    public CaseLocation Location => new(OrganisationId, RegionCode, RecipientId);

    public abstract FilingFacts Filing { get; }

    /// <summary>The round of supplement that the act just done has opened.</summary>
    public SupplementRound? OpenedRound { get; private set; }

    /// <summary>The reserved number that the act just done gives to the case; null where the next one is taken.</summary>
    public Guid? ChosenNumber { get; protected set; }

    /// <summary>The number under which the receiving office recorded it.</summary>
    public void TakeNumber(string number) => FilingNumber = number;

    /// <summary>To the office that receives it now. A list of supplements that it was withdrawn from unanswered has its answer with it.</summary>
    protected void Send(string? comment, GuardContext context)
    {
        (RecipientId, FiledById, FiledAt) = (Filing.RecipientNow!.Id, context.Actor.UserId, context.Now);
        Answer(comment, context);
    }

    /// <summary>The office records it, under the number that was chosen.</summary>
    protected void TakeUp(GuardContext context) => (RecordedAt, ChosenNumber) = (context.Now, Filing.Numbers.IdOf(context.Number));

    /// <summary>As if it had never been sent.</summary>
    protected void TakeBack() => (RecipientId, FiledById, FiledAt) = (null, null, null);

    /// <param name="caseKind">The kind of case.</param>
    /// <param name="comment">What the office says to all of it.</param>
    /// <param name="nameOf">The words for a material or field.</param>
    /// <param name="context">Who asks, and for what.</param>
    /// <param name="textOf">What a field says now, to see later whether it was changed; null where that is not asked.</param>
    protected void AskForMore(string caseKind, string? comment, Func<string, string?> nameOf, GuardContext context, Func<string, string?>? textOf = null) =>
        OpenedRound = SupplementRules.Open(caseKind, Id, Filing.Rounds, comment, context.Remarks ?? [], nameOf, textOf ?? (_ => null), context.Actor, context.Now);

    /// <summary>The round that is open has its answer.</summary>
    protected void Answer(string? comment, GuardContext context) => Filing.OpenRound?.TakeAnswer(context.Actor.Name, comment, context.Now);
}

using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Consultations;

/// <summary>One question put to the invited units.</summary>
public sealed class ConsultationQuestion
{
    public const int TextLimit = 500;
    public const int NoteLimit = 1000;

    public required Guid Id { get; init; }

    public required Guid ConsultationId { get; init; }

    public required int Number { get; set; }

    public required string Text { get; set; }

    /// <summary>The last round in which it was put; 0 before the first.</summary>
    public int AskedInRound { get; private set; }

    /// <summary>What became of the dissent over it; null while there is none or it is open.</summary>
    public DissentOutcome? Outcome { get; private set; }

    public string? OutcomeNote { get; private set; }

    public string? OutcomeBy { get; private set; }

    public DateTimeOffset? OutcomeAt { get; private set; }

    internal void Ask(int round) => (AskedInRound, Outcome, OutcomeNote, OutcomeBy, OutcomeAt) = (round, null, null, null, null);

    internal void Settle(DissentOutcome outcome, string note, Actor actor, DateTimeOffset now) => (Outcome, OutcomeNote, OutcomeBy, OutcomeAt) = (outcome, note, actor.Name, now);
}

namespace DataBureau.Domain.Consultations;

/// <summary>
/// How the opinions stand: what counts of each unit on each question is what it said last. A question put again keeps what was
/// agreed to; who disagreed, or has said nothing, owes an answer.
/// </summary>
public sealed class OpinionBoard
{
    private readonly Consultation _consultation;
    private readonly Dictionary<(Guid Unit, Guid Question), OpinionFact> _latest = [];

    public OpinionBoard(Consultation consultation)
    {
        _consultation = consultation;
        foreach (var opinion in consultation.Facts.Opinions)
            if (!_latest.TryGetValue((opinion.UnitId, opinion.QuestionId), out var known) || known.Round < opinion.Round)
                _latest[(opinion.UnitId, opinion.QuestionId)] = opinion;
    }

    public OpinionFact? Of(ConsultationUnit unit, ConsultationQuestion question) => _latest.TryGetValue((unit.Id, question.Id), out var opinion) ? opinion : null;

    /// <summary>Whether the unit may answer the question in the open round.</summary>
    public bool MayAnswer(ConsultationUnit unit, ConsultationQuestion question) => unit.Counts && (question.AskedInRound == _consultation.Round || Of(unit, question) is null || Of(unit, question)!.Value.Round == _consultation.Round);

    /// <summary>Whether an answer is still awaited of the unit.</summary>
    public bool Owes(ConsultationUnit unit, ConsultationQuestion question) =>
        unit.Counts && (Of(unit, question) is not { } said || (said.Kind == OpinionKind.Disagree && question.AskedInRound == _consultation.Round && said.Round < _consultation.Round));

    public bool Owes(ConsultationUnit unit) => _consultation.Questions.Any(q => Owes(unit, q));

    /// <summary>The units an answer is awaited of. One that has been abolished can give none.</summary>
    public IEnumerable<ConsultationUnit> Late => _consultation.Invited.Where(u => Owes(u) && !_consultation.IsAbolished(u));

    /// <summary>It has spoken to every question, or its silence is formally settled.</summary>
    public bool IsSettled(ConsultationUnit unit) => unit.IsMarkedSilent || IsTakenAsNoComment(unit) || _consultation.Questions.All(q => Of(unit, q) is not null);

    /// <summary>Its silence counts as 无意见, because the bureau has set so and the round it was asked in is over.</summary>
    public bool IsTakenAsNoComment(ConsultationUnit unit) =>
        _consultation.SilenceIsNoObjection && _consultation.State is not (ConsultationState.Preparing or ConsultationState.Collecting) && unit.FromRound <= _consultation.Round && !_consultation.IsAbolished(unit)
        && _consultation.Questions.Any(q => Of(unit, q) is null);

    public bool HasDissent(ConsultationQuestion question) => _consultation.Invited.Any(u => Of(u, question)?.Kind == OpinionKind.Disagree);

    /// <summary>Still open: somebody disagrees and that is not settled, or somebody has not answered and is not settled.</summary>
    public bool IsOpen(ConsultationQuestion question) =>
        (HasDissent(question) && question.Outcome is null) || _consultation.Invited.Any(u => Of(u, question) is null && !IsSettled(u));
}

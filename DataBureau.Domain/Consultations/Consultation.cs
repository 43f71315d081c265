using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Consultations;

/// <summary>What a consultation is about in this system; null for one held by choice on something kept elsewhere.</summary>
public sealed record ConsultationSubject(string Kind, Guid Id, string Title);

/// <summary>会商: questions put to invited units, their opinions, a conclusion, minutes and what follows from them.</summary>
public sealed class Consultation : INumberedCase
{
    public const string CaseKind = "consultation";
    public const int TitleLimit = 200;
    public const int TextLimit = 4000;
    public const int LineLimit = 500;
    public const int MostQuestions = 50;
    public const int MostUnits = 100;

    private readonly List<ConsultationQuestion> _questions = [];
    private readonly List<ConsultationUnit> _units = [];
    private readonly List<ConsultationFollowUp> _followUps = [];
    private OpinionBoard? _board;

    private Consultation()
    {
    }

    public Guid Id { get; private set; }

    public ConsultationState State { get; private set; }

    /// <summary>Counts the convenor's acts and saves; the concurrency token. Opinions have versions of their own.</summary>
    public int Version { get; private set; }

    public Guid ConvenorId { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    /// <summary>The rule it answers to; null when it is held by choice.</summary>
    public ConsultationTrigger? Trigger { get; private set; }

    public string? SubjectKind { get; private set; }

    public Guid? SubjectId { get; private set; }

    public string? SubjectTitle { get; private set; }

    /// <summary>One open consultation of a subject at a time: unique while it is open, null afterwards.</summary>
    public string? LiveKey { get; private set; }

    public ConsultationContent Content { get; private set; } = new();

    /// <summary>会商编号, given when it is sent.</summary>
    public string? Number { get; private set; }

    public string? MinutesNumber { get; private set; }

    /// <summary>0 before it is sent.</summary>
    public int Round { get; private set; }

    /// <summary>The working days of the present round.</summary>
    public int? RoundDays { get; private set; }

    /// <summary>As the bureau's setting was when it was sent.</summary>
    public bool SilenceIsNoObjection { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? ConcludedAt { get; private set; }

    public IReadOnlyList<ConsultationQuestion> Questions => _questions;

    public IReadOnlyList<ConsultationUnit> Units => _units;

    public IReadOnlyList<ConsultationFollowUp> FollowUps => _followUps;

    /// <summary>The units that count now.</summary>
    public IEnumerable<ConsultationUnit> Invited => _units.Where(u => u.Counts).OrderBy(u => u.Number);

    public ConsultationFacts Facts { get; private set; } = ConsultationFacts.None;

    NumberChoice INumberedCase.Numbers => Facts.Numbers;

    /// <summary>The reserved number that the act just done gives; null where the next one is taken.</summary>
    public Guid? ChosenNumber { get; private set; }

    public OpinionBoard Board => _board ??= new OpinionBoard(this);

    /// <summary>Only the convening body itself acts on it: being above it is not enough.</summary>
    public CaseLocation Location => new(ConvenorId, RegionCode, ConvenorId);

    public static Consultation Prepare(Guid id, Guid convenorId, string regionCode, ConsultationTrigger? trigger, ConsultationSubject? subject, ConsultationContent content, DateTimeOffset now) => new()
    {
        Id = id,
        State = ConsultationState.Preparing,
        Version = 1,
        ConvenorId = convenorId,
        RegionCode = regionCode,
        Trigger = trigger,
        SubjectKind = subject?.Kind,
        SubjectId = subject?.Id,
        SubjectTitle = subject?.Title,
        LiveKey = subject is null ? null : $"{subject.Kind}|{subject.Id:N}",
        Content = content,
        CreatedAt = now,
        UpdatedAt = now,
    };

    public void Know(ConsultationFacts facts) => (Facts, _board) = (facts, null);

    public bool IsAbolished(ConsultationUnit unit) => Facts.Bodies.GetValueOrDefault(unit.OrganisationId)?.Abolished == true;

    public bool IsUnattended(ConsultationUnit unit) => Facts.Bodies.GetValueOrDefault(unit.OrganisationId)?.Unattended == true;

    public string NameOf(ConsultationUnit unit) => Facts.Bodies.GetValueOrDefault(unit.OrganisationId)?.Name ?? string.Empty;

    /// <summary>Decides on an act and, when it is accepted, performs it.</summary>
    public Decision<ConsultationState> Act(ConsultationAction action, string? comment, GuardContext context)
    {
        var decision = ConsultationWorkflow.Table.Decide(this, action, comment, context);
        if (decision is not Decision<ConsultationState>.Accepted accepted)
            return decision;
        switch (action)
        {
            case ConsultationAction.Send:
                (SilenceIsNoObjection, SentAt) = (Facts.SilenceSetting, context.Now);
                OpenRound(_questions);
                break;
            case ConsultationAction.AskAgain:
                OpenRound([.. _questions.Where(Board.IsOpen)]);
                break;
            case ConsultationAction.Conclude:
                ConcludedAt = context.Now;
                LiveKey = null;
                break;
            case ConsultationAction.Redraft:
                _units.ForEach(u => u.ClearSignature());
                break;
            case ConsultationAction.Terminate:
                LiveKey = null;
                break;
        }

        ChosenNumber = Facts.Numbers.IdOf(context.Number);
        State = accepted.To;
        Changed(context.Now);
        return decision;
    }

    public void TakeNumber(string number) => Number = number;

    public void TakeMinutesNumber(string number) => MinutesNumber = number;

    public ConsultationQuestion AddQuestion(Guid id, string text)
    {
        var question = new ConsultationQuestion { Id = id, ConsultationId = Id, Number = _questions.Count + 1, Text = text };
        _questions.Add(question);
        return question;
    }

    public void RemoveQuestion(ConsultationQuestion question)
    {
        _questions.Remove(question);
        for (var i = 0; i < _questions.Count; i++)
            _questions[i].Number = i + 1;
    }

    public ConsultationUnit AddUnit(Guid id, Guid organisationId)
    {
        var unit = new ConsultationUnit
        {
            Id = id, ConsultationId = Id, OrganisationId = organisationId, Number = _units.Select(u => u.Number).DefaultIfEmpty().Max() + 1,
            FromRound = State == ConsultationState.Collecting ? Round : Round + 1,
        };
        _units.Add(unit);
        return unit;
    }

    /// <summary>Before it is sent a unit is simply taken off the list.</summary>
    public void RemoveUnit(ConsultationUnit unit) => _units.Remove(unit);

    public ConsultationFollowUp AddFollowUp(Guid id, string text, Guid ownerId, DateOnly dueOn)
    {
        var item = new ConsultationFollowUp { Id = id, ConsultationId = Id, Number = _followUps.Count + 1, Text = text, OwnerId = ownerId, DueOn = dueOn };
        _followUps.Add(item);
        return item;
    }

    /// <summary>
    /// Another body takes over: as the convenor, as an invited unit with what it said, and what it was given to do. Where the
    /// body that takes over is invited itself, it speaks for both: the other's place is taken by its own.
    /// </summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        ConvenorId = succession.OfOwn(ConvenorId);
        foreach (var unit in Invited.Where(u => succession.OfOwn(u.OrganisationId) != u.OrganisationId).ToList())
        {
            if (Invited.FirstOrDefault(u => u != unit && u.OrganisationId == succession.To) is { } other)
                unit.Leave(other.Id, now);
            else
                unit.PassTo(succession.To);
        }

        foreach (var item in _followUps.Where(f => f.IsOpen))
            item.PassTo(succession.OfOwn(item.OwnerId));
        Changed(now);
    }

    internal void Take(ConsultationContent content, DateTimeOffset now)
    {
        Content = content;
        Changed(now);
    }

    /// <summary>A change that is the convenor's and no act of the table.</summary>
    internal void Changed(DateTimeOffset now)
    {
        (UpdatedAt, _board) = (now, null);
        Version++;
    }

    private void OpenRound(IReadOnlyList<ConsultationQuestion> questions)
    {
        Round++;
        RoundDays = Content.ReplyDays ?? Facts.SettingDays;
        foreach (var question in questions)
            question.Ask(Round);
        foreach (var unit in _units.Where(u => u.IsMarkedSilent && !IsAbolished(u)))
            unit.AskAgain();
    }
}

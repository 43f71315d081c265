using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>What stands around an evaluation and its guards have to know; read with it, never stored.</summary>
public sealed record EvaluationFacts(IndicatorSetContent Set, string PersonName, string UnitName, IReadOnlySet<string> Materials)
{
    public static readonly EvaluationFacts None = new(new IndicatorSetContent(string.Empty, [], GradeThresholds.Default), string.Empty, string.Empty, new HashSet<string>(StringComparer.Ordinal));
}

/// <summary>The evaluation of one officer for one year: duty report, scores of up to three sides, grade, filing.</summary>
public sealed class OfficerEvaluation
{
    public const string CaseKind = "officer-evaluation";
    public const string ThirdPartySlot = "third-party";
    public const int ReportLimit = 3000;

    private OfficerEvaluation()
    {
    }

    public Guid Id { get; private set; }

    public EvaluationState State { get; private set; }

    /// <summary>Counts the acts and saves; the concurrency token.</summary>
    public int Version { get; private set; }

    public Guid AppointmentId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    /// <summary>The bureau that scores.</summary>
    public Guid AuthorityId { get; private set; }

    public int Year { get; private set; }

    /// <summary>The version of the indicators it began with.</summary>
    public Guid SetId { get; private set; }

    /// <summary>Appointment and year unless it was discarded: unique.</summary>
    public string? YearKey { get; private set; }

    public IReadOnlyList<DutyReport> Report { get; private set; } = [];

    public IReadOnlyList<IndicatorScore> Scores { get; private set; } = [];

    public string? ThirdPartyName { get; private set; }

    public decimal? Result { get; private set; }

    public EvaluationGrade? Grade { get; private set; }

    public string? GradeReason { get; private set; }

    public string? PersonnelOffice { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    /// <summary>Who submitted the self-evaluation; nobody judges their own.</summary>
    public Guid? SubmittedById { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public CaseLocation Location => new(OrganisationId, RegionCode, AuthorityId);

    public EvaluationFacts Facts { get; private set; } = EvaluationFacts.None;

    public string Title => $"{Facts.PersonName}（{Facts.UnitName}）{Year} 年度履职评价";

    public static OfficerEvaluation Begin(Guid id, OfficerAppointment appointment, Guid authorityId, int year, Guid setId, DateTimeOffset now) => new()
    {
        Id = id, Version = 1, AppointmentId = appointment.Id, OrganisationId = appointment.OrganisationId, RegionCode = appointment.RegionCode,
        AuthorityId = authorityId, Year = year, SetId = setId, YearKey = KeyOf(appointment.Id, year), UpdatedAt = now,
    };

    public static string KeyOf(Guid appointmentId, int year) => $"{appointmentId:N}|{year}";

    public void Know(EvaluationFacts facts) => Facts = facts;

    /// <summary>Takes the scores of the side whose turn it is, and the duty report with its own.</summary>
    public Refusal? Edit(IReadOnlyList<DutyReport> report, IReadOnlyDictionary<string, decimal?> scores, Actor actor, DateTimeOffset now)
    {
        if (EvaluationWorkflow.ScoredBy(State) is not { } scorer)
            return EvaluationRefusals.NotEditable(State);
        if (!MayScore(actor))
            return WorkflowRefusals.NotPermitted(scorer == Scorer.Self ? EvaluationPermissions.SelfScore : EvaluationPermissions.Score);
        foreach (var indicator in Facts.Set.Indicators)
            if (scores.GetValueOrDefault(indicator.Key) is { } score && !EvaluationScores.IsScore(score))
                return EvaluationRefusals.ScoreOutOfRange(indicator.Name) with { Details = [new(indicator.Key, "0 到 100，最多两位小数。")] };
        if (report.FirstOrDefault(r => r.Text.Length > ReportLimit) is { } tooLong)
            return EvaluationRefusals.ReportTooLong(tooLong.Group);
        if (scorer == Scorer.Self)
            Report = [.. Facts.Set.Groups.Select(g => new DutyReport(g, report.FirstOrDefault(r => r.Group == g)?.Text.Trim() ?? string.Empty))];
        Scores = [.. Facts.Set.Indicators.Select(i => (Scores.FirstOrDefault(s => s.Key == i.Key) ?? new IndicatorScore(i.Key)).With(scorer, scores.GetValueOrDefault(i.Key)))];
        Result = EvaluationScores.Result(Facts.Set.Indicators, Scores);
        UpdatedAt = now;
        Version++;
        return null;
    }

    public bool MayScore(Actor actor) => EvaluationWorkflow.ScoredBy(State) switch
    {
        null => false,
        Scorer.Self => actor.Holds(EvaluationPermissions.SelfScore, CaseSide.Owner, Location),
        _ => actor.Holds(EvaluationPermissions.Score, CaseSide.Authority, Location),
    };

    /// <summary>Another body takes over: for the unit that reports, as the bureau that scores, or both.</summary>
    public void PassTo(Succession succession, DateTimeOffset now)
    {
        (OrganisationId, AuthorityId, UpdatedAt) = (succession.OfOwn(OrganisationId), succession.OfReceived(AuthorityId) ?? AuthorityId, now);
        Version++;
    }

    public Decision<EvaluationState> Act(EvaluationAction action, string? comment, GuardContext context)
    {
        var decision = EvaluationWorkflow.Table.Decide(this, action, comment, context);
        if (decision is not Decision<EvaluationState>.Accepted accepted)
            return decision;
        var said = context.Remarks;
        switch (action)
        {
            case EvaluationAction.Submit:
                SubmittedById = context.Actor.UserId;
                break;
            case EvaluationAction.SendOut:
                ThirdPartyName = EvaluationFields.Text(said, EvaluationFields.ThirdParty);
                break;
            case EvaluationAction.Conclude:
                (Grade, GradeReason) = (EvaluationFields.GradeOf(said), EvaluationFields.Text(said, EvaluationFields.GradeReason));
                break;
            case EvaluationAction.File:
                (PersonnelOffice, DocumentNumber, DocumentDate) = (EvaluationFields.Text(said, EvaluationFields.PersonnelOffice), EvaluationFields.Text(said, EvaluationFields.DocumentNumber), EvaluationFields.Date(said, EvaluationFields.DocumentDate));
                break;
            case EvaluationAction.Discard:
                YearKey = null;
                break;
        }

        (State, UpdatedAt) = (accepted.To, context.Now);
        Version++;
        return decision;
    }
}

using System.Collections.Immutable;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Consultations;

/// <summary>What has to hold for a consultation to go on.</summary>
public static class ConsultationGuards
{
    /// <summary>The rule's convenor convenes it and the rule's body is invited; one by choice has no rule.</summary>
    public static readonly Guard<Consultation> RuleKept = new(nameof(RuleKept), static (consultation, context) =>
    {
        if (consultation.Trigger is not { } trigger)
            return null;
        if (context.Policy.Projects.Asked(trigger, RegionCodes.Level(consultation.RegionCode)) is not { } rule)
            return ConsultationRefusals.NotAskedHere(trigger, context.Policy);
        if (!consultation.Facts.ConvenorHolds.HasFlag(rule.Convenor))
            return ConsultationRefusals.NotTheConvenor(rule, context.Policy);
        return consultation.Invited.Any(u => consultation.Facts.Bodies.GetValueOrDefault(u.OrganisationId)?.Holds.HasFlag(rule.Invited) == true) ? null : ConsultationRefusals.RuleBodyMissing(rule, context.Policy);
    });

    public static readonly Guard<Consultation> Asks = new(nameof(Asks), static (consultation, _) =>
        string.IsNullOrWhiteSpace(consultation.Content.Matter) ? ConsultationRefusals.NoMatter()
        : consultation.Questions.Count == 0 ? ConsultationRefusals.NoQuestion()
        : !consultation.Invited.Any() ? ConsultationRefusals.NoUnit()
        : null);

    public static readonly Guard<Consultation> UnitsInOffice = new(nameof(UnitsInOffice), static (consultation, _) =>
        consultation.Invited.FirstOrDefault(consultation.IsAbolished) is { } gone ? ConsultationRefusals.InvitedAbolished(consultation.NameOf(gone)) : null);

    public static readonly Guard<Consultation> HasMaterial = new(nameof(HasMaterial), static (consultation, _) =>
        consultation.Facts.Materials == 0 ? ConsultationRefusals.NoMaterial() : null);

    public static readonly Guard<Consultation> DeadlineKnown = new(nameof(DeadlineKnown), static (consultation, _) =>
        (consultation.Content.ReplyDays ?? consultation.Facts.SettingDays) is null ? ConsultationRefusals.NoDeadline() : null);

    /// <summary>Nobody is cut off before the day that was given.</summary>
    public static readonly Guard<Consultation> DueOrAnswered = new(nameof(DueOrAnswered), static (consultation, context) =>
        consultation.Facts.DueOn is { } due && due >= ChinaTime.DateOf(context.Now) && consultation.Board.Late.Select(consultation.NameOf).ToList() is { Count: > 0 } late
            ? ConsultationRefusals.RoundRuns(due, late) : null) { Excuses = true };

    public static readonly Guard<Consultation> SomethingOpen = new(nameof(SomethingOpen), static (consultation, _) =>
        consultation.Questions.Any(consultation.Board.IsOpen) ? null : ConsultationRefusals.NothingOpen()) { Excuses = true };

    /// <summary>Every invited unit has answered or is formally marked.</summary>
    public static readonly Guard<Consultation> EveryUnitSettled = new(nameof(EveryUnitSettled), static (consultation, _) =>
        consultation.Invited.Where(u => !consultation.Board.IsSettled(u)).Select(consultation.NameOf).ToList() is { Count: > 0 } units ? ConsultationRefusals.Unanswered(units) : null);

    public static readonly Guard<Consultation> DissentSettled = new(nameof(DissentSettled), static (consultation, _) =>
        consultation.Questions.Where(q => consultation.Board.HasDissent(q) && q.Outcome is null).Select(q => q.Number).ToList() is { Count: > 0 } open ? ConsultationRefusals.OpenDissent(open) : null);

    /// <summary>The conclusion says what the opinions and the settled dissents say.</summary>
    public static readonly Guard<Consultation> ConclusionFits = new(nameof(ConclusionFits), static (consultation, _) =>
    {
        var content = consultation.Content;
        if (content.Conclusion is not { } written || string.IsNullOrWhiteSpace(content.ConclusionText))
            return ConsultationRefusals.NoConclusion();
        var found = Found(consultation);
        if (written != found)
            return ConsultationRefusals.ConclusionDiffers(written, found);
        return found == ConclusionKind.Escalated && (content.EscalatedToId is null || content.EscalatedOn is null || string.IsNullOrWhiteSpace(content.EscalationRecord)) ? ConsultationRefusals.NoEscalation() : null;
    });

    public static readonly Guard<Consultation> MeetingRecorded = new(nameof(MeetingRecorded), static (consultation, _) =>
        consultation.Content.MeetingOn is null || string.IsNullOrWhiteSpace(consultation.Content.MeetingPlace) || string.IsNullOrWhiteSpace(consultation.Content.MeetingAttendees) ? ConsultationRefusals.NoMeeting() : null);

    public static readonly Guard<Consultation> MinutesWritten = new(nameof(MinutesWritten), static (consultation, _) =>
        string.IsNullOrWhiteSpace(consultation.Content.MinutesText) ? ConsultationRefusals.NoMinutes() : null);

    public static readonly Guard<Consultation> Countersigned = new(nameof(Countersigned), static (consultation, _) =>
        consultation.Invited.Where(u => !u.IsSettledForMinutes && !u.IsMarkedSilent && !consultation.IsAbolished(u)).Select(consultation.NameOf).ToList() is { Count: > 0 } units ? ConsultationRefusals.Unsigned(units) : null) { Excuses = true };

    public static readonly Guard<Consultation> HasFollowUps = new(nameof(HasFollowUps), static (consultation, _) =>
        consultation.FollowUps.Any(f => f.DroppedAt is null) ? null : ConsultationRefusals.NothingToFollow()) { Excuses = true };

    public static readonly Guard<Consultation> NoFollowUps = new(nameof(NoFollowUps), static (consultation, _) =>
        consultation.FollowUps.Any(f => f.DroppedAt is null) ? ConsultationRefusals.StillToFollow() : null) { Excuses = true };

    public static readonly Guard<Consultation> FollowUpsDone = new(nameof(FollowUpsDone), static (consultation, _) =>
        consultation.FollowUps.Count(f => f.IsOpen) is > 0 and var open ? ConsultationRefusals.FollowUpsOpen(open) : null);

    public static readonly ImmutableArray<Guard<Consultation>> ForConclusion = [EveryUnitSettled, DissentSettled, ConclusionFits];

    /// <summary>What the opinions and the settled dissents come to.</summary>
    public static ConclusionKind Found(Consultation consultation)
    {
        var dissents = consultation.Questions.Where(consultation.Board.HasDissent).ToList();
        return dissents.Count == 0 ? ConclusionKind.Agreed : dissents.Any(q => q.Outcome == DissentOutcome.Escalated) ? ConclusionKind.Escalated : ConclusionKind.Reconciled;
    }
}

using System.Globalization;
using DataBureau.Domain.Consultations;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What the convenor is typing: texts only, so that half-typed input survives an autosave.</summary>
public sealed class ConsultationForm
{
    public string? Trigger { get; set; }

    public string? Title { get; set; }

    public string? Matter { get; set; }

    public string? ReplyDays { get; set; }

    public string? ContactName { get; set; }

    public string? ContactPhone { get; set; }

    public DateOnly? MeetingOn { get; set; }

    public string? MeetingPlace { get; set; }

    public string? MeetingAttendees { get; set; }

    public string? Conclusion { get; set; }

    public string? ConclusionText { get; set; }

    public string? EscalatedToId { get; set; }

    public DateOnly? EscalatedOn { get; set; }

    public string? EscalationRecord { get; set; }

    public string? MinutesText { get; set; }

    public static ConsultationForm Of(ConsultationContent c) => new()
    {
        Title = c.Title, Matter = c.Matter, ReplyDays = c.ReplyDays?.ToString(CultureInfo.InvariantCulture), ContactName = c.ContactName, ContactPhone = c.ContactPhone,
        MeetingOn = c.MeetingOn, MeetingPlace = c.MeetingPlace, MeetingAttendees = c.MeetingAttendees, Conclusion = c.Conclusion?.ToString(), ConclusionText = c.ConclusionText,
        EscalatedToId = c.EscalatedToId?.ToString(), EscalatedOn = c.EscalatedOn, EscalationRecord = c.EscalationRecord, MinutesText = c.MinutesText,
    };

    public ConsultationContent Read() => new()
    {
        Title = Clean(Title) ?? string.Empty, Matter = Clean(Matter),
        // What is no number is refused as one out of range: it is not silently dropped.
        ReplyDays = Clean(ReplyDays) is not { } days ? null : int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
        ContactName = Clean(ContactName), ContactPhone = Clean(ContactPhone), MeetingOn = MeetingOn, MeetingPlace = Clean(MeetingPlace), MeetingAttendees = Clean(MeetingAttendees),
        Conclusion = Enum.TryParse<ConclusionKind>(Conclusion, out var kind) && Enum.IsDefined(kind) ? kind : null, ConclusionText = Clean(ConclusionText),
        EscalatedToId = Guid.TryParse(EscalatedToId, out var office) ? office : null, EscalatedOn = EscalatedOn, EscalationRecord = Clean(EscalationRecord), MinutesText = Clean(MinutesText),
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

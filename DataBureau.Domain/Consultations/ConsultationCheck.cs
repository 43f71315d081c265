using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Consultations;

/// <summary>Checks of what the convenor writes.</summary>
public static class ConsultationCheck
{
    public const int MostDays = 60;

    /// <summary>Takes over what the state leaves open; the rest stays as it is.</summary>
    public static ConsultationContent Restrict(ConsultationContent current, ConsultationContent asked, ConsultationParts parts)
    {
        var result = current;
        if (parts.HasFlag(ConsultationParts.Matter))
            result = result with { Title = asked.Title.Trim(), Matter = asked.Matter, ReplyDays = asked.ReplyDays, ContactName = asked.ContactName, ContactPhone = asked.ContactPhone };
        if (parts.HasFlag(ConsultationParts.Meeting))
            result = result with { MeetingOn = asked.MeetingOn, MeetingPlace = asked.MeetingPlace, MeetingAttendees = asked.MeetingAttendees };
        if (parts.HasFlag(ConsultationParts.Conclusion))
            result = result with { Conclusion = asked.Conclusion, ConclusionText = asked.ConclusionText, EscalatedToId = asked.EscalatedToId, EscalatedOn = asked.EscalatedOn, EscalationRecord = asked.EscalationRecord };
        return parts.HasFlag(ConsultationParts.Minutes) ? result with { MinutesText = asked.MinutesText } : result;
    }

    public static Refusal? Limits(ConsultationContent content) =>
        Words(content.Title, "会商名称", Consultation.TitleLimit)
        ?? (content.ReplyDays is < 1 or > MostDays ? ConsultationRefusals.ReplyDays(MostDays) : null)
        ?? Longest(content.Matter, "事由", Consultation.TextLimit)
        ?? Longest(content.ContactName, "联系人", 50)
        ?? Longest(content.ContactPhone, "联系电话", 50)
        ?? Longest(content.MeetingPlace, "会议地点", 200)
        ?? Longest(content.MeetingAttendees, "参加人员", Consultation.LineLimit)
        ?? Longest(content.ConclusionText, "会商结论", Consultation.TextLimit)
        ?? Longest(content.EscalationRecord, "上报记录", Consultation.TextLimit)
        ?? Longest(content.MinutesText, "纪要正文", Consultation.TextLimit);

    internal static Refusal? Words(string? text, string title, int limit) =>
        string.IsNullOrWhiteSpace(text) ? ConsultationRefusals.Required(title) : Longest(text.Trim(), title, limit);

    private static Refusal? Longest(string? text, string title, int limit) => text?.Length > limit ? ConsultationRefusals.TooLong(title, limit) : null;
}

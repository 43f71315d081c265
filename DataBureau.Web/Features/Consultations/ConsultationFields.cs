using DataBureau.Domain.Consultations;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What the convenor writes, field by field, in words.</summary>
internal static class ConsultationFields
{
    public static readonly IReadOnlyList<(string Title, Func<ConsultationContent, object?> Value)> All =
    [
        ("会商名称", c => c.Title), ("事由", c => c.Matter), ("反馈期限", c => c.ReplyDays), ("联系人", c => c.ContactName), ("联系电话", c => c.ContactPhone),
        ("会议日期", c => c.MeetingOn), ("会议地点", c => c.MeetingPlace), ("参加人员", c => c.MeetingAttendees),
        ("结论", c => c.Conclusion), ("会商结论", c => c.ConclusionText), ("上报对象", c => c.EscalatedToId), ("上报日期", c => c.EscalatedOn), ("上报记录", c => c.EscalationRecord), ("纪要正文", c => c.MinutesText),
    ];

    /// <summary>「修改了：事由、反馈期限」.</summary>
    public static string Changed(ConsultationContent before, ConsultationContent asked, ConsultationParts parts)
    {
        var after = ConsultationCheck.Restrict(before, asked, parts);
        return "修改了：" + string.Join('、', All.Where(f => !Equals(f.Value(before), f.Value(after))).Select(f => f.Title));
    }
}

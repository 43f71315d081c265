using DataBureau.Domain;

namespace DataBureau.Web.Notifications;

/// <summary>What a notification is about: the groups of events that a person can switch off, and the one that nobody can.</summary>
public enum NotificationCategory
{
    /// <summary>A deadline comes near or falls due today.</summary>
    [ChineseName("期限临近")] DeadlineAhead,

    /// <summary>A deadline has passed. What the office answers for cannot be switched off.</summary>
    [ChineseName("逾期")] Overdue,

    /// <summary>What the person brought or passed on was sent back, asked to be completed, or refused.</summary>
    [ChineseName("退回与不予通过")] Returned,

    /// <summary>What the person brought or passed on was approved, filed, published, ended.</summary>
    [ChineseName("办理结果")] Decided,

    /// <summary>The person's unit is asked for its opinion or its signature, or given something to do, or reminded of it.</summary>
    [ChineseName("会商邀请与催办")] Invited,

    /// <summary>Somebody passed a case on for the person to know of.</summary>
    [ChineseName("抄送")] Copied,

    /// <summary>One act over many cases has come to its end, and the person had left the page.</summary>
    [ChineseName("批量办理结果")] BatchDone,
}

internal static class NotificationCategories
{
    /// <summary>What each group is, in one sentence for the settings.</summary>
    public static string Explanation(this NotificationCategory category) => category switch
    {
        NotificationCategory.DeadlineAhead => "本单位承办的事项临近局内时限或当天到期。",
        NotificationCategory.Overdue => "本单位承办的事项超过局内时限。",
        NotificationCategory.Returned => "您发起或经办的事项被退回、要求补正、不予备案或没有通过。",
        NotificationCategory.Decided => "您发起或经办的事项审核通过、备案、发布或办结。",
        NotificationCategory.Invited => "会商邀请本单位反馈意见、会签纪要、落实议定事项，或者催办。",
        NotificationCategory.Copied => "其他人把事项抄送给您。",
        NotificationCategory.BatchDone => "您批量办理的事项办完了：成功几件，哪几件没有成功。结果已在页面上看过的，自动标为已读。",
    };

    public static bool IsMandatory(this NotificationCategory category) => category == NotificationCategory.Overdue;
}

using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Notifications;

/// <summary>A notification as its owner sees it.</summary>
/// <param name="CaseKindName">规划与备案; empty where it is about no case.</param>
public sealed record NotificationRow(Guid Id, DateTimeOffset At, NotificationCategory Category, string CaseKindName, string Title, string Sentence, string Href, DateTimeOffset? ReadAt)
{
    public string State => ReadAt is null ? "未读" : "已读";
}

/// <summary>The notifications as a list, on the page and in Excel.</summary>
internal static class NotificationColumns
{
    public const string State = "state";
    public const string Title = "title";
    public const string Act = "act";
    public const string KindKey = "kind";

    public static readonly IReadOnlyList<ListColumn<NotificationRow>> All =
    [
        new(State, "状态", n => n.State) { Kind = ColumnKind.State, Width = 72 },
        new(Title, "通知", n => n.Title) { Width = 340, Wrap = true, ExcelWidth = 50 },
        new("sentence", "内容", n => n.Sentence) { Wrap = true, ExcelWidth = 70 },
        new("category", "类别", n => n.Category) { Width = 124, ExcelWidth = 16 },
        new(KindKey, "业务", n => n.CaseKindName) { Width = 116, ExcelWidth = 16 },
        new("at", "时间", n => n.At) { Kind = ColumnKind.DateTime, Width = 138 },
        new("read", "阅读时间", n => n.ReadAt) { Kind = ColumnKind.DateTime, Width = 138, ShownByDefault = false },
    ];

    /// <summary>One's own, and so nobody's permission is asked.</summary>
    public static readonly ListExport<NotificationRow> Export = new("notifications", "通知", null, All,
        (services, query, cancellationToken) => services.GetRequiredService<NotificationService>().StreamAsync(query, cancellationToken));
}

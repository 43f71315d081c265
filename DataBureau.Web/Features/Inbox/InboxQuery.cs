using DataBureau.Domain.Calendar;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Inbox;

/// <summary>What an address asks of 待办. The lines of one person are few enough, being grouped, to be sifted and ordered here.</summary>
internal static class InboxQuery
{
    public const string Kind = "kind";
    public const string Due = "due";

    /// <summary>So few working days are urgent.</summary>
    private const int Soon = 3;

    public static readonly IReadOnlyList<(string Value, string Text)> DueOptions = [("overdue", "已逾期"), ("soon", $"{Soon} 个工作日内"), ("any", "有期限"), ("none", "无期限")];

    public static string? KindOf(ListQuery query) => query.Filter(Kind) is { Length: > 0 } kind ? kind : null;

    public static IReadOnlyList<InboxItem> Apply(IReadOnlyList<InboxItem> items, ListQuery query) =>
        [.. Ordered(items.Where(i => IsDue(i.Deadline, query.Filter(Due)) && IsAbout(i, query.Search)), query)];

    /// <summary>Overdue first, what is due next after it, without a date last; of what is equally urgent, the longest-waiting first.</summary>
    private static IOrderedEnumerable<InboxItem> Ordered(IEnumerable<InboxItem> items, ListQuery query) => ((query.Sort, query.Desc) switch
    {
        (nameof(InboxItem.Title), false) => items.OrderBy(i => i.Title, StringComparer.Ordinal),
        (nameof(InboxItem.Title), true) => items.OrderByDescending(i => i.Title, StringComparer.Ordinal),
        (nameof(InboxItem.Since), false) => items.OrderBy(i => i.Since),
        (nameof(InboxItem.Since), true) => items.OrderByDescending(i => i.Since),
        (nameof(InboxItem.Deadline), true) => items.OrderByDescending(i => i.Deadline?.DueOn ?? DateOnly.MinValue),
        _ => items.OrderBy(i => i.Deadline?.DueOn ?? DateOnly.MaxValue),
    }).ThenBy(i => i.Since).ThenBy(i => i.Key, StringComparer.Ordinal);

    private static bool IsDue(DeadlineReading? deadline, string asked) => asked switch
    {
        "overdue" => deadline?.Standing == DeadlineStanding.Overdue,
        "soon" => deadline is { Standing: DeadlineStanding.DueToday } or { Standing: DeadlineStanding.Running, DaysLeft: <= Soon },
        "any" => deadline is not null,
        "none" => deadline is null,
        _ => true,
    };

    private static bool IsAbout(InboxItem item, string text) => text.Length == 0
        || item.Title.Contains(text, StringComparison.OrdinalIgnoreCase) || item.Act.Contains(text, StringComparison.OrdinalIgnoreCase) || item.OrganisationName.Contains(text, StringComparison.OrdinalIgnoreCase);
}

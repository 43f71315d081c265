using System.Globalization;
using DataBureau.Domain;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Audit;

/// <summary>What the list of audit rows is narrowed to. A word in an address that names nothing narrows nothing.</summary>
/// <param name="Search">Part of the person's name or of the summary.</param>
/// <param name="From">First day, in China.</param>
/// <param name="To">Last day, in China; the whole of it.</param>
public sealed record AuditFilter(
    string Search = "", AuditGroup? Group = null, string? SubjectKind = null, string? SubjectId = null, Guid? UserId = null, bool? Succeeded = null, DateOnly? From = null, DateOnly? To = null)
{
    public const string GroupKey = "group";
    public const string KindKey = "kind";
    public const string SubjectKey = "subject";
    public const string UserKey = "user";
    public const string ResultKey = "result";
    public const string FromKey = "from";
    public const string ToKey = "to";
    public const string SucceededWord = "succeeded";
    public const string FailedWord = "failed";

    public DateTimeOffset? FromTime => From is { } day ? Start(day) : null;

    public DateTimeOffset? BeforeTime => To is { } day && day < DateOnly.MaxValue ? Start(day.AddDays(1)) : null;

    public static AuditFilter Read(ListQuery query) => new(
        query.Search,
        AuditGroups.Find(query.Filter(GroupKey)),
        Text(query.Filter(KindKey)),
        Text(query.Filter(SubjectKey)),
        Guid.TryParse(query.Filter(UserKey), CultureInfo.InvariantCulture, out var user) ? user : null,
        query.Filter(ResultKey) switch
        {
            SucceededWord => true,
            FailedWord => false,
            _ => null,
        },
        Day(query.Filter(FromKey)),
        Day(query.Filter(ToKey)));

    private static string? Text(string text) => text.Length == 0 ? null : text;

    // Days before 1900 are slips of the hand, and SQL Server's own range is not worth meeting.
    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900 ? day : null;

    private static DateTimeOffset Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), ChinaTime.Offset).ToUniversalTime();
}

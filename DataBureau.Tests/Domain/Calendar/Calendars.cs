using DataBureau.Domain.Calendar;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Seed;

namespace DataBureau.Tests.Domain.Calendar;

/// <summary>The rows that ship with the program, and deadlines over them.</summary>
internal static class Calendars
{
    public static readonly IReadOnlyList<CalendarDay> Rows = ReferenceData.ReadCalendar();

    public static readonly WorkingCalendar Shipped = new(Rows);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>By the rule as it is written, and by nothing else.</summary>
    public static bool IsWorkingDay(DateOnly date) =>
        Rows.FirstOrDefault(r => r.Date == date) is { } row ? row.Kind == CalendarDayKind.Workday : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static Deadline Deadline(string startedOn, int budget, params int[] rungs) => DataBureau.Domain.Calendar.Deadline.Start(
        Guid.NewGuid(), "catalogue.review", new DeadlineSubject("catalogue", Guid.NewGuid(), "养老机构基本信息", "待数据局审核", "140000", Guid.NewGuid(), CaseSide.Authority), Day(startedOn), budget, rungs);
}

using System.Globalization;
using DataBureau.Domain.Access;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Calendar;

/// <summary>The days of a year as a list to take away.</summary>
internal static class CalendarColumns
{
    public const string YearKey = "year";

    public static readonly IReadOnlyList<ListColumn<CalendarRow>> All =
    [
        new("date", "日期", r => r.Day.Date) { Kind = ColumnKind.Date, Width = 110 },
        new("weekday", "星期", r => r.Weekday) { Width = 90 },
        new("kind", "类型", r => r.Day.Kind) { Width = 80 },
        new("name", "名称", r => r.Day.Name) { ExcelWidth = 24 },
    ];

    public static readonly ListExport<CalendarRow> Export = new("calendar", "工作日历", AdministrationPermissions.Calendar, All,
        (services, query, cancellationToken) => RowsAsync(services.GetRequiredService<CalendarService>(), query, cancellationToken));

    /// <summary>The year of an address; this one where it names none that can be.</summary>
    public static int YearOf(ListQuery query, int thisYear) =>
        int.TryParse(query.Filter(YearKey), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= CalendarService.FirstYear and <= CalendarService.LastYear ? year : thisYear;

    private static async IAsyncEnumerable<CalendarRow> RowsAsync(CalendarService service, ListQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await service.RowsAsync(YearOf(query, service.ThisYear), cancellationToken))
            yield return row;
    }
}

/// <summary>The columns of the time limits.</summary>
internal static class TimeLimitColumns
{
    public const string RegionKey = "region";

    public static readonly IReadOnlyList<ListColumn<TimeLimitRow>> All =
    [
        new("name", "时限", r => r.Name) { Width = 160, ExcelWidth = 20 },
        new("kind", "事项", r => r.CaseKindName) { Width = 140, ExcelWidth = 18 },
        new("region", "行政区划", r => r.RegionName) { Width = 120, ExcelWidth = 16 },
        new("own", "本级设置", r => r.Own) { Width = 130, ExcelWidth = 16 },
        new("effective", "实际适用", r => r.Effective) { Width = 130, ExcelWidth = 16 },
        new("from", "来源", r => r.From ?? "未设置") { Width = 120, ExcelWidth = 16 },
        new("reminders", "提醒时点", r => r.Reminders) { Wrap = true, ExcelWidth = 44 },
    ];

    public static readonly ListExport<TimeLimitRow> Export = new("time-limits", "局内时限", AdministrationPermissions.TimeLimits, All,
        (services, query, cancellationToken) => RowsAsync(services.GetRequiredService<TimeLimitService>(), query, cancellationToken));

    private static async IAsyncEnumerable<TimeLimitRow> RowsAsync(TimeLimitService service, ListQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await service.ListAsync(query.Filter(RegionKey) is { Length: > 0 } region ? region : null, cancellationToken))
            yield return row;
    }
}

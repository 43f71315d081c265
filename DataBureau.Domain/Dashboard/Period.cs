using System.Globalization;

namespace DataBureau.Domain.Dashboard;

public enum PeriodKind
{
    [ChineseName("本周")] ThisWeek,
    [ChineseName("上周")] LastWeek,
    [ChineseName("本月")] ThisMonth,
    [ChineseName("上月")] LastMonth,
    [ChineseName("自定")] Custom,
}

/// <summary>Days of China, the first and the last of them included.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public string Text => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd} 至 {To:yyyy-MM-dd}");

    /// <summary>The month of a day, so far.</summary>
    public static Period MonthSoFar(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1), day);

    public static Period Month(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>Weeks begin on Monday. What goes on is counted up to today.</summary>
    /// <param name="custom">The days of a period of one's own; the month so far when they are missing or the wrong way round.</param>
    public static Period Of(PeriodKind kind, DateOnly today, Period? custom = null)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var before = today.AddMonths(-1);
        return kind switch
        {
            PeriodKind.ThisWeek => new(monday, today),
            PeriodKind.LastWeek => new(monday.AddDays(-7), monday.AddDays(-1)),
            PeriodKind.LastMonth => Month(before.Year, before.Month),
            PeriodKind.Custom when custom is { Days: > 0 } => custom,
            PeriodKind.ThisMonth or PeriodKind.Custom => MonthSoFar(today),
        };
    }

    /// <summary>What it is compared with: the same days of the month before, where it begins with a month and stays in it; else as many days right before it.</summary>
    public Period Before()
    {
        var last = From.AddMonths(-1);
        if (From.Day != 1 || To.Year != From.Year || To.Month != From.Month)
            return new(From.AddDays(-Days), From.AddDays(-1));
        var whole = To.Day == DateTime.DaysInMonth(To.Year, To.Month);
        var length = DateTime.DaysInMonth(last.Year, last.Month);
        return new(last, new DateOnly(last.Year, last.Month, whole ? length : Math.Min(To.Day, length)));
    }
}

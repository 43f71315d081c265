using System.Globalization;

namespace DataBureau.Domain.Dashboard;

public enum PeriodKind
{
    [ChineseName("本周")] ThisWeek,
    [ChineseName("上周")] LastWeek,
    [ChineseName("本月")] ThisMonth,
    [ChineseName("上月")] LastMonth,
    [ChineseName("本季度")] ThisQuarter,
    [ChineseName("上季度")] LastQuarter,
    [ChineseName("本年")] ThisYear,
    [ChineseName("上年")] LastYear,
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
        var (quarter, year) = (new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1), new DateOnly(today.Year, 1, 1));
        return kind switch
        {
            PeriodKind.ThisWeek => new(monday, today),
            PeriodKind.LastWeek => new(monday.AddDays(-7), monday.AddDays(-1)),
            PeriodKind.LastMonth => Month(before.Year, before.Month),
            PeriodKind.ThisQuarter => new(quarter, today),
            PeriodKind.LastQuarter => new(quarter.AddMonths(-3), quarter.AddDays(-1)),
            PeriodKind.ThisYear => new(year, today),
            PeriodKind.LastYear => new(year.AddYears(-1), year.AddDays(-1)),
            PeriodKind.Custom when custom is { Days: > 0 } => custom,
            PeriodKind.ThisMonth or PeriodKind.Custom => MonthSoFar(today),
        };
    }

    /// <summary>
    /// What it is compared with: the same days of the quarter or the year before, when a quarter or a year was asked for; the same days
    /// of the month before, where it begins with a month and stays in it; else as many days right before it.
    /// </summary>
    public Period Before(PeriodKind kind = PeriodKind.Custom) => kind switch
    {
        PeriodKind.ThisQuarter or PeriodKind.LastQuarter => Shifted(3),
        PeriodKind.ThisYear or PeriodKind.LastYear => Shifted(12),
        _ when From.Day == 1 && To.Year == From.Year && To.Month == From.Month => Shifted(1),
        _ => new(From.AddDays(-Days), From.AddDays(-1)),
    };

    /// <summary>What is over is compared with the whole of the one before it, what goes on with as far.</summary>
    private Period Shifted(int months) => new(From.AddMonths(-months), To.AddDays(1) == From.AddMonths(months) ? From.AddDays(-1) : To.AddMonths(-months));
}

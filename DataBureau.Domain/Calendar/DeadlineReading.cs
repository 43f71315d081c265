using System.Globalization;

namespace DataBureau.Domain.Calendar;

public enum DeadlineStanding
{
    [ChineseName("剩余")] Running,
    [ChineseName("今天到期")] DueToday,
    [ChineseName("逾期")] Overdue,
    [ChineseName("已暂停")] Paused,

    /// <summary>The calendar does not reach.</summary>
    [ChineseName("无法推算")] Unknown,

    [ChineseName("已办结")] Finished,
}

/// <summary>How a deadline stands on a day.</summary>
/// <param name="DaysLeft">Working days; positive left, negative overdue; null when there is no number.</param>
/// <param name="MissingYear">The year whose rows are missing.</param>
public sealed record DeadlineReading(DeadlineStanding Standing, int? DaysLeft, DateOnly? DueOn, int? MissingYear)
{
    /// <summary>As people read it: 剩余 3 个工作日.</summary>
    public string Words => Standing switch
    {
        DeadlineStanding.Running => $"剩余 {DaysLeft} 个工作日",
        DeadlineStanding.Overdue when DaysLeft < 0 => $"逾期 {-DaysLeft} 个工作日",
        DeadlineStanding.Overdue when MissingYear is not null => $"已逾期，{Missing}天数",
        DeadlineStanding.Overdue => "已逾期",
        DeadlineStanding.Unknown => Missing,
        DeadlineStanding.DueToday or DeadlineStanding.Paused or DeadlineStanding.Finished => Standing.ChineseName(),
    };

    private string Missing => string.Create(CultureInfo.InvariantCulture, $"日历缺 {MissingYear} 年，无法推算");

    /// <summary>How a bare date stands, where there is no ledger to ask, or a running clock's own date is known.</summary>
    public static DeadlineReading Of(DateOnly due, DateOnly today, WorkingCalendar calendar)
    {
        var days = due < today ? calendar.CountBetween(due, today) : calendar.CountBetween(today, due);
        var standing = due < today ? DeadlineStanding.Overdue : due == today ? DeadlineStanding.DueToday : DeadlineStanding.Running;
        return standing == DeadlineStanding.Running && !days.IsKnown
            ? new(DeadlineStanding.Unknown, null, due, days.MissingYear)
            : new(standing, due < today ? -days.OrNull : days.OrNull, due, days.MissingYear);
    }

    public static DeadlineReading Of(Deadline deadline, DateOnly today, WorkingCalendar calendar)
    {
        if (deadline.FinishedAt is not null)
            return new(DeadlineStanding.Finished, null, deadline.DueOn, null);
        if (deadline.IsPaused)
            return new(DeadlineStanding.Paused, null, null, null);
        if (deadline is { IsAgreed: true, DueOn: { } agreed })
            return Of(agreed, today, calendar);
        // Where rows have been added a moment ago, the kept date is about to follow.
        var reckoned = deadline.DueOn is { } kept ? Reckoned.Known(kept) : deadline.Ledger.DayOf(deadline.BudgetDays, calendar);
        if (!reckoned.IsKnown)
            return new(DeadlineStanding.Unknown, null, null, reckoned.MissingYear);
        var due = reckoned.Value;
        var left = deadline.Ledger.Left(today, calendar);
        var standing = due < today ? DeadlineStanding.Overdue : due == today ? DeadlineStanding.DueToday : DeadlineStanding.Running;
        return standing == DeadlineStanding.Running && !left.IsKnown
            ? new(DeadlineStanding.Unknown, null, due, left.MissingYear)
            : new(standing, left.OrNull, due, left.MissingYear);
    }
}

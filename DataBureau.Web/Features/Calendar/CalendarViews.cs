using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Calendar;

namespace DataBureau.Web.Features.Calendar;

/// <summary>The calendar of one year, as its page needs it.</summary>
/// <param name="Version">Of the whole calendar; 0 while there is none.</param>
/// <param name="WorkingDays">Null in a year without rows.</param>
/// <param name="Missing">This year or the next, where it has no rows, with the open deadlines that have no date for want of them.</param>
/// <param name="Incomplete">Of this year, the next and the one shown, those that have rows and lack a holiday.</param>
/// <param name="MayEdit">The calendar is everybody's, so only who administers everything changes it.</param>
public sealed record CalendarYearView(
    int Version, int Year, ImmutableArray<CalendarDay> Days, ImmutableArray<int> CoveredYears, int? WorkingDays, ImmutableArray<int> Missing, int WithoutDate, ImmutableArray<IncompleteYear> Incomplete, bool MayEdit);

/// <summary>A year that has rows, and none for these holidays.</summary>
public sealed record IncompleteYear(int Year, ImmutableArray<string> Holidays)
{
    public string Sentence => $"{Year} 年还缺{string.Join('、', Holidays)}的放假安排，经过这些日子的期限会推算得偏早。";
}

/// <summary>What saving would do to the open deadlines.</summary>
public sealed record CalendarPreview(int Moved, int Dated, int Undated)
{
    public static CalendarPreview Of(IReadOnlyCollection<MovedDeadline> moved) => new(moved.Count, moved.Count(m => m.From is null), moved.Count(m => m.To is null));

    public string Sentence => Moved == 0 ? "没有未办结的期限因此变动。"
        : $"{Moved} 个未办结期限的到期日随之调整"
            + (Dated > 0 ? $"，其中 {Dated} 个原来无法推算、现在有了到期日" : null) + (Undated > 0 ? $"，其中 {Undated} 个将无法推算" : null) + "。";
}

/// <summary>A line of the export.</summary>
public sealed record CalendarRow(CalendarDay Day)
{
    public string Weekday => CalendarText.WeekdayOf(Day.Date);
}

public enum LimitChoice
{
    /// <summary>No row of its own.</summary>
    [ChineseName("沿用上级")] Inherit,

    [ChineseName("不设")] None,
    [ChineseName("设定")] Days,
}

/// <summary>A time limit in a region: what is set there, and what applies.</summary>
/// <param name="Version">Of the region's own row; 0 when it has none.</param>
/// <param name="EffectiveDays">Null when no time limit applies.</param>
/// <param name="From">The region whose setting applies; null when nobody has set any.</param>
public sealed record TimeLimitRow(
    string Limit, string Name, string CaseKindName, string RegionCode, string RegionName, int Version, LimitChoice Choice, int? OwnDays, int? EffectiveDays, IReadOnlyList<int> Rungs, string? From)
{
    public string Own => Choice == LimitChoice.Days ? $"{OwnDays} 个工作日" : Choice.ChineseName();

    public string Effective => EffectiveDays is { } days ? $"{days} 个工作日" : "不计时";

    public string Reminders => EffectiveDays is null ? "" : ReminderRungs.Words(Rungs);
}

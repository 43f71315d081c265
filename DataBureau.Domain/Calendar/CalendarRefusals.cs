using System.Collections.Immutable;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Calendar;

/// <summary>Everything that the calendar and the time limits can refuse.</summary>
public static class CalendarRefusals
{
    public const string Days = "Days";
    public const string WorkingDays = "WorkingDays";
    public const string Rungs = "Rungs";
    public const int MostDays = 999;

    public static Refusal Year(int year) => new("CalendarYear", $"不能登记 {year} 年的日历，请选择 2000 年到 2100 年之间的年份。");

    public static Refusal Unread(ImmutableArray<CalendarLineError> errors) =>
        new("CalendarUnread", $"有 {errors.Length} 行没有读懂，日历没有改动。请改正后再读入。") { Details = [.. errors.Select(e => new RefusalDetail(Days, $"第 {e.Line} 行：{e.Sentence}"))] };

    public static Refusal Wrong(IReadOnlyList<string> sentences) =>
        new("CalendarWrong", $"有 {sentences.Count} 处不对，日历没有改动。") { Details = [.. sentences.Select(s => new RefusalDetail(Days, s))] };

    public static Refusal WholeBureauOnly() =>
        new("CalendarScope", "工作日历由全系统共用，只有授权范围是「全部」的系统管理员可以修改。请联系上级系统管理员。");

    public static Refusal LimitDays() =>
        new("LimitDays", $"请填写 1 到 {MostDays} 之间的工作日数，或选择「不设」。") { Details = [new(WorkingDays, $"请填写 1 到 {MostDays} 的整数。")] };

    public static Refusal LimitRungs() =>
        new("LimitRungs", $"提醒时点没有读懂。请写数字，用逗号隔开：3,1,0,-1 表示到期前 3 天、1 天，到期当天和逾期 1 天；最多 {ReminderRungs.Limit} 个，都在 {ReminderRungs.Furthest} 以内。") { Details = [new(Rungs, "例如 3,1,0,-1,-5。")] };

    public static Refusal LimitOutOfReach() => new("LimitOutOfReach", "该行政区划不在您的管辖范围内，请由该地的系统管理员设置。");
}

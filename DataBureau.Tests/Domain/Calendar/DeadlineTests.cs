using DataBureau.Domain.Calendar;
using static DataBureau.Tests.Domain.Calendar.Calendars;

namespace DataBureau.Tests.Domain.Calendar;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2026-11-10", "剩余 4 个工作日")]
    [InlineData("2026-11-13", "剩余 1 个工作日")]
    [InlineData("2026-11-14", "剩余 1 个工作日")]
    [InlineData("2026-11-16", "今天到期")]
    [InlineData("2026-11-17", "逾期 1 个工作日")]
    [InlineData("2026-11-23", "逾期 5 个工作日")]
    [InlineData("2027-01-05", "已逾期，日历缺 2027 年，无法推算天数")]
    public void Reading_OnADay_SaysHowLong(string today, string words)
    {
        var deadline = Projected("2026-11-02", 10);

        Assert.Equal(words, DeadlineReading.Of(deadline, Day(today), Shipped).Words);
    }

    [Fact]
    public void Reading_TheSaturdayAfterTheDay_IsOverdueByNoWorkingDay() =>
        Assert.Equal("已逾期", DeadlineReading.Of(Projected("2026-11-02", 9), Day("2026-11-14"), Shipped).Words);

    [Fact]
    public void Project_IntoAYearWithoutRows_HasNoDateAndSaysWhichYear()
    {
        var deadline = Projected("2026-12-20", 15, 3, 0);

        Assert.Null(deadline.DueOn);
        Assert.Equal("日历缺 2027 年，无法推算", DeadlineReading.Of(deadline, Day("2026-12-21"), Shipped).Words);
        deadline.Project(new WorkingCalendar([.. Rows, new CalendarDay(Day("2027-01-01"), CalendarDayKind.Holiday, "元旦")]), 2);
        Assert.Equal(Day("2027-01-11"), deadline.DueOn);
        Assert.Equal(Day("2027-01-06"), deadline.RemindOn);
    }

    [Fact]
    public void Finish_Twice_OnceAndNoReminderIsLeft()
    {
        var deadline = Projected("2026-11-02", 10, 3);
        deadline.Finish(DateTimeOffset.UnixEpoch);
        deadline.Finish(DateTimeOffset.UnixEpoch.AddDays(1));
        deadline.Pause(Day("2026-11-05"), "迟了");

        Assert.Equal((DateTimeOffset.UnixEpoch, 2, null), (deadline.FinishedAt, deadline.Version, deadline.RemindOn));
        Assert.Equal("已办结", DeadlineReading.Of(deadline, Day("2026-11-20"), Shipped).Words);
    }

    [Theory]
    [InlineData("2026-11-10", null)]
    [InlineData("2026-11-11", 3)]
    [InlineData("2026-11-12", 3)]
    [InlineData("2026-11-13", 1)]
    [InlineData("2026-11-16", 0)]
    [InlineData("2026-11-17", -1)]
    [InlineData("2026-11-20", -1)]
    [InlineData("2026-12-25", -5)]
    public void RungReached_OnADay_IsTheLatestOnly(string today, int? rung) =>
        Assert.Equal(rung, Projected("2026-11-02", 10, 3, 1, 0, -1, -5).RungReached(Day(today), Shipped));

    [Fact]
    public void DayAfter_EachRung_IsTheDayOnWhichTheNextIsReached()
    {
        var deadline = Projected("2026-11-02", 10, 3, 1, 0, -1, -5);

        Assert.Equal(["2026-11-11", "2026-11-13", "2026-11-16", "2026-11-17", "2026-11-23", null], new int?[] { null, 3, 1, 0, -1, -5 }.Select(r => deadline.DayAfter(r, Shipped)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void RemindOn_RungAsLongAsTheBudget_IsPassedOver() => Assert.Equal(Day("2026-11-03"), Projected("2026-11-02", 2, 5, 2, 1).RemindOn);

    [Theory]
    [InlineData("3, 1，0、-1 −5", "3,1,0,-1,-5")]
    [InlineData("", "")]
    [InlineData("0,0,3", "3,0")]
    [InlineData("三", null)]
    [InlineData("61", null)]
    public void Rungs_AsTyped_AreReadOrNot(string typed, string? read) => Assert.Equal(read, ReminderRungs.Read(typed) is { } rungs ? ReminderRungs.Write(rungs) : null);

    [Fact]
    public void Rungs_InWords_AreSaid()
    {
        Assert.Equal("到期前 3、1 个工作日，到期当天，逾期 1、5 个工作日", ReminderRungs.Words(ReminderRungs.Usual));
        Assert.Equal("不提醒", ReminderRungs.Words([]));
    }

    [Theory]
    [InlineData("2026-11-10", null, "剩余 4 个工作日")]
    [InlineData("2026-11-11", 3, "剩余 3 个工作日")]
    [InlineData("2026-11-13", 1, "剩余 1 个工作日")]
    [InlineData("2026-11-16", 0, "今天到期")]
    [InlineData("2026-11-17", -1, "逾期 1 个工作日")]
    [InlineData("2026-12-25", -5, "逾期 29 个工作日")]
    public void Agreed_OnADay_RemindsByTheSameRungs(string today, int? rung, string words)
    {
        var deadline = Agreed("2026-11-02", "2026-11-16");

        Assert.Equal((rung, words), (deadline.RungReached(Day(today), Shipped), DeadlineReading.Of(deadline, Day(today), Shipped).Words));
        Assert.Equal(["2026-11-11", "2026-11-13", "2026-11-16", "2026-11-17", "2026-11-23", null], new int?[] { null, 3, 1, 0, -1, -5 }.Select(r => deadline.DayAfter(r, Shipped)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-11-13", "2026-11-15", "2026-11-13")]
    [InlineData("2026-11-16", "2026-11-16", "2026-11-16")]
    [InlineData("2026-11-16", "2027-01-29", "2027-01-29")]
    public void Agreed_ShortOrOnADayOffOrBeyondTheCalendar_KeepsItsDay(string on, string due, string remind)
    {
        var deadline = Agreed(on, due);

        Assert.Equal(((DateOnly?)Day(due), (DateOnly?)Day(remind)), (deadline.DueOn, deadline.RemindOn));
        // Another calendar moves a counted day, and no agreed one.
        deadline.Project(new WorkingCalendar([.. Rows, new CalendarDay(Day("2026-11-12"), CalendarDayKind.Holiday, "临时放假"), new CalendarDay(Day("2027-01-01"), CalendarDayKind.Holiday, "元旦")]), 2);
        Assert.Equal(Day(due), deadline.DueOn);
    }

    private static Deadline Agreed(string on, string due)
    {
        var subject = new DeadlineSubject("consultation-follow-up", Guid.NewGuid(), "完成接口改造", "落实", "140000", Guid.NewGuid(), DataBureau.Domain.Workflow.CaseSide.Owner);
        var deadline = DataBureau.Domain.Calendar.Deadline.Towards(Guid.NewGuid(), "consultation.follow-up", subject, Day(on), Day(due), ReminderRungs.Usual);
        deadline.Project(Shipped, 1);
        return deadline;
    }

    private static Deadline Projected(string startedOn, int budget, params int[] rungs)
    {
        var deadline = Deadline(startedOn, budget, rungs);
        deadline.Project(Shipped, 1);
        return deadline;
    }
}

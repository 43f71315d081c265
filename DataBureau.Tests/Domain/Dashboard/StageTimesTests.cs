using DataBureau.Domain.Calendar;
using DataBureau.Domain.Dashboard;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Dashboard;

public sealed class StageTimesTests
{
    private static readonly Guid Case = Guid.NewGuid();
    private static readonly Period All = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    private static readonly WorkingCalendar Calendar = new([new CalendarDay(new DateOnly(2026, 10, 1), CalendarDayKind.Holiday, "国庆节"), new CalendarDay(new DateOnly(2026, 10, 10), CalendarDayKind.Workday, "国庆节调休上班")]);

    [Fact]
    public void Stays_StepsOfACase_AreCountedInWorkingDaysFromOneStageToTheNext()
    {
        var stays = StageTimes.Stays([At(null, "草稿", "2026-09-28"), At("草稿", "草稿", "2026-09-29"), At("草稿", "内审", "2026-09-30"), At("内审", "已批复", "2026-10-12")], All, Calendar).ToList();

        Assert.Equal([("草稿", 2), ("内审", 8)], stays.Select(s => (s.Stage, s.WorkingDays.Value)));
    }

    [Fact]
    public void Stays_EndedOutsideThePeriodOrNotYet_AreNone()
    {
        var points = new[] { At(null, "草稿", "2026-09-01"), At("草稿", "内审", "2026-09-08"), At("内审", "待批复", "2026-11-02") };

        Assert.Equal(["内审"], StageTimes.Stays(points, new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), Calendar).Select(s => s.Stage));
        Assert.Empty(StageTimes.Stays(points, new Period(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31)), Calendar));
    }

    [Fact]
    public void Average_AYearWithoutCalendar_IsInNoAverageAndSaysSo()
    {
        var stays = StageTimes.Stays([At(null, "草稿", "2025-12-01"), At("草稿", "内审", "2026-01-05"), At("内审", "待批复", "2026-01-09"), At("待批复", "内审", "2026-02-02"), At("内审", "待批复", "2026-02-03")], All, Calendar);

        var times = StageTimes.Average(stays);

        Assert.Equal(new StageTime("草稿", 1, 1, null, null), times.Single(t => t.Stage == "草稿"));
        Assert.Equal(new StageTime("内审", 2, 0, 2.5m, 4), times.Single(t => t.Stage == "内审"));
    }

    [Theory]
    [InlineData(60, 100, 50, 100, Pace.Ahead)]
    [InlineData(59, 100, 50, 100, Pace.Even)]
    [InlineData(40, 100, 50, 100, Pace.Behind)]
    [InlineData(41, 100, 50, 100, Pace.Even)]
    [InlineData(0, 0, 50, 100, Pace.None)]
    [InlineData(0, 10, 0, 100, Pace.Even)]
    public void Pace_BesideAllTogether_HasAWord(int done, int of, int allDone, int allOf, Pace pace) => Assert.Equal(pace, Paces.Of(done, of, allDone, allOf));

    [Fact]
    public void Pace_OfAllTogether_IsEven() => Prop.ForAll(ArbMap.Default.GeneratorFor<int>().Select(i => Math.Abs(i % 1_000_000)).Two().ToArbitrary(), pair =>
        Paces.Of(Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2), Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2)) is Pace.Even or Pace.None).QuickCheckThrowOnFailure();

    private static StagePoint At(string? from, string to, string day) => new(Case, from, to, new DateTimeOffset(DateTime.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddHours(10), TimeSpan.FromHours(8)));
}

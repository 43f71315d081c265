using DataBureau.Domain.Dashboard;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Dashboard;

public sealed class PeriodTests
{
    [Theory]
    [InlineData(PeriodKind.ThisWeek, "2026-11-20", "2026-11-16", "2026-11-20")]
    [InlineData(PeriodKind.ThisWeek, "2026-11-22", "2026-11-16", "2026-11-22")]
    [InlineData(PeriodKind.ThisWeek, "2026-11-23", "2026-11-23", "2026-11-23")]
    [InlineData(PeriodKind.LastWeek, "2026-11-23", "2026-11-16", "2026-11-22")]
    [InlineData(PeriodKind.ThisMonth, "2026-11-20", "2026-11-01", "2026-11-20")]
    [InlineData(PeriodKind.LastMonth, "2026-03-31", "2026-02-01", "2026-02-28")]
    [InlineData(PeriodKind.LastMonth, "2027-01-01", "2026-12-01", "2026-12-31")]
    [InlineData(PeriodKind.ThisQuarter, "2026-11-20", "2026-10-01", "2026-11-20")]
    [InlineData(PeriodKind.LastQuarter, "2026-11-20", "2026-07-01", "2026-09-30")]
    [InlineData(PeriodKind.LastQuarter, "2026-02-28", "2025-10-01", "2025-12-31")]
    [InlineData(PeriodKind.ThisYear, "2026-11-20", "2026-01-01", "2026-11-20")]
    [InlineData(PeriodKind.LastYear, "2026-11-20", "2025-01-01", "2025-12-31")]
    [InlineData(PeriodKind.Custom, "2026-11-20", "2026-11-01", "2026-11-20")]
    public void Of_Kind_IsItsDays(PeriodKind kind, string today, string from, string to) => Assert.Equal(new Period(Day(from), Day(to)), Period.Of(kind, Day(today)));

    [Fact]
    public void Of_OwnDaysTheWrongWayRound_AreTheMonthSoFar()
    {
        Assert.Equal(new Period(Day("2026-11-01"), Day("2026-11-20")), Period.Of(PeriodKind.Custom, Day("2026-11-20"), new Period(Day("2026-10-02"), Day("2026-10-01"))));
        Assert.Equal(new Period(Day("2026-10-02"), Day("2026-10-02")), Period.Of(PeriodKind.Custom, Day("2026-11-20"), new Period(Day("2026-10-02"), Day("2026-10-02"))));
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11-20", "2026-10-01", "2026-10-20")]
    [InlineData("2026-03-01", "2026-03-30", "2026-02-01", "2026-02-28")]
    [InlineData("2026-02-01", "2026-02-28", "2026-01-01", "2026-01-31")]
    [InlineData("2026-11-16", "2026-11-20", "2026-11-11", "2026-11-15")]
    [InlineData("2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15")]
    [InlineData("2026-01-01", "2026-03-31", "2025-10-03", "2025-12-31")]
    public void Before_APeriod_IsTheOneItIsComparedWith(string from, string to, string beforeFrom, string beforeTo) =>
        Assert.Equal(new Period(Day(beforeFrom), Day(beforeTo)), new Period(Day(from), Day(to)).Before());

    [Theory]
    [InlineData(PeriodKind.ThisQuarter, "2026-11-20", "2026-07-01", "2026-08-20")]
    [InlineData(PeriodKind.ThisQuarter, "2026-05-31", "2026-01-01", "2026-02-28")]
    [InlineData(PeriodKind.ThisQuarter, "2026-12-31", "2026-07-01", "2026-09-30")]
    [InlineData(PeriodKind.LastQuarter, "2026-11-20", "2026-04-01", "2026-06-30")]
    [InlineData(PeriodKind.ThisYear, "2026-11-20", "2025-01-01", "2025-11-20")]
    [InlineData(PeriodKind.ThisYear, "2028-02-29", "2027-01-01", "2027-02-28")]
    [InlineData(PeriodKind.LastYear, "2026-11-20", "2024-01-01", "2024-12-31")]
    [InlineData(PeriodKind.ThisMonth, "2026-11-20", "2026-10-01", "2026-10-20")]
    public void Before_AQuarterOrAYear_IsAsFarOfTheOneBefore(PeriodKind kind, string today, string from, string to) =>
        Assert.Equal(new Period(Day(from), Day(to)), Period.Of(kind, Day(today)).Before(kind));

    [Fact]
    public void Before_AnyPeriod_EndsBeforeItBegins() => Prop.ForAll(ArbMap.Default.GeneratorFor<int>().Select(i => Math.Abs(i % 20_000)).Two().ToArbitrary(), pair =>
    {
        var from = new DateOnly(1990, 1, 1).AddDays(pair.Item1);
        var period = new Period(from, from.AddDays(pair.Item2 % 400));
        var before = period.Before();
        return before.To < period.From && before.Days >= 1 && before.Days <= Math.Max(period.Days, 31) && before.To.AddDays(32) > period.From;
    }).QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

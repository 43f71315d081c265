using DataBureau.Domain.Calendar;
using static DataBureau.Tests.Domain.Calendar.Calendars;

namespace DataBureau.Tests.Domain.Calendar;

public sealed class WorkingCalendarTests
{
    public static IEnumerable<object[]> EveryRow => Rows.Select(r => new object[] { r.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), r.Kind == CalendarDayKind.Workday });

    [Theory]
    [MemberData(nameof(EveryRow))]
    public void IsWorkingDay_EveryHolidayAndEveryMovedWorkday_AsInTheNotice(string date, bool works) =>
        Assert.Equal(Reckoned.Known(works), Shipped.IsWorkingDay(Day(date)));

    [Fact]
    public void Rows_Shipped_AreTheThreeYearsWhole()
    {
        Assert.Equal([2024, 2025, 2026], Shipped.CoveredYears.AsEnumerable());
        Assert.Equal([(2024, 28, 8), (2025, 28, 5), (2026, 33, 6)], Rows.GroupBy(r => r.Date.Year).Select(g => (g.Key, g.Count(r => r.Kind == CalendarDayKind.Holiday), g.Count(r => r.Kind == CalendarDayKind.Workday))));
        Assert.All(Rows, r => Assert.Null(CalendarText.Check(r, r.Date.Year)));
    }

    [Fact]
    public void IsWorkingDay_EveryDayOfThreeYears_AsCountedByHand()
    {
        for (var date = Day("2024-01-01"); date.Year < 2027; date = date.AddDays(1))
            Assert.Equal(IsWorkingDay(date), Shipped.IsWorkingDay(date).Value);
    }

    [Fact]
    public void CountBetween_FromEveryDayToSeveralLater_AsCountedByHand()
    {
        for (var after = Day("2023-12-31"); after.Year < 2027; after = after.AddDays(3))
            foreach (var length in new[] { 0, 1, 2, 7, 30, 200, 400 })
                if (after.AddDays(length) is { Year: < 2027 } through)
                    Assert.Equal(Enumerable.Range(1, length).Count(i => IsWorkingDay(after.AddDays(i))), Shipped.CountBetween(after, through).Value);
    }

    [Fact]
    public void Add_FromEveryDay_IsTheDayThatCountsSoMany()
    {
        for (var after = Day("2023-12-31"); after < Day("2026-10-01"); after = after.AddDays(1))
            foreach (var n in new[] { 1, 2, 5, 10, 23 })
            {
                var found = Shipped.Add(after, n).Value;
                Assert.True(IsWorkingDay(found));
                Assert.Equal(n, Shipped.CountBetween(after, found).Value);
            }
    }

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08")] // the National Day week
    [InlineData("2026-10-09", 1, "2026-10-10")] // a Saturday on which there is work
    [InlineData("2025-12-31", 1, "2026-01-04")] // into the next year, on a Sunday
    [InlineData("2026-02-13", 2, "2026-02-24")] // Saturday the 14th counts, then the Spring Festival
    public void Add_OverHolidays_AsInTheNotice(string after, int n, string expected) => Assert.Equal(Day(expected), Shipped.Add(Day(after), n).Value);

    [Fact]
    public void Answers_BeyondTheRows_AreUnknownAndNameTheYear()
    {
        Assert.Equal(2027, Shipped.IsWorkingDay(Day("2027-01-04")).MissingYear);
        Assert.Equal(2027, Shipped.Add(Day("2026-12-31"), 1).MissingYear);
        Assert.Equal(2027, Shipped.Add(Day("2026-12-01"), 40).MissingYear);
        Assert.Equal(2027, Shipped.CountBetween(Day("2026-12-01"), Day("2027-01-04")).MissingYear);
        Assert.Equal(2023, Shipped.CountBetween(Day("2023-12-30"), Day("2024-01-10")).MissingYear);
        Assert.Equal(2026, Shipped.Add(Day("2026-12-30"), 1).Value.Year);
        Assert.Null(Shipped.IsWorkingDay(Day("2027-01-04")).OrNull);
        Assert.Equal(2024, WorkingCalendar.Empty.Add(Day("2024-05-05"), 1).MissingYear);
    }

    [Fact]
    public void Answers_AcrossAYearThatIsMissingInTheMiddle_AreUnknown()
    {
        var gap = new WorkingCalendar(Rows.Where(r => r.Date.Year != 2025));

        Assert.Equal(2025, gap.CountBetween(Day("2024-12-01"), Day("2026-01-10")).MissingYear);
        Assert.Equal(2025, gap.Add(Day("2024-12-30"), 5).MissingYear);
        Assert.True(gap.Add(Day("2026-01-05"), 5).IsKnown);
    }

    [Fact]
    public void WorkingDaysOf_AYear_IsTheSumOfItsDays() => Assert.Equal(Shipped.CountBetween(Day("2025-12-31"), Day("2026-12-31")), Shipped.WorkingDaysOf(2026));
}

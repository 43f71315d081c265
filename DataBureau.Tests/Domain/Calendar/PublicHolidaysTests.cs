using DataBureau.Domain.Calendar;
using DataBureau.Web.Seed;

namespace DataBureau.Tests.Domain.Calendar;

public sealed class PublicHolidaysTests
{
    [Fact]
    public void MissingFrom_EveryShippedYear_Nothing() =>
        Assert.All(ReferenceData.ReadCalendar().GroupBy(d => d.Date.Year), year => Assert.Empty(PublicHolidays.MissingFrom(year)));

    [Fact]
    public void MissingFrom_HalfAYear_TheOtherHalf() =>
        Assert.Equal(["端午节", "中秋节", "国庆节"], PublicHolidays.MissingFrom(ReferenceData.ReadCalendar().Where(d => d.Date is { Year: 2026, Month: < 6 })).ToArray());

    [Fact]
    public void MissingFrom_SharedDaysAndOtherSpellings_AreThere()
    {
        CalendarDay[] days = [.. new[] { "元旦", "春节（除夕）", "清明", "五一国际劳动节", "端午", "国庆节、中秋节" }.Select((name, i) => new CalendarDay(new DateOnly(2028, i + 1, 1), CalendarDayKind.Holiday, name))];

        Assert.Empty(PublicHolidays.MissingFrom(days));
        Assert.Contains("春节", PublicHolidays.MissingFrom([new CalendarDay(new DateOnly(2028, 1, 30), CalendarDayKind.Workday, "春节调休上班")]).AsEnumerable());
    }
}

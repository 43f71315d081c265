using DataBureau.Domain.Calendar;
using static DataBureau.Tests.Domain.Calendar.Calendars;

namespace DataBureau.Tests.Domain.Calendar;

public sealed class CalendarTextTests
{
    [Theory]
    [InlineData("2027-01-01 休 元旦")]
    [InlineData("2027/1/1,holiday,元旦")]
    [InlineData("2027年1月1日 放假 元旦")]
    [InlineData("1月1日（星期五） 休息　元旦")]
    [InlineData("  1.1 休，元旦 ")]
    [InlineData("date,kind,name\n2027-01-01,holiday,元旦\n\n")]
    public void Read_OneDayInManyForms_IsThatDay(string text)
    {
        var (days, errors) = CalendarText.Read(text, 2027);

        Assert.Empty(errors);
        Assert.Equal(new CalendarDay(Day("2027-01-01"), CalendarDayKind.Holiday, "元旦"), Assert.Single(days));
    }

    [Theory]
    [InlineData("2027年10月1日至7日 放假 国庆节", 7)]
    [InlineData("2027-10-01~2027-10-07 休 国庆节", 7)]
    [InlineData("10月1日-10月3日 休 国庆节", 0)]
    [InlineData("4月30日至5月2日 休 劳动节", 3)]
    public void Read_AStretch_IsEachOfItsDays(string text, int count) => Assert.Equal(count, CalendarText.Read(text, 2027).Days.Length);

    [Theory]
    [InlineData("元旦放假一天", "没有读懂")]
    [InlineData("2027-02-30 休 春节", "日期不存在")]
    [InlineData("2026-12-31 休 元旦", "不在 2027 年")]
    [InlineData("2027-01-04 班 元旦", "星期一，本来就是工作日")]
    [InlineData("2027-01-01 也许 元旦", "既不是休也不是班")]
    [InlineData("2027-01-01 休", "没有写名称")]
    [InlineData("2027-10-07至2027-10-01 休 国庆节", "起止日期不对")]
    [InlineData("2027-01-01 休 元旦\n1月1日 休 新年", "只保留一行")]
    public void Read_AWrongLine_IsNamedWithItsNumber(string text, string sentence)
    {
        var error = Assert.Single(CalendarText.Read(text, 2027).Errors);

        Assert.Contains(sentence, error.Sentence, StringComparison.Ordinal);
        Assert.Equal(text.Contains('\n', StringComparison.Ordinal) ? 2 : 1, error.Line);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameYear()
    {
        var year = Rows.Where(r => r.Date.Year == 2026).ToList();

        var (days, errors) = CalendarText.Read(string.Join('\n', year.Select(CalendarText.Write)), 2026);

        Assert.Empty(errors);
        Assert.Equal(year, days);
    }
}

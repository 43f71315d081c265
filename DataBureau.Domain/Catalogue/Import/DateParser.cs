using System.Globalization;
using System.Text.RegularExpressions;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>Dates as written by hand or by a portal. The time of day is dropped; a time in another zone is not, because it may move the day.</summary>
public static partial class DateParser
{
    private const int FirstYear = 1949;
    private const int LastYear = 2100;
    private static readonly SpellingCache<DateOnly> Cache = new(Read);

    public static Parsed<DateOnly> Parse(string? text) => Cache.Read(text);

    private static Parsed<DateOnly> Read(string text)
    {
        var shown = CellText.Shown(text).Trim('\'', '"');
        if (CellText.IsPlaceholder(CellText.Key(text)))
            return Parsed<DateOnly>.Blank;
        var match = Separated().Match(shown) is { Success: true } separated ? separated : Compact().Match(shown);
        if (!match.Success)
            return Refuse(text, Why(shown));
        if (match.Groups["zone"].Success)
            return Refuse(text, "带有时区，换算后可能不是同一天。");
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        if (year is < FirstYear or > LastYear)
            return Refuse(text, $"的年份不在 {FirstYear} 至 {LastYear} 之间。");
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Parsed<DateOnly>.Of(new DateOnly(year, month, day))
            : Refuse(text, "没有这一天。");
    }

    private static Parsed<DateOnly> Refuse(string text, string why) => Parsed<DateOnly>.Unknown($"日期{CellText.Quote(text)}{why}请写成 2024-03-01 的样子。");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Why(string text)
    {
        if (text.Length is 10 or 13 && text.All(char.IsAsciiDigit))
            return "像是计算机的时间戳，看不出是哪一天。";
        if (text.Length == 5 && text.All(char.IsAsciiDigit))
            return "像是 Excel 的日期序号，单元格格式不是日期。";
        if (TwoDigitYear().IsMatch(text))
            return "的年份只有两位，看不出是哪一年。";
        return YearAndMonth().IsMatch(text) ? "没有写到日。" : "不是日期。";
    }

    // The same separator twice; then nothing, or a time of day.
    [GeneratedRegex(@"^(?<year>\d{4})(?:(?<sep>[-/.])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})|\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日)(?:[ T]*(?:上午|下午)?\s*\d{1,2}(?::\d{1,2}(?::\d{1,2}(?:\.\d+)?)?|时(?:\d{1,2}分(?:\d{1,2}秒)?)?)\s*(?<zone>Z|[+-]\d{2}:?\d{2})?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separated();

    [GeneratedRegex(@"^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoDigitYear();

    [GeneratedRegex(@"^\d{4}([-/.年]\d{0,2}月?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearAndMonth();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DataBureau.Domain.Calendar;

/// <summary>A line that could not be read, and why.</summary>
public sealed record CalendarLineError(int Line, string Sentence);

/// <summary>
/// Reads the days of a year as people write them down from the yearly notice: "2027-01-01 休 元旦", "2027年1月1日至3日 放假 元旦",
/// "2/6 班 春节". One line per day or stretch of days.
/// </summary>
public static partial class CalendarText
{
    private static readonly string[] HolidayWords = ["休", "放假", "休息", "休假", "假", "节假日", "holiday"];
    private static readonly string[] WorkdayWords = ["班", "上班", "调休", "调休上班", "补班", "工作日", "workday"];

    public static (ImmutableArray<CalendarDay> Days, ImmutableArray<CalendarLineError> Errors) Read(string? text, int year)
    {
        var (days, errors) = (new SortedDictionary<DateOnly, CalendarDay>(), new List<CalendarLineError>());
        var number = 0;
        foreach (var line in (text ?? string.Empty).ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith("date,", StringComparison.OrdinalIgnoreCase))
                continue;
            var (read, sentence) = ReadLine(line.Trim(), year);
            sentence ??= read.FirstOrDefault(d => days.ContainsKey(d.Date)) is { } twice ? $"{Written(twice.Date)} 已经在前面出现过，请只保留一行。" : null;
            if (sentence is not null)
                errors.Add(new CalendarLineError(number, sentence));
            else
                foreach (var day in read)
                    days[day.Date] = day;
        }

        return ([.. days.Values], [.. errors]);
    }

    /// <summary>What is wrong with a day; null when nothing is.</summary>
    public static string? Check(CalendarDay day, int year) => day switch
    {
        { Date.Year: var y } when y != year => $"{Written(day.Date)} 不在 {year} 年。",
        { Kind: CalendarDayKind.Workday, Date.DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) } => $"{Written(day.Date)} 是{WeekdayOf(day.Date)}，本来就是工作日，不需要写成调休上班。",
        { Name: "" } => $"{Written(day.Date)} 没有写名称，请写明是哪个节日，例如「元旦」。",
        { Name.Length: > CalendarDay.NameLimit } => $"名称超过 {CalendarDay.NameLimit} 字。",
        _ => null,
    };

    public static string Write(CalendarDay day) => $"{Written(day.Date)} {day.Kind.ChineseName()} {day.Name}";

    public static string WeekdayOf(DateOnly date) => "星期" + "日一二三四五六"[(int)date.DayOfWeek];

    private static (List<CalendarDay> Days, string? Sentence) ReadLine(string line, int year)
    {
        if (Line().Match(line) is not { Success: true } match)
            return ([], "没有读懂。请写成「2027-01-01 休 元旦」的样子：日期、休或班、名称，用空格隔开。");
        var (first, last) = (DateOf(match, "", year, null), DateOf(match, "2", year, match));
        if (first is not { } from || last is not { } to)
            return ([], "日期不存在，请核对月和日。");
        if (to < from || to.DayNumber - from.DayNumber > 30)
            return ([], "起止日期不对：止日早于起日，或者相隔超过一个月。");
        var word = match.Groups["kind"].Value;
        CalendarDayKind? kind = HolidayWords.Contains(word, StringComparer.OrdinalIgnoreCase) ? CalendarDayKind.Holiday : WorkdayWords.Contains(word, StringComparer.OrdinalIgnoreCase) ? CalendarDayKind.Workday : null;
        if (kind is null)
            return ([], $"「{word}」既不是休也不是班。放假写「休」，周末调休上班写「班」。");
        var name = match.Groups["name"].Value.Trim().Trim(',', '，').Trim();
        List<CalendarDay> days = [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(i => new CalendarDay(from.AddDays(i), kind.Value, name))];
        return (days, days.Select(d => Check(d, year)).FirstOrDefault(s => s is not null));
    }

    /// <summary>The end of a stretch takes what it does not say from the start.</summary>
    private static DateOnly? DateOf(Match match, string suffix, int year, Match? start)
    {
        var (y, m, d) = (match.Groups["y" + suffix].Value, match.Groups["m" + suffix].Value, match.Groups["d" + suffix].Value);
        if (start is not null && d.Length == 0)
            return DateOf(match, "", year, null);
        if (y.Length == 0)
            y = start?.Groups["y"].Value is { Length: > 0 } given ? given : year.ToString(CultureInfo.InvariantCulture);
        if (m.Length == 0)
            m = start!.Groups["m"].Value;
        return DateOnly.TryParseExact($"{y}-{m.PadLeft(2, '0')}-{d.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:(?<y>[0-9]{4})[-/.年])?(?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})日?(?:\s*(?:至|到|~|～|—|－)\s*(?:(?:(?<y2>[0-9]{4})[-/.年])?(?<m2>[0-9]{1,2})[-/.月])?(?<d2>[0-9]{1,2})日?)?(?:[（(][^）)]*[）)])?[\s,，]*(?<kind>[^\s,，]+)(?<name>.*)$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Line();
}

using System.Collections.Immutable;

namespace DataBureau.Domain.Calendar;

/// <summary>The holidays of every year. A year that lacks one was read in by half: it is reckoned with, and said to be incomplete.</summary>
public static class PublicHolidays
{
    /// <summary>The part of the name that every spelling has: 「五一」 is written 劳动节 in the notices, and two may share their days: 国庆节、中秋节.</summary>
    private static readonly ImmutableArray<(string Name, string Key)> All = [("元旦", "元旦"), ("春节", "春节"), ("清明节", "清明"), ("劳动节", "劳动"), ("端午节", "端午"), ("中秋节", "中秋"), ("国庆节", "国庆")];

    /// <summary>The holidays that have no day off among the rows of a year.</summary>
    public static ImmutableArray<string> MissingFrom(IEnumerable<CalendarDay> days)
    {
        var named = days.Where(d => d.Kind == CalendarDayKind.Holiday).Select(d => d.Name).Distinct(StringComparer.Ordinal).ToList();
        return [.. All.Where(h => !named.Any(n => n.Contains(h.Key, StringComparison.Ordinal))).Select(h => h.Name)];
    }
}

using System.Globalization;

namespace DataBureau.Domain.Calendar;

/// <summary>When people are reminded: working days before (positive) or after (negative) the day that a deadline falls due. Highest first.</summary>
public static class ReminderRungs
{
    public const int Limit = 10;
    public const int Furthest = 60;

    public static readonly IReadOnlyList<int> Usual = [3, 1, 0, -1, -5];

    public static string Write(IEnumerable<int> rungs) => string.Join(',', rungs.Distinct().OrderDescending().Select(r => r.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null when the text is no list of numbers between −60 and 60; an empty text is an empty list.</summary>
    public static IReadOnlyList<int>? Read(string? text)
    {
        var parts = (text ?? string.Empty).Split([',', '，', '、', ' ', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rungs = new List<int>();
        foreach (var part in parts)
        {
            if (!int.TryParse(part.Replace('−', '-').Replace('－', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rung) || Math.Abs(rung) > Furthest)
                return null;
            rungs.Add(rung);
        }

        return rungs.Distinct().Count() > Limit ? null : [.. rungs.Distinct().OrderDescending()];
    }

    /// <summary>"3,1,0,-1" → 到期前 3 天、1 天，到期当天，逾期 1 天.</summary>
    public static string Words(IReadOnlyList<int> rungs)
    {
        if (rungs.Count == 0)
            return "不提醒";
        List<string> words = [];
        if (rungs.Where(r => r > 0).ToList() is { Count: > 0 } before)
            words.Add($"到期前 {string.Join('、', before)} 个工作日");
        if (rungs.Contains(0))
            words.Add("到期当天");
        if (rungs.Where(r => r < 0).Select(r => -r).ToList() is { Count: > 0 } after)
            words.Add($"逾期 {string.Join('、', after)} 个工作日");
        return string.Join("，", words);
    }
}

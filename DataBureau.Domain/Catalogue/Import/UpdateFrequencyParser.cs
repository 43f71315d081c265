using System.Text.RegularExpressions;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>更新周期. A frequency that has no member of its own is 其他 with its words in the note; what is no frequency is unknown.</summary>
public static partial class UpdateFrequencyParser
{
    private static readonly SpellingCache<UpdateFrequency> Cache = new(Read);
    private static readonly Dictionary<string, UpdateFrequency> Words = BuildWords();

    public static Parsed<UpdateFrequency> Parse(string? text) => Cache.Read(text);

    private static Parsed<UpdateFrequency> Read(string text)
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<UpdateFrequency>.Blank;

        // Whoever writes "每年(更新说明:…)" or "其他-每五年" says a value and then explains it.
        // Half-width forms have the places of the original, from which the note is taken as written.
        var original = CellText.Words(text).Trim('\'', '"', '‘', '’', '“', '”');
        var remark = Remark().Match(CellText.ToHalfWidth(original));
        var main = remark.Success ? CellText.Key(remark.Groups["main"].Value) : key;
        var note = remark.Success ? UpdateNote().Replace(original.Substring(remark.Groups["note"].Index, remark.Groups["note"].Length), string.Empty).Trim() : null;
        if (Words.TryGetValue(main, out var frequency))
            return Parsed<UpdateFrequency>.Of(frequency, string.IsNullOrEmpty(note) ? null : note);
        if (OtherFrequency().IsMatch(main))
            return Parsed<UpdateFrequency>.Of(UpdateFrequency.Other, CellText.Words(text));
        return Parsed<UpdateFrequency>.Unknown(
            $"更新周期{CellText.Quote(text)}看不出多久更新一次。可填：实时、每日、每周、每半月、每月、每季度、每半年、每年、不定期、不更新或其他。");
    }

    private static Dictionary<string, UpdateFrequency> BuildWords()
    {
        var words = new Dictionary<string, UpdateFrequency>(StringComparer.Ordinal);
        Add(UpdateFrequency.RealTime, "实时", "实时更新", "即时", "即时更新");
        AddUnit(UpdateFrequency.Daily, "日", "天");
        AddUnit(UpdateFrequency.Weekly, "周", "星期");
        AddUnit(UpdateFrequency.HalfMonthly, "半月", "半个月");
        AddUnit(UpdateFrequency.Monthly, "月", "个月", "月度");
        AddUnit(UpdateFrequency.Quarterly, "季", "季度");
        AddUnit(UpdateFrequency.HalfYearly, "半年", "半年度");
        AddUnit(UpdateFrequency.Yearly, "年", "年度");
        Add(UpdateFrequency.Irregular, "不定期", "不定期更新", "不定时", "不定时更新");
        Add(UpdateFrequency.Static, "不更新", "不再更新", "静态", "静态数据");
        Add(UpdateFrequency.Other, "其他", "其它");
        return words;

        void AddUnit(UpdateFrequency frequency, params string[] units)
        {
            foreach (var unit in units)
                Add(frequency, unit, $"每{unit}", $"每{unit}更新", $"按{unit}", $"按{unit}更新", $"{unit}更新", $"每{unit}一次", $"每{unit}更新一次", $"每一{unit}", $"每1{unit}", $"一{unit}一次", $"1{unit}1次");
        }

        void Add(UpdateFrequency frequency, params string[] spellings)
        {
            foreach (var spelling in spellings)
                words.Add(spelling, frequency);
        }
    }

    [GeneratedRegex(@"^(?<main>[^(]+)\((?<note>.*)\)$|^(?<main>其[他它])[:\-—,、](?<note>.+)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^更新说明[:：]", RegexOptions.None, 1000)]
    private static partial Regex UpdateNote();

    // 每两年, 小时级, 2年一次, 每周两次, 每学期, 按需更新, 自定义: frequencies, but none of the list.
    [GeneratedRegex(@"^((每|按|隔)([0-9]{1,2}|[半一二两三四五六七八九十数多几])?个?(秒|分|分钟|小时|工作日|日|天|周|星期|旬|月|季|季度|年|学期|学年)(更新)?([0-9一二两三四五六七八九十数多几]{1,2}([-~至到][0-9一二三四五六七八九十]{1,2})?次)?|(分钟|小时|秒)级(更新)?|[0-9一二两三四五六七八九十]{1,2}个?(分钟|小时|日|天|周|月|季度|年)(更新)?[一1]次|(按需|适时)(更新)?|自定义)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherFrequency();
}

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>数据分级. The national rules name general, important and core data; bureaux count four steps within the first.</summary>
public sealed class GradeParser
{
    private static readonly Dictionary<string, SecurityGrade> Words = BuildWords();

    private readonly Dictionary<string, SecurityGrade> _labels = new(StringComparer.Ordinal);
    private readonly SpellingCache<SecurityGrade> _cache;

    public GradeParser(IReadOnlyDictionary<string, SecurityGrade>? jurisdictionLabels = null)
    {
        foreach (var (label, grade) in jurisdictionLabels ?? new Dictionary<string, SecurityGrade>())
            _labels[CellText.Key(label)] = grade;
        _cache = new SpellingCache<SecurityGrade>(Read);
    }

    public Parsed<SecurityGrade> Parse(string? text) => _cache.Read(text);

    private Parsed<SecurityGrade> Read(string text)
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<SecurityGrade>.Blank;
        if (_labels.TryGetValue(key, out var grade) || Words.TryGetValue(key, out grade))
            return Parsed<SecurityGrade>.Of(grade);
        var why = key switch
        {
            "一般数据" or "一般" => "没有说明是第几级。",
            [var digit] when char.IsAsciiDigit(digit) => $"没有说明是哪一种级别，是否为「{digit}级」？",
            _ => "不是数据分级。",
        };
        return Parsed<SecurityGrade>.Unknown($"数据分级{CellText.Quote(text)}{why}可填：{string.Join('、', Enum.GetValues<SecurityGrade>().Select(g => g.ChineseName()))}。");
    }

    private static Dictionary<string, SecurityGrade> BuildWords()
    {
        var words = new Dictionary<string, SecurityGrade>(StringComparer.Ordinal)
        {
            ["重要数据"] = SecurityGrade.Important, ["重要"] = SecurityGrade.Important,
            ["核心数据"] = SecurityGrade.Core, ["核心"] = SecurityGrade.Core,
        };
        foreach (var (digit, chinese, grade) in new[] { ('1', '一', SecurityGrade.General1), ('2', '二', SecurityGrade.General2), ('3', '三', SecurityGrade.General3), ('4', '四', SecurityGrade.General4) })
        {
            foreach (var step in new[] { $"{digit}级", $"{chinese}级", $"第{digit}级", $"第{chinese}级", $"{digit}级数据" })
                words.Add(step, grade);
            foreach (var step in new[] { $"l{digit}", $"l{digit}级", $"一般数据{digit}级", $"一般数据{chinese}级", $"一般{digit}级", $"一般{chinese}级", $"一般数据({digit}级)", $"一般数据l{digit}" })
                words.Add(step, grade);
        }

        return words;
    }
}

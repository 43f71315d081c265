namespace DataBureau.Domain.Catalogue.Import;

/// <summary>
/// 开放类型. Only words that name the type are read; a channel, a purpose or a log-in is not a type, however likely it makes one.
/// The jurisdiction's own labels are accepted first, because they are what its people were told to write.
/// </summary>
public sealed class OpeningTypeParser
{
    private static readonly Dictionary<string, OpeningType> Words = new(StringComparer.Ordinal)
    {
        ["无条件开放"] = OpeningType.Unconditional,
        ["无条件"] = OpeningType.Unconditional,
        ["完全开放"] = OpeningType.Unconditional,
        ["普遍开放"] = OpeningType.Unconditional,
        ["有条件开放"] = OpeningType.Conditional,
        ["有条件"] = OpeningType.Conditional,
        ["依申请开放"] = OpeningType.Conditional,
        ["申请开放"] = OpeningType.Conditional,
        ["需申请开放"] = OpeningType.Conditional,
        ["依申请"] = OpeningType.Conditional,
        ["需申请"] = OpeningType.Conditional,
        ["受限开放"] = OpeningType.Conditional,
        ["不予开放"] = OpeningType.NotOpened,
        ["不开放"] = OpeningType.NotOpened,
        ["禁止开放"] = OpeningType.NotOpened,
        ["不可开放"] = OpeningType.NotOpened,
        ["暂不开放"] = OpeningType.NotOpened,
        ["负面清单"] = OpeningType.NotOpened,
        ["列入负面清单"] = OpeningType.NotOpened,
        ["负面清单内"] = OpeningType.NotOpened,
    };

    private readonly Dictionary<string, OpeningType> _labels = new(StringComparer.Ordinal);
    private readonly SpellingCache<OpeningType> _cache;
    private readonly string[] _accepted;

    public OpeningTypeParser(IReadOnlyDictionary<string, OpeningType>? jurisdictionLabels = null)
    {
        foreach (var (label, type) in jurisdictionLabels ?? new Dictionary<string, OpeningType>())
            _labels[CellText.Key(label)] = type;
        // One word per type, in its order: the jurisdiction's where it has one.
        _accepted = [.. Enum.GetValues<OpeningType>().Select(t => jurisdictionLabels?.FirstOrDefault(l => l.Value == t).Key ?? t.ChineseName())];
        _cache = new SpellingCache<OpeningType>(Read);
    }

    public Parsed<OpeningType> Parse(string? text) => _cache.Read(text);

    /// <summary>The cell is a type and nothing more: as a condition it would say nothing that the type does not.</summary>
    internal bool IsBareLabel(string? text)
    {
        var key = CellText.Key(text);
        return _labels.ContainsKey(key) || key is "无条件开放" or "无条件" or "完全开放" or "普遍开放" or "有条件开放" or "有条件" or "不予开放" or "不开放";
    }

    private Parsed<OpeningType> Read(string text)
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<OpeningType>.Blank;
        if (_labels.TryGetValue(key, out var type))
            return Parsed<OpeningType>.Of(type);
        if (Words.TryGetValue(key, out type))
            // The list and the delay are facts of their own, which 不予开放 does not hold.
            return Parsed<OpeningType>.Of(type, key.Contains("负面清单", StringComparison.Ordinal) || key == "暂不开放" ? CellText.Words(text) : null);
        return Parsed<OpeningType>.Unknown($"开放类型{CellText.Quote(text)}{OpeningTypeRefusal.Why(key, t => _accepted[(int)t])}可填：{string.Join('、', _accepted)}。");
    }
}

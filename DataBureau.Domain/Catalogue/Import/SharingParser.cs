namespace DataBureau.Domain.Catalogue.Import;

/// <summary>共享属性. The digits are those of the guide's tools: 1 无条件, 2 有条件, 3 不予.</summary>
public sealed class SharingParser
{
    private static readonly Dictionary<string, SharingAttribute> Words = new(StringComparer.Ordinal)
    {
        ["无条件共享"] = SharingAttribute.Unconditional,
        ["无条件"] = SharingAttribute.Unconditional,
        ["普遍共享"] = SharingAttribute.Unconditional,
        ["完全共享"] = SharingAttribute.Unconditional,
        ["1"] = SharingAttribute.Unconditional,
        ["有条件共享"] = SharingAttribute.Conditional,
        ["有条件"] = SharingAttribute.Conditional,
        ["依申请共享"] = SharingAttribute.Conditional,
        ["申请共享"] = SharingAttribute.Conditional,
        ["需申请共享"] = SharingAttribute.Conditional,
        ["受限共享"] = SharingAttribute.Conditional,
        ["2"] = SharingAttribute.Conditional,
        ["不予共享"] = SharingAttribute.NotShared,
        ["不共享"] = SharingAttribute.NotShared,
        ["暂不共享"] = SharingAttribute.NotShared,
        ["不可共享"] = SharingAttribute.NotShared,
        ["禁止共享"] = SharingAttribute.NotShared,
        ["3"] = SharingAttribute.NotShared,
    };

    private readonly Dictionary<string, SharingAttribute> _labels = new(StringComparer.Ordinal);
    private readonly SpellingCache<SharingAttribute> _cache;
    private readonly string[] _accepted;

    public SharingParser(IReadOnlyDictionary<string, SharingAttribute>? jurisdictionLabels = null)
    {
        foreach (var (label, attribute) in jurisdictionLabels ?? new Dictionary<string, SharingAttribute>())
            _labels[CellText.Key(label)] = attribute;
        // One word per class, in its order: the jurisdiction's where it has one.
        _accepted = [.. Enum.GetValues<SharingAttribute>().Select(a => jurisdictionLabels?.FirstOrDefault(l => l.Value == a).Key ?? a.ChineseName())];
        _cache = new SpellingCache<SharingAttribute>(Read);
    }

    public Parsed<SharingAttribute> Parse(string? text) => _cache.Read(text);

    private Parsed<SharingAttribute> Read(string text)
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<SharingAttribute>.Blank;
        if (_labels.TryGetValue(key, out var attribute))
            return Parsed<SharingAttribute>.Of(attribute);
        if (Words.TryGetValue(key, out attribute))
            // 暂不共享 is temporary by its wording; 不予共享 is not. The words are kept so that a review date can be asked for.
            return Parsed<SharingAttribute>.Of(attribute, key == "暂不共享" ? CellText.Words(text) : null);
        return Parsed<SharingAttribute>.Unknown($"共享属性{CellText.Quote(text)}{Why(key)}可填：{string.Join('、', _accepted)}。");
    }

    private string Why(string key) => key switch
    {
        _ when key.Contains("开放", StringComparison.Ordinal) => "含有开放的说法；开放请填在「开放类型」一栏，这里只说能否在部门之间共享。",
        _ when key.Contains("公开", StringComparison.Ordinal) => "说的是公开，与共享不是一回事。",
        "按需共享" => $"没有说明是否附条件；如须经同意方可取得，请改填「{_accepted[(int)SharingAttribute.Conditional]}」，并写明共享条件。",
        "共享" or "可共享" or "是" => "只说可以共享，没有说明有无条件。",
        "否" or "0" => "没有写明是不予共享还是有条件共享。",
        _ => "不是共享属性。",
    };
}

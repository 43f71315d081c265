namespace DataBureau.Domain.Catalogue.Import;

/// <summary>
/// 信息资源格式, one or several: "['xls', 'xml']", "电子表格-xlsx", "数据库:mysql;电子文件:pdf". If one of several words is no format, the
/// whole cell is unknown: a format that was silently left out would be lost.
/// </summary>
public static class ResourceFormatParser
{
    private const string Accepted = "可填：电子文件、电子表格、数据库、图形图像、流媒体、自描述格式、服务接口、其他，可加类型，例如「电子表格:xlsx」。";

    private static readonly char[] PartSeparators = [',', '、', ';', '|', '\n', '\r', '，', '；'];
    private static readonly char[] InnerSeparators = [':', '-', '/', '—'];
    private static readonly SpellingCache<ResourceFormat> Cache = new(Read);

    public static Parsed<ResourceFormat> Parse(string? text) => Cache.Read(text);

    /// <summary>信息资源格式分类, 信息资源格式类型 and 其他类型资源格式描述; any of them may be empty.</summary>
    public static Parsed<ResourceFormat> Parse(string? category, string? type, string? other = null)
    {
        var types = Words(type);
        string? note = null;
        if (!CellText.IsPlaceholder(CellText.Key(other)))
        {
            // The description names the type where nothing else does; otherwise it is a remark.
            if (types is [] or ["其他" or "其它"] && FormatWord.IsPlausible(other))
                return Collect([FormatWord.Under(FormatTypes.CategoryOf(CellText.Key(category)) ?? FormatCategory.Other, category ?? "其他", CellText.Shown(other))]);
            note = CellText.Words(other);
            if (types.Count == 0)
                types = ["其他"];
        }

        var reading = Combine(category, type, types);
        return reading.HasValue && note is not null ? Parsed<ResourceFormat>.Of(reading.Value, note) : reading;
    }

    private static Parsed<ResourceFormat> Combine(string? category, string? type, List<string> types)
    {
        // "[]" and the like hold no word either.
        if (Words(category).Count == 0)
            return types.Count == 0 ? Parsed<ResourceFormat>.Blank : Collect(types.Select(FormatWord.Read));
        if (types.Count == 0)
            return Parse(category);
        if (FormatTypes.CategoryOf(CellText.Key(category)) is { } named)
            return Collect(types.Select(t => FormatWord.Under(named, category!, t)));

        // The category cell is no category: perhaps it names formats itself, and then both cells must say the same.
        var first = Parse(category);
        var second = Collect(types.Select(FormatWord.Read));
        if (first.IsUnknown || second.IsUnknown)
            return first.IsUnknown ? first : second;
        return second.Value.Parts.All(p => first.Value.Parts.Any(f => f == p || (f.Type is null && f.Category == p.Category)))
            ? second
            : Parsed<ResourceFormat>.Unknown($"格式分类{CellText.Quote(category)}与格式类型{CellText.Quote(type)}不一致。{Accepted}");
    }

    private static Parsed<ResourceFormat> Read(string text)
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<ResourceFormat>.Blank;
        var words = Words(text);
        if (words.Count > 0 && words.TrueForAll(w => w.All(char.IsAsciiDigit)))
            return Parsed<ResourceFormat>.Unknown($"资源格式{CellText.Quote(text)}像是某个平台的内部代码，看不出是什么格式。{Accepted}");
        return words.Count == 0 ? Parsed<ResourceFormat>.Blank : Collect(words.Select(FormatWord.Read));
    }

    /// <summary>The words of the cell; "xls/xlsx" is two, "电子表格/xlsx" is one.</summary>
    private static List<string> Words(string? text)
    {
        var words = new List<string>();
        foreach (var piece in CellText.Shown(text).Trim('[', ']', '【', '】').Split(PartSeparators, StringSplitOptions.TrimEntries))
        {
            var word = piece.Trim('\'', '"', ' ', '‘', '’', '“', '”', '[', ']');
            if (CellText.IsPlaceholder(CellText.Key(word)))
                continue;
            var inner = word.Split(InnerSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (inner.Length > 1 && inner.All(w => FormatTypes.TypeOf(CellText.Key(w)) is not null))
                words.AddRange(inner);
            else
                words.Add(word);
        }

        return words;
    }

    private static Parsed<ResourceFormat> Collect(IEnumerable<Parsed<FormatPart>> readings)
    {
        var parts = new List<FormatPart>();
        foreach (var reading in readings)
        {
            if (!reading.HasValue)
                return Parsed<ResourceFormat>.Unknown(reading.Sentence + Accepted);
            if (!parts.Contains(reading.Value))
                parts.Add(reading.Value);
        }

        return Parsed<ResourceFormat>.Of(new ResourceFormat(parts));
    }
}

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>How a header was recognised.</summary>
public enum HeaderMatch
{
    /// <summary>Not recognised.</summary>
    None,

    /// <summary>Recognised as something that is not read.</summary>
    Ignored,

    /// <summary>The header contains words that can mean nothing else.</summary>
    Contained,

    /// <summary>The group header above it gave it its meaning.</summary>
    Grouped,

    /// <summary>A known way to write the header.</summary>
    Exact,

    /// <summary>Assigned by a person.</summary>
    Corrected,
}

/// <param name="Field">Null where the header is not read.</param>
/// <param name="Match">How sure the guess is.</param>
/// <param name="Rank">The smaller, the better the word fits its field.</param>
/// <param name="Why">For people: how it was recognised, or why it is not read.</param>
public sealed record HeaderGuess(CatalogueField? Field, HeaderMatch Match, int Rank, string Why);

/// <summary>Header text to field. A header that is not in the tables is left to the person who maps the columns.</summary>
public static class HeaderSynonyms
{
    private const int ContainedRank = 1000;

    private static readonly Dictionary<string, (CatalogueField Field, int Rank)> Exact = BuildExact();
    private static readonly Dictionary<string, string> Ignored = HeaderSynonymTable.Ignored
        .SelectMany(i => i.Words, (i, word) => (word, i.Reason)).ToDictionary(i => i.word, i => i.Reason, StringComparer.Ordinal);

    public static HeaderGuess Find(string? group, string? header)
    {
        var (above, leaf) = (HeaderText.Normalise(group), HeaderText.Normalise(header));
        if (leaf.Length is 0 or > HeaderText.LongestHeader)
            return new(null, HeaderMatch.None, int.MaxValue, leaf.Length == 0 ? "表头为空。" : "文字太长，不像表头。");
        if (above.Length > 0 && FindGrouped(above, leaf) is { } grouped)
            return grouped;
        if (Exact.TryGetValue(leaf, out var exact))
            return new(exact.Field, HeaderMatch.Exact, exact.Rank, WhyExact(exact.Field, leaf));
        if (Ignored.TryGetValue(leaf, out var reason))
            return new(null, HeaderMatch.Ignored, int.MaxValue, reason);
        foreach (var (words, field) in HeaderSynonymTable.Contained)
        {
            if (leaf.Contains(words, StringComparison.Ordinal) && !HeaderSynonymTable.Elsewhere.Any(e => Remaining(leaf, words).Contains(e, StringComparison.Ordinal)))
                return new(field, HeaderMatch.Contained, ContainedRank, $"含有「{words}」，按「{field.ChineseName()}」读入，请核对。");
        }

        return new(null, HeaderMatch.None, int.MaxValue, "没有识别；如有对应的字段，请自行指定。");
    }

    private static HeaderGuess? FindGrouped(string group, string leaf)
    {
        // 「共享开放信息」 is over columns of both: it gives a bare 「条件」 no meaning.
        var both = group.Contains("共享", StringComparison.Ordinal) && group.Contains("开放", StringComparison.Ordinal);
        foreach (var (words, leaves, field) in HeaderSynonymTable.Grouped)
        {
            if (both && (words is "共享" or "开放"))
                continue;
            if (group.Contains(words, StringComparison.Ordinal) && leaves.Contains(leaf, StringComparer.Ordinal))
                return field is { } known
                    ? new(known, HeaderMatch.Grouped, 0, $"在「{group}」之下，按「{known.ChineseName()}」读入。")
                    : new(null, HeaderMatch.Ignored, int.MaxValue, "是信息项一级的属性，目录条目不记录。");
        }

        return null;
    }

    private static string WhyExact(CatalogueField field, string leaf) => leaf switch
    {
        "共享条件/不予共享依据" => "按「共享条件」读入；不予共享的条目，其内容作为不予共享的依据。",
        "关联及类目名称" => "按「关联资源代码」读入；填的是名称而不是代码的，请改填代码。",
        "资源属性分类一" => "按「信息资源分类」读入；其余几列是另外的类目树，不读取。",
        _ => $"按「{field.ChineseName()}」读入。",
    };

    private static string Remaining(string leaf, string words) => leaf.Replace(words, string.Empty, StringComparison.Ordinal);

    private static Dictionary<string, (CatalogueField Field, int Rank)> BuildExact()
    {
        var exact = new Dictionary<string, (CatalogueField, int)>(StringComparer.Ordinal);
        foreach (var (field, words) in HeaderSynonymTable.Exact)
        {
            for (var rank = 0; rank < words.Length; rank++)
                exact.Add(words[rank], (field, rank));
        }

        string[] levels = ["五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十", "二十一", "二十二", "二十三", "二十四", "二十五", "二十六"];
        foreach (var level in levels)
        {
            exact.Add($"分类{level}级", (CatalogueField.ClassLevelDeeper, 0));
            exact.Add($"{level}级分类", (CatalogueField.ClassLevelDeeper, 0));
        }

        return exact;
    }
}

using System.Text.RegularExpressions;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>One word of a format cell, with or without its category before it.</summary>
internal static partial class FormatWord
{
    private static readonly char[] Separators = [':', '-', '/', '—'];

    public static Parsed<FormatPart> Read(string word)
    {
        var key = CellText.Key(word);
        if (FormatTypes.CategoryOf(key) is { } category)
            return Parsed<FormatPart>.Of(new FormatPart(category, null));
        if (FormatTypes.TypeOf(key) is { } type)
            return Parsed<FormatPart>.Of(type);
        var cut = word.IndexOfAny(Separators);
        return cut > 0 && FormatTypes.CategoryOf(CellText.Key(word[..cut])) is { } named
            ? Under(named, word[..cut], word[(cut + 1)..])
            : Parsed<FormatPart>.Unknown($"资源格式{CellText.Quote(word)}{Why(key)}");
    }

    /// <summary>A type under a category that was written beside it: "电子表格" and "xlsx".</summary>
    public static Parsed<FormatPart> Under(FormatCategory category, string categoryWords, string typeWords)
    {
        var key = CellText.Key(typeWords);
        if (CellText.IsPlaceholder(key) || FormatTypes.CategoryOf(key) == category)
            return Parsed<FormatPart>.Of(new FormatPart(category, null));
        if (key is "其他" or "其它")
            return Parsed<FormatPart>.Of(new FormatPart(category, "其他"));
        if (FormatTypes.TypeOf(key) is { } known)
        {
            return known.Category == category || FormatTypes.Allows(category, key)
                ? Parsed<FormatPart>.Of(new FormatPart(category, known.Type))
                : Parsed<FormatPart>.Unknown($"格式分类{CellText.Quote(categoryWords)}与格式类型{CellText.Quote(typeWords)}不一致：{known.Type} 属于{known.Category.ChineseName()}。");
        }

        // The category is told, so a type that the table does not list loses nothing by being kept as written.
        return IsPlausible(typeWords)
            ? Parsed<FormatPart>.Of(new FormatPart(category, CellText.Shown(typeWords)))
            : Parsed<FormatPart>.Unknown($"格式类型{CellText.Quote(typeWords)}不是一种格式。");
    }

    /// <summary>Short words without marks, so that the text of a format can be read back.</summary>
    public static bool IsPlausible(string? words) => PlausibleType().IsMatch(CellText.Shown(words));

    private static string Why(string key) => key switch
    {
        "http" or "https" or "link" or "url" or "链接" => "说的是取得的途径，不是格式。",
        "data" or "数据" => "没有说明是什么格式。",
        _ when !IsPlausible(key) => "不是一种格式。",
        _ => "不在格式表内；如确有此格式，请连同分类写明，例如「其他:" + key + "」。",
    };

    [GeneratedRegex(@"^[A-Za-z\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff .+#]{0,29}$", RegexOptions.None, 1000)]
    private static partial Regex PlausibleType();
}

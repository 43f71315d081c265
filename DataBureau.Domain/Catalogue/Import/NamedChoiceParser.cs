namespace DataBureau.Domain.Catalogue.Import;

/// <summary>Reads a cell that must hold the Chinese name of a choice, as the drop-downs of our own template offer it.</summary>
public static class NamedChoiceParser
{
    /// <param name="text">The cell.</param>
    /// <param name="title">The column, for the sentence.</param>
    public static Parsed<T> Parse<T>(string? text, string title)
        where T : struct, Enum
    {
        var key = CellText.Key(text);
        if (CellText.IsPlaceholder(key))
            return Parsed<T>.Blank;
        foreach (var value in Enum.GetValues<T>())
            if (CellText.Key(value.ChineseName()) == key)
                return Parsed<T>.Of(value);
        return Parsed<T>.Unknown($"{title}{CellText.Quote(text!)}不在可选范围内。请填：{string.Join('、', Enum.GetValues<T>().Select(v => v.ChineseName()))}。");
    }

    /// <summary>开放前处理: several names in one cell.</summary>
    public static Parsed<OpeningPreparation> ParsePreparations(string? text)
    {
        if (CellText.IsPlaceholder(CellText.Key(text)))
            return Parsed<OpeningPreparation>.Blank;
        var all = OpeningPreparation.None;
        foreach (var word in text!.Split(['、', ',', '，', ';', '；', '/', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parsed = Parse<OpeningPreparation>(word, "开放前处理");
            if (!parsed.HasValue)
                return parsed.IsBlank ? Parsed<OpeningPreparation>.Blank : parsed;
            all |= parsed.Value;
        }

        return Parsed<OpeningPreparation>.Of(all);
    }
}

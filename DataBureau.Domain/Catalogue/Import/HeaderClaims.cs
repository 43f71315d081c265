namespace DataBureau.Domain.Catalogue.Import;

/// <summary>Settles which column gets a field when several claim it: the better word wins, the others are told why they are not read.</summary>
internal static class HeaderClaims
{
    public static IReadOnlyList<HeaderColumn> Settle(IReadOnlyList<(int Column, string? Group, string Text)> headers)
    {
        var guesses = headers.Select(h => (Header: h, Guess: HeaderSynonyms.Find(h.Group, h.Text))).ToList();
        var hasItems = guesses.Exists(g => g.Guess.Field == CatalogueField.ItemName);
        var winners = guesses.Where(g => g.Guess.Field is { } field && !field.IsRepeatable())
            .GroupBy(g => g.Guess.Field!.Value)
            .ToDictionary(g => g.Key, g => g.OrderBy(c => c.Guess.Rank).ThenBy(c => c.Header.Column).First().Header);
        return [.. guesses.Select(g => Column(g.Header, g.Guess, hasItems, winners))];
    }

    /// <summary>On a sheet of items the columns of an entry are the items' own, and would overwrite the entry's.</summary>
    public static IReadOnlyList<HeaderColumn> OfItems(IReadOnlyList<HeaderColumn> columns) =>
    [
        .. columns.Select(c => c.Field is not { } field || field.IsOfItem() || field.NamesEntry()
            ? c
            : c with { Field = null, Match = HeaderMatch.Ignored, Why = "是信息项一级的属性，目录条目不记录。" }),
    ];

    private static HeaderColumn Column((int Column, string? Group, string Text) header, HeaderGuess guess, bool hasItems, Dictionary<CatalogueField, (int Column, string? Group, string Text)> winners)
    {
        var column = new HeaderColumn(header.Column, HeaderText.Shown(header.Text), header.Group, guess.Field, guess.Match, guess.Why);
        if (guess.Field is not { } field || field.IsRepeatable())
            return column;
        if (winners[field].Column != header.Column)
            return column with { Field = null, Match = HeaderMatch.None, Why = $"也像「{field.ChineseName()}」，但第 {ColumnMapping.Letters(winners[field].Column)} 列「{HeaderText.Shown(winners[field].Text)}」更合适，一个字段只对应一列。" };
        // 数据类型 and 长度 alone could be anything's.
        return field is CatalogueField.ItemDataType or CatalogueField.ItemLength && !hasItems
            ? column with { Field = null, Match = HeaderMatch.None, Why = "没有「信息项名称」一栏，看不出是不是信息项的类型或长度。" }
            : column;
    }
}

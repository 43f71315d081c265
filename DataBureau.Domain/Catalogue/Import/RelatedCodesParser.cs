namespace DataBureau.Domain.Catalogue.Import;

/// <summary>关联资源代码: any number of codes in one cell, in order and without repetition.</summary>
public static class RelatedCodesParser
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '\n', '\r'];

    public static Parsed<IReadOnlyList<string>> Parse(string? text)
    {
        var codes = new List<string>();
        foreach (var piece in (text ?? string.Empty).Split(Separators))
        {
            var code = CellText.Shown(piece);
            if (CellText.IsPlaceholder(CellText.Key(code)) || code == "无")
                continue;
            if (ResourceCodeRules.IsPrecisionLost(code))
                return Parsed<IReadOnlyList<string>>.Unknown($"关联资源代码{CellText.Quote(code)}被 Excel 改成了科学计数法，原来的数字已经丢失。请把该列设为文本格式，再重新填入完整的代码。");
            if (!codes.Contains(code, StringComparer.Ordinal))
                codes.Add(code);
        }

        return codes.Count == 0 ? Parsed<IReadOnlyList<string>>.Blank : Parsed<IReadOnlyList<string>>.Of(codes);
    }
}

using System.Text.RegularExpressions;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>信息资源代码: 前段码 (the class) and 后段码 (the sequence). A code of another layout has no parts.</summary>
public readonly record struct ResourceCodeStructure(string Prefix, string Sequence);

/// <param name="Text">As it is to be kept.</param>
/// <param name="Structure">Null where the code does not follow the national pattern.</param>
/// <param name="Warning">A finding to show, not a reason to refuse: bureaux have layouts of their own.</param>
public sealed record ResourceCode(string Text, ResourceCodeStructure? Structure, string? Warning);

public static partial class ResourceCodeRules
{
    public static Parsed<ResourceCode> Parse(string? text)
    {
        var code = CellText.Shown(text);
        if (CellText.IsPlaceholder(CellText.Key(code)))
            return Parsed<ResourceCode>.Blank;
        if (IsPrecisionLost(code))
            return Parsed<ResourceCode>.Unknown($"代码被 Excel 改成了科学计数法{CellText.Quote(code)}，原来的数字已经丢失。请把该列设为文本格式，再重新填入完整的代码。");
        var national = National().Match(code);
        if (national.Success)
            return Parsed<ResourceCode>.Of(new(code, new(national.Groups["prefix"].Value, national.Groups["sequence"].Value), null));
        return Parsed<ResourceCode>.Of(new(code, null, LooksRounded(code)
            ? $"代码{CellText.Quote(code)}超过 15 位且以 0 结尾，可能被 Excel 舍去了后几位，请核对。"
            : $"代码{CellText.Quote(code)}不是「前段码/后段码」的写法，例如 3060010101/000012，请核对是否为本地规定的代码。"));
    }

    /// <summary>2.02115E+17: Excel keeps fifteen digits of a number, so the code cannot be restored from what is shown.</summary>
    public static bool IsPrecisionLost(string? text) => Scientific().IsMatch(CellText.Shown(text));

    // A number in Excel keeps fifteen significant digits; the rest become zeros.
    private static bool LooksRounded(string code) => code.Length > 15 && code.All(char.IsAsciiDigit) && code[15..].All(c => c == '0');

    [GeneratedRegex(@"^(?<prefix>[1-3][0-9]{2}[0-9]{3}[0-9A-Z]*)/(?<sequence>[0-9A-Z]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex National();

    [GeneratedRegex(@"^[0-9](\.[0-9]+)?[Ee]\+?[0-9]{1,3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scientific();
}

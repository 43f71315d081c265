using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DataBureau.Web.Excel;

/// <summary>How a .NET string becomes the text of a cell, and what cannot.</summary>
public static class XlsxText
{
    /// <summary>Excel's own limit; a longer cell makes Excel "repair" the whole file.</summary>
    public const int MaxCellLength = 32_767;

    /// <summary>Ends a text that was cut, so that nobody mistakes it for the whole.</summary>
    public const string CutMark = "……【超出单元格上限，以下内容已截断】";

    private static readonly SearchValues<char> Special = SearchValues.Create(
        "<>&_\r" + string.Concat(Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n' or '\r')).Select(c => (char)c)));

    /// <summary>True when a spreadsheet would take the text for a formula if it were typed in.</summary>
    public static bool LooksLikeFormula(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>True when every character can be copied to the XML as it is; the common case, found with vector instructions.</summary>
    // Compiled in full at once: before that, every search for a range boxes two characters, 50 MB over the first export of a process.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool IsPlain(ReadOnlySpan<char> text) =>
        !text.ContainsAny(Special) && !text.ContainsAnyInRange('\uD800', '\uDFFF') && !text.ContainsAnyInRange('\uFFFE', '\uFFFF');

    /// <summary>XML drops leading and trailing white space unless told otherwise.</summary>
    internal static bool NeedsPreserve(ReadOnlySpan<char> text) => text[0] <= ' ' || text[^1] <= ' ';

    internal static ReadOnlySpan<char> Cut(string text)
    {
        if (text.Length <= MaxCellLength) return text;
        var keep = MaxCellLength - CutMark.Length;
        if (char.IsHighSurrogate(text[keep - 1])) keep--;
        return string.Concat(text.AsSpan(0, keep), CutMark);
    }

    /// <summary>The text as a cell can hold it, for writers that do their own escaping.</summary>
    internal static string Legal(string text)
    {
        var cut = Cut(text);
        if (IsPlain(cut)) return cut.ToString();
        var builder = new StringBuilder(cut.Length);
        for (var i = 0; i < cut.Length; i++)
        {
            if (char.IsHighSurrogate(cut[i]) && i + 1 < cut.Length && char.IsLowSurrogate(cut[i + 1])) builder.Append(cut[i]).Append(cut[++i]);
            else if (IsLegal(cut[i])) builder.Append(cut[i]);
        }
        return builder.ToString();
    }

    /// <summary>Escapes for element content and attributes; characters that XML 1.0 cannot carry are dropped.</summary>
    internal static string Escape(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) builder.Append(c).Append(text[++i]);
            else if (c == '_' && IsExcelEscape(text[i..])) builder.Append("_x005F_");
            else if (XmlEntity(c) is { } entity) builder.Append(entity);
            else if (IsLegal(c)) builder.Append(c);
        }
        return builder.ToString();
    }

    private static string? XmlEntity(char c) => c switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        '\r' => "&#13;", // a bare CR would be read back as LF
        _ => null,
    };

    private static bool IsLegal(char c) => c is '\t' or '\n' or '\r' or >= ' ' and < '\uD800' or > '\uDFFF' and < '\uFFFE';

    // Excel reads _x0041_ inside a string as the character 0x41, so such a text must have its first underscore escaped.
    private static bool IsExcelEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
}

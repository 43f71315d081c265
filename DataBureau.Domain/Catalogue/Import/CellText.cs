using System.Text;

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>Ways of writing that say nothing: widths, spaces, quotes, placeholders.</summary>
internal static class CellText
{
    // 「无」 is not here: under 开放类型 it may mean "no value" or "no condition", so each vocabulary decides.
    private static readonly HashSet<string> Placeholders = new(StringComparer.Ordinal)
    {
        "null", "none", "nil", "nan", "na", "n/a", "#n/a", "undefined", "暂无", "空", "-", "--", "---", "—", "——", "/", "\\", "[]", "['']", "未填", "未填写",
    };

    private const string Quotes = "'\"`‘’“”「」『』";

    /// <summary>Half-width, lower case, no white space or invisible characters, no quotes around the whole.</summary>
    public static string Key(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return string.Empty;
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsInvisible(c))
                key.Append(char.ToLowerInvariant(HalfWidth(c)));
        }

        return key.ToString().Trim(Quotes.ToCharArray());
    }

    /// <summary>As written, to be kept or shown: nothing but the space around it is dropped.</summary>
    public static string Words(string? text) => (text ?? string.Empty).Trim().Trim('\uFEFF', '\u200B');

    /// <summary>As written, in half-width letters and without the space around it.</summary>
    public static string Shown(string? text) => string.IsNullOrWhiteSpace(text) ? string.Empty : ToHalfWidth(text).Trim(' ', '\t', '\r', '\n', '\uFEFF', '\u200B');

    public static bool IsPlaceholder(string key) => key.Length == 0 || Placeholders.Contains(key);

    public static string ToHalfWidth(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = HalfWidth(source[i]);
    });

    /// <summary>The text in Chinese quotes, on one line, short enough for a sentence.</summary>
    public static string Quote(string? text)
    {
        var line = string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 40 ? $"「{line}」" : $"「{line[..40]}…」";
    }

    public static bool IsInvisible(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD' or '\u2060';

    /// <summary>Full-width forms of ASCII become ASCII; Chinese marks such as 、 and 。 are left alone.</summary>
    public static char HalfWidth(char c) => c switch
    {
        '\u3000' or '\u00A0' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}

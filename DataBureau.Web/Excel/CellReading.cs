using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace DataBureau.Web.Excel;

/// <summary>
/// The one normalisation of imported text: ends trimmed; no-break and full-width spaces become plain ones; line ends become LF;
/// control and zero-width characters go, leaving a flag; at most 32,767 characters stay.
/// </summary>
internal static partial class CellReading
{
    public static CellValue ToCell(string raw, CellFlags flags = CellFlags.None)
    {
        var text = Normalise(raw, ref flags);
        if (text.Length is >= 5 and <= 30 && DamagedCode().IsMatch(text)) flags |= CellFlags.PrecisionLost;
        return new(text.Length == 0 ? CellKind.Empty : CellKind.Text, text, flags);
    }

    public static string Normalise(string raw, ref CellFlags flags)
    {
        if (raw.Length > XlsxText.MaxCellLength)
        {
            raw = raw[..XlsxText.MaxCellLength];
            flags |= CellFlags.TooLong;
        }
        return NeedsCleaning(raw) ? Clean(raw, ref flags).Trim() : raw.Trim();
    }

    // Compiled in full at once, for the reason given at XlsxText.IsPlain.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool NeedsCleaning(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u0009') || text.ContainsAnyInRange('\u000B', '\u001F')
        || text.ContainsAnyInRange('\u007F', '\u00A0') || text.ContainsAny("\u3000\u200B\u2060\uFEFF");

    private static string Clean(string raw, ref CellFlags flags)
    {
        var builder = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c is '\u00A0' or '\u3000') builder.Append(' ');
            else if (c == '\t') builder.Append(c);
            else if (c == '\r') builder.Append(i + 1 < raw.Length && raw[i + 1] == '\n' ? "" : "\n");
            else if (c != '\n' && char.IsControl(c) || c is '\u200B' or '\u2060' or '\uFEFF') flags |= CellFlags.HadControlCharacters;
            else builder.Append(c);
        }
        return builder.ToString();
    }

    [GeneratedRegex(@"^\d(\.\d+)?[Ee]\+\d{2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DamagedCode();
}

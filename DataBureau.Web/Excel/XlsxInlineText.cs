using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace DataBureau.Web.Excel;

/// <summary>Reads the text inside an element of a sheet or of the shared texts, without letting one cell fill the memory.</summary>
internal sealed partial class XlsxInlineText
{
    /// <summary>One more than a cell may hold, so that too long is still noticed.</summary>
    private const int Keep = XlsxText.MaxCellLength + 1;

    private readonly StringBuilder _builder = new();
    private readonly char[] _piece = new char[4096];

    /// <summary>The content of a v element; the reader ends on its closing tag.</summary>
    public string ReadValue(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        _builder.Clear();
        var end = reader.Depth;
        while (reader.Read() && reader.Depth > end) Append(reader);
        return _builder.ToString();
    }

    /// <summary>The text of an si or is element: its t elements joined, reading aids (rPh) left out.</summary>
    public string ReadItem(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        _builder.Clear();
        var end = reader.Depth;
        var inText = false;
        while (reader.Read() && reader.Depth > end)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh") SkipInside(reader);
            else if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement) inText = reader is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false };
            else if (inText) Append(reader);
        }
        return Unescape(_builder.ToString());
    }

    /// <summary>Undoes _x000D_, Excel's way of writing characters that XML cannot carry.</summary>
    public static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
            : text;

    private void Append(XmlReader reader)
    {
        if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) return;
        int read;
        while ((read = reader.ReadValueChunk(_piece, 0, _piece.Length)) > 0)
            _builder.Append(_piece, 0, Math.Min(read, Math.Max(0, Keep - _builder.Length)));
    }

    private static void SkipInside(XmlReader reader)
    {
        if (reader.IsEmptyElement) return;
        var end = reader.Depth;
        while (reader.Read() && reader.Depth > end) { }
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}

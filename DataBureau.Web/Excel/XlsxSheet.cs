using System.Globalization;
using System.Xml;

namespace DataBureau.Web.Excel;

internal sealed class XlsxSheet(XlsxPackage package, string part, string file, string name, bool hidden, WorkbookLimits limits)
    : WorkbookSheet(file, name, hidden, limits)
{
    private const int MaxMerges = 200_000;

    private protected override RowCursor OpenCursor() =>
        new XlsxRowCursor(package, OpenPart(), new RowBuilder(Name, Limits.MaxColumns));

    private protected override IReadOnlyList<MergedRange> FindMerges()
    {
        var merges = new List<MergedRange>();
        using var reader = OpenPart();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "mergeCell") continue;
            if (merges.Count < MaxMerges && TryParse(reader.GetAttribute("ref"), out var range)) merges.Add(range);
        }
        return merges;
    }

    private XmlReader OpenPart() => package.TryOpen(part) ?? throw new InvalidDataException("A listed sheet is missing.");

    private static bool TryParse(string? reference, out MergedRange range)
    {
        range = new(0, 0, 0, 0);
        if (reference?.Split(':') is not { Length: 2 } ends) return false;
        var (first, last) = (Parse(ends[0]), Parse(ends[1]));
        range = new(first.Row, first.Column, last.Row, last.Column);
        return first is { Row: > 0, Column: > 0 } && last is { Row: > 0, Column: > 0 };
    }

    private static (int Row, int Column) Parse(string reference)
    {
        var column = XlsxRowCursor.ParseColumn(reference, out var letters);
        return (int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0, column);
    }
}

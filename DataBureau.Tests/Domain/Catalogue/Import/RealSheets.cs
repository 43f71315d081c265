using System.Text;
using DataBureau.Domain.Catalogue.Import;
using ExcelDataReader;

namespace DataBureau.Tests.Domain.Catalogue.Import;

/// <summary>One sheet as the detector wants it.</summary>
internal sealed record RealSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<MergedRange> Merged)
{
    public HeaderDetection Detect() => HeaderDetector.Detect(Rows, Merged);

    public HeaderLayout Layout() => Assert.IsType<HeaderDetection.Found>(Detect()).Header;

    public SheetKind Kind() => SheetClassifier.Classify(Name, Rows, Detect());
}

/// <summary>The real workbooks and the comma-separated listing.</summary>
internal static class RealSheets
{
    static RealSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<RealSheet> Of(params string[] path)
    {
        using var stream = File.OpenRead(ListingFactAttribute.PathOf(path));
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var sheets = new List<RealSheet>();
        do
        {
            var rows = new List<IReadOnlyList<string>>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty)]);
            sheets.Add(new(reader.Name, rows, [.. (reader.MergeCells ?? []).Select(m => new MergedRange(m.FromRow, m.FromColumn, m.ToRow, m.ToColumn))]));
        }
        while (reader.NextResult());
        return sheets;
    }

    /// <summary>The rows of the national listing, header first.</summary>
    public static List<string[]> Listing()
    {
        var text = File.ReadAllText(ListingFactAttribute.PathOf("listings", "portal-listings-2023.csv"), Encoding.UTF8);
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else if (quoted || c != '\r')
                cell.Append(c);
        }

        return rows;
    }
}

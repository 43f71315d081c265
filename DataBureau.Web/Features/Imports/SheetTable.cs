using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Imports;

/// <summary>A column that an imported list may have.</summary>
/// <param name="Titles">Its title as the template writes it, then other titles that mean the same.</param>
internal sealed record SheetColumn(string Key, bool Required, params string[] Titles)
{
    public string Title => Titles[0];

    /// <summary>Whether the template gives it room for a sentence.</summary>
    public bool Wide { get; init; }

    /// <summary>What the template offers to choose from; empty where anything may be written.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>One row of an imported list: the cells by column, and where they stand.</summary>
internal sealed class SheetLine(string sheet, int number, IReadOnlyDictionary<string, (int Column, string Header, CellValue Value)> cells)
{
    public string Sheet => sheet;

    public int Number => number;

    public bool Bad { get; private set; }

    public string? Text(string key) => cells.TryGetValue(key, out var c) && c.Value.Text.Length > 0 ? c.Value.Text : null;

    public CellFlags Flags(string key) => cells.TryGetValue(key, out var c) ? c.Value.Flags : CellFlags.None;

    public CellFinding Fail(string key, string title, string rule, string howToFix)
    {
        Bad = true;
        return cells.TryGetValue(key, out var c) ? new CellFinding(sheet, number, c.Column, c.Header, c.Value.Text, rule, howToFix, IsError: true) : new CellFinding(sheet, number, null, title, null, rule, howToFix, IsError: true);
    }
}

/// <summary>Finds the heading of a plain list wherever it stands, and reads the rows below it.</summary>
internal static class SheetTable
{
    private const int HeadingWithin = 30;

    public static (IReadOnlyList<SheetLine> Lines, IReadOnlyDictionary<string, int> HeaderRows) Read(WorkbookReader workbook, IReadOnlyList<SheetColumn> columns, CancellationToken cancellationToken)
    {
        var known = columns.SelectMany(c => c.Titles.Select(t => (Key: KeyOf(t), Column: c))).DistinctBy(x => x.Key).ToDictionary(x => x.Key, x => x.Column, StringComparer.Ordinal);
        var (lines, headers) = (new List<SheetLine>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var sheet in workbook.Sheets.Where(s => !s.Hidden && !ErrorWorkbook.IsProblemSheet(s.Name)))
        {
            Dictionary<string, (int Column, string Header)>? heading = null;
            foreach (var row in sheet.ReadRows(cancellationToken))
            {
                if (heading is null)
                {
                    if (row.Number > HeadingWithin)
                        break;
                    heading = Heading(row, known, columns);
                    if (heading is not null)
                        headers[sheet.Name] = row.Number;
                    continue;
                }

                var cells = heading.ToDictionary(h => h.Key, h => (h.Value.Column, h.Value.Header, row.Column(h.Value.Column)), StringComparer.Ordinal);
                if (cells.Values.Any(c => !c.Item3.IsBlank))
                    lines.Add(new SheetLine(sheet.Name, row.Number, cells));
            }
        }

        return (lines, headers);
    }

    /// <summary>The row is the heading when it names every column that must be there.</summary>
    private static Dictionary<string, (int Column, string Header)>? Heading(WorkbookRow row, Dictionary<string, SheetColumn> known, IReadOnlyList<SheetColumn> columns)
    {
        var found = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
        for (var i = 1; i <= row.Cells.Count; i++)
            if (known.TryGetValue(KeyOf(row.Column(i).Text), out var column))
                found.TryAdd(column.Key, (i, row.Column(i).Text));
        return columns.Where(c => c.Required).All(c => found.ContainsKey(c.Key)) ? found : null;
    }

    private static string KeyOf(string title) => NameKey.Of(title.Replace("（必填）", string.Empty, StringComparison.Ordinal).Replace("(必填)", string.Empty, StringComparison.Ordinal));
}

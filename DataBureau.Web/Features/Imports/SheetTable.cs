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

/// <summary>A workbook as a plain list.</summary>
/// <param name="Lines">The rows below the headings.</param>
/// <param name="HeaderRows">By sheet, as Excel numbers them.</param>
/// <param name="Question">Where no heading is known, or a person settled it.</param>
internal sealed record SheetReading(IReadOnlyList<SheetLine> Lines, IReadOnlyDictionary<string, int> HeaderRows, ListQuestion? Question)
{
    /// <summary>Why nothing can be read.</summary>
    public ImportRefusal NoHeading(IReadOnlyList<SheetColumn> columns) => new("NoHeading",
        $"没有找到表头：前 {SheetTable.HeadingWithin} 行里应有一行写着{string.Join('、', columns.Where(c => c.Required).Select(c => $"「{c.Title}」"))}。请使用模板，或补上表头{(Question is null ? string.Empty : "；也可以在下面选出表头行，并指定各列是什么")}。");
}

/// <summary>Finds the heading of a plain list wherever it stands, and reads the rows below it.</summary>
internal static class SheetTable
{
    public const int HeadingWithin = 30;

    public static SheetReading Read(WorkbookReader workbook, ListHeading heading, CancellationToken cancellationToken)
    {
        var (lines, headers) = (new List<SheetLine>(), new Dictionary<string, int>(StringComparer.Ordinal));
        ListQuestion? question = null;
        foreach (var sheet in workbook.Sheets.Where(s => !s.Hidden && !ErrorWorkbook.IsProblemSheet(s.Name)))
        {
            var top = new List<IReadOnlyList<string>>();
            IReadOnlyDictionary<string, (int Column, string Header)>? columns = null;
            foreach (var row in sheet.ReadRows(cancellationToken))
            {
                if (columns is not null)
                {
                    var cells = columns.ToDictionary(h => h.Key, h => (h.Value.Column, h.Value.Header, row.Column(h.Value.Column)), StringComparer.Ordinal);
                    if (cells.Values.Any(c => !c.Item3.IsBlank))
                        lines.Add(new SheetLine(sheet.Name, row.Number, cells));
                    // What a person settled is shown again, with the rows below the heading as well.
                    if (question is { Answered: true } && question.Sheet == sheet.Name && row.Number <= HeadingWithin)
                        Keep(top, row);
                    continue;
                }

                if (row.Number > HeadingWithin)
                    break;
                Keep(top, row);
                var settled = heading.Settled(top[^1]);
                if ((settled ?? heading.Named(top[^1])) is not { } mapping)
                    continue;
                columns = mapping.ToDictionary(m => m.Value, m => (m.Key + 1, row.Column(m.Key + 1).Text), StringComparer.Ordinal);
                headers[sheet.Name] = row.Number;
                if (settled is not null)
                    question = question is { Answered: true } ? question : new ListQuestion(heading, sheet.Name, top, row.Number - 1, answered: true);
            }

            if (columns is null && question is null && HeaderProposal.Propose(top, []) is { } proposed)
                question = new ListQuestion(heading, sheet.Name, top, proposed, answered: false);
        }

        // A further sheet without a heading is none of the list, where another has one.
        return new SheetReading(lines, headers, question is { Answered: false } && headers.Count > 0 ? null : question);
    }

    private static void Keep(List<IReadOnlyList<string>> top, WorkbookRow row)
    {
        while (top.Count < row.Number - 1)
            top.Add([]);
        top.Add([.. row.Cells.Select(c => c.Text)]);
    }
}

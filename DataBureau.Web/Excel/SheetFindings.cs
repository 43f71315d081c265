namespace DataBureau.Web.Excel;

/// <summary>The findings of one sheet, ready to be looked up by row and by cell, and where its problem column goes.</summary>
internal sealed class SheetFindings
{
    private readonly ILookup<int, CellFinding> _byRow;
    private readonly HashSet<(int Row, int Column)> _cells;

    public SheetFindings(SheetShape shape, bool wasRead, IEnumerable<CellFinding> findings)
    {
        Shape = shape;
        WasRead = wasRead;
        _byRow = findings.Where(finding => finding.Row > 0).ToLookup(finding => finding.Row);
        _cells = [.. _byRow.SelectMany(row => row).Where(finding => finding.Column is not null).Select(finding => (finding.Row, finding.Column!.Value))];
    }

    public SheetShape Shape { get; }

    /// <summary>False for sheets that the import has nothing to say of, such as the lists behind the drop-downs: they come back as they were.</summary>
    public bool WasRead { get; }

    public IEnumerable<IGrouping<int, CellFinding>> Rows => _byRow;

    public bool IsBad(int row, int column) => _cells.Contains((row, column));

    /// <summary>The text of the problem column in a row: its title, the problems, or nothing.</summary>
    public string? ProblemText(int row) =>
        row == Shape.HeaderRow ? ErrorWorkbook.ProblemColumnTitle
        : _byRow.Contains(row) ? string.Join('\n', _byRow[row].Select(finding => finding.Sentence))
        : null;
}

/// <summary>The extent of a sheet; a problem column left by an earlier round is written over instead of adding another.</summary>
internal sealed record SheetShape(WorkbookSheet Sheet, int HeaderRow, int Rows, int LastRow, int DataColumns, bool Returned)
{
    public int ProblemColumn => DataColumns + 1;

    public static SheetShape Measure(WorkbookSheet sheet, int headerRow, CancellationToken ct)
    {
        var (rows, last, columns, problem) = (0, headerRow, 0, 0);
        foreach (var row in sheet.ReadRows(ct))
        {
            rows++;
            last = Math.Max(last, row.Number);
            columns = Math.Max(columns, row.Cells.Count);
            if (row.Number != headerRow) continue;
            for (var i = 0; i < row.Cells.Count; i++)
                if (row.Cells[i].Text == ErrorWorkbook.ProblemColumnTitle) problem = i + 1;
        }
        return new(sheet, headerRow, rows, last, problem > 0 ? problem - 1 : columns, problem > 0);
    }
}

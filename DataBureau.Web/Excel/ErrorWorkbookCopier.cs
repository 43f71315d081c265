namespace DataBureau.Web.Excel;

/// <summary>The form for large or odd workbooks: rows copied as texts in a stream, at the same places, with the bad cells coloured.</summary>
internal static class ErrorWorkbookCopier
{
    public static async Task WriteAsync(Stream output, IReadOnlyList<SheetFindings> sheets, IReadOnlyList<CellFinding> findings, CancellationToken ct)
    {
        await using var writer = await XlsxWorkbookWriter.CreateAsync(output, ct: ct);
        foreach (var sheet in sheets) await writer.WriteAsync(Table(sheet), RowsWithoutGaps(sheet.Shape, ct).ToAsyncEnumerable(), ct);
        await writer.WriteAsync(ProblemList, findings.ToAsyncEnumerable(), ct);
        await writer.CompleteAsync(ct);
    }

    /// <summary>The list of problems, the same in both forms.</summary>
    public static XlsxTable<CellFinding> ProblemList { get; } = new(ErrorWorkbook.ProblemSheetName,
    [
        XlsxColumn<CellFinding>.Text("工作表", 20, finding => finding.Sheet),
        XlsxColumn<CellFinding>.Integer("行", 8, finding => finding.Row > 0 ? finding.Row : null),
        XlsxColumn<CellFinding>.Text("列", 6, finding => finding.Column is { } column ? XlsxParts.ColumnName(column) : null),
        XlsxColumn<CellFinding>.Text("栏目", 20, finding => finding.Header),
        XlsxColumn<CellFinding>.Text("内容", 30, finding => finding.Value),
        XlsxColumn<CellFinding>.Text("问题", 50, finding => finding.IsError ? finding.Rule : "（提醒）" + finding.Rule),
        XlsxColumn<CellFinding>.Text("怎么改", 50, finding => finding.HowToFix),
    ]);

    private static XlsxTable<WorkbookRow> Table(SheetFindings sheet)
    {
        var columns = Enumerable.Range(1, Math.Max(1, sheet.Shape.DataColumns))
            .Select(column => XlsxColumn<WorkbookRow>.Text("", 18, row => row.Column(column).Text, row => sheet.IsBad(row.Number, column)));
        if (sheet.WasRead)
            columns = columns.Append(XlsxColumn<WorkbookRow>.Text("", 60, row => sheet.ProblemText(row.Number)));
        return new(sheet.Shape.Sheet.Name, [.. columns]) { ShowHeader = false, Hidden = sheet.Shape.Sheet.Hidden, TitleRow = sheet.WasRead ? sheet.Shape.HeaderRow : 0 };
    }

    /// <summary>Blank rows are put back in, so that row numbers stay those of the original.</summary>
    private static IEnumerable<WorkbookRow> RowsWithoutGaps(SheetShape shape, CancellationToken ct)
    {
        var next = 1;
        foreach (var row in shape.Sheet.ReadRows(ct))
        {
            for (; next < row.Number; next++) yield return new(next, []);
            yield return row;
            next++;
        }
    }
}

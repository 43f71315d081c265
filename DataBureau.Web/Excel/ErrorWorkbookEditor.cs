using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DataBureau.Web.Excel;

/// <summary>The form for workbooks of ordinary size: the user's own file, layout and all, edited with ClosedXML.</summary>
internal static partial class ErrorWorkbookEditor
{
    /// <summary>More comments than this make Excel itself slow; beyond it cells are only coloured.</summary>
    private const int MaxComments = 2_000;
    private const string CommentAuthor = "DataBureau";
    private static readonly XLColor ErrorColor = XLColor.FromArgb(0xFF, 0xC7, 0xCE);
    private static readonly XLColor WarningColor = XLColor.FromArgb(0xFF, 0xEB, 0x9C);

    /// <summary>Null when ClosedXML cannot open or save this workbook: foreign files hold things it does not know.</summary>
    public static Stream? TryEdit(string path, WorkbookFormat format, IReadOnlyList<SheetFindings> sheets, IReadOnlyList<CellFinding> findings, ILogger? logger, CancellationToken ct)
    {
        var edited = new MemoryStream();
        try
        {
            using var original = format == WorkbookFormat.Xlsx ? Savable(path) : null;
            using var workbook = original is null ? Rebuild(sheets, ct) : new XLWorkbook(original);
            foreach (var old in workbook.Worksheets.Where(sheet => ErrorWorkbook.IsProblemSheet(sheet.Name)).ToList()) old.Delete();
            var comments = 0;
            foreach (var sheet in sheets.Where(sheet => sheet.WasRead)) Annotate(workbook.Worksheet(sheet.Shape.Sheet.Name), sheet, ref comments, ct);
            AddList(workbook, findings);
            workbook.SaveAs(edited);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException or WorkbookReadException))
        {
            if (logger is not null) LogCopied(logger, exception, sheets.Count);
            edited.Dispose();
            return null;
        }
        edited.Position = 0;
        return edited;
    }

    [LoggerMessage(LogLevel.Warning, "An uploaded workbook of {Sheets} sheets could not be edited; it goes back as a copy of its texts.")]
    private static partial void LogCopied(ILogger logger, Exception exception, int sheets);

    /// <summary>The file in a form that ClosedXML saves again: it fails over a fill without a kind, which is how openpyxl writes that there is none.</summary>
    private static MemoryStream Savable(string path)
    {
        var copy = new MemoryStream();
        using (var original = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read)) original.CopyTo(copy);
        copy.Position = 0;
        using (var package = SpreadsheetDocument.Open(copy, isEditable: true))
        {
            foreach (var fill in package.WorkbookPart?.WorkbookStylesPart?.Stylesheet?.Fills?.Descendants<PatternFill>() ?? [])
                fill.PatternType ??= PatternValues.None;
        }
        copy.Position = 0;
        return copy;
    }

    private static XLWorkbook Rebuild(IReadOnlyList<SheetFindings> sheets, CancellationToken ct)
    {
        var workbook = new XLWorkbook();
        foreach (var shape in sheets.Select(sheet => sheet.Shape))
        {
            var sheet = workbook.AddWorksheet(shape.Sheet.Name);
            if (shape.Sheet.Hidden) sheet.Hide();
            foreach (var row in shape.Sheet.ReadRows(ct))
                for (var column = 1; column <= row.Cells.Count; column++)
                    if (row.Column(column).Text is { Length: > 0 } text) sheet.Cell(row.Number, column).SetText(text);
            for (var column = 1; column <= shape.DataColumns; column++) sheet.Column(column).Width = 18;
        }
        return workbook;
    }

    private static void Annotate(IXLWorksheet sheet, SheetFindings findings, ref int comments, CancellationToken ct)
    {
        var shape = findings.Shape;
        if (shape.Returned) ClearEarlierRound(sheet, shape);
        foreach (var row in findings.Rows)
        {
            ct.ThrowIfCancellationRequested();
            sheet.Cell(row.Key, shape.ProblemColumn).SetText(findings.ProblemText(row.Key)!).Style.Alignment.WrapText = true;
            foreach (var cell in row.Where(finding => finding.Column is not null).GroupBy(finding => finding.Column!.Value))
            {
                var target = sheet.Cell(row.Key, cell.Key);
                target.Style.Fill.BackgroundColor = cell.Any(finding => finding.IsError) ? ErrorColor : WarningColor;
                if (comments++ < MaxComments) Comment(target, string.Join('\n', cell.Select(finding => finding.Sentence)));
            }
        }
        var header = sheet.Cell(shape.HeaderRow, shape.ProblemColumn);
        if (shape.DataColumns > 0) header.Style = sheet.Cell(shape.HeaderRow, shape.DataColumns).Style;
        header.SetText(ErrorWorkbook.ProblemColumnTitle);
        sheet.Column(shape.ProblemColumn).Width = 60;
        // A filter beside a table of the user's own would make Excel repair the file.
        if (!sheet.Tables.Any()) sheet.Range(shape.HeaderRow, 1, Math.Max(shape.LastRow, shape.HeaderRow), shape.ProblemColumn).SetAutoFilter();
    }

    private static void Comment(IXLCell cell, string text)
    {
        if (cell.HasComment) return; // the user's own; the problem still stands in the column and the list
        cell.Comment.Author = CommentAuthor;
        cell.Comment.AddText(XlsxText.Legal(text));
        cell.Comment.Style.Size.SetWidth(40).Size.SetHeight(60);
    }

    /// <summary>What was corrected since must not stay red.</summary>
    private static void ClearEarlierRound(IXLWorksheet sheet, SheetShape shape)
    {
        sheet.Range(shape.HeaderRow + 1, shape.ProblemColumn, Math.Max(shape.LastRow, shape.HeaderRow + 1), shape.ProblemColumn).Clear(XLClearOptions.Contents);
        foreach (var cell in sheet.CellsUsed(XLCellsUsedOptions.All).ToList())
        {
            var fill = cell.Style.Fill;
            if (fill.PatternType == XLFillPatternValues.Solid && (fill.BackgroundColor.Equals(ErrorColor) || fill.BackgroundColor.Equals(WarningColor)))
                fill.PatternType = XLFillPatternValues.None;
            if (cell.HasComment && cell.Comment.Author == CommentAuthor) cell.Clear(XLClearOptions.Comments);
        }
    }

    private static void AddList(XLWorkbook workbook, IReadOnlyList<CellFinding> findings)
    {
        var sheet = workbook.AddWorksheet(ErrorWorkbook.ProblemSheetName);
        var columns = ErrorWorkbookCopier.ProblemList.Columns;
        for (var column = 1; column <= columns.Count; column++)
        {
            sheet.Cell(1, column).SetText(columns[column - 1].Title).Style.Font.Bold = true;
            sheet.Column(column).Width = columns[column - 1].Width;
        }
        for (var i = 0; i < findings.Count; i++)
        {
            var (finding, row) = (findings[i], i + 2);
            sheet.Cell(row, 1).SetText(finding.Sheet);
            if (finding.Row > 0) sheet.Cell(row, 2).SetValue(finding.Row);
            if (finding.Column is { } column) sheet.Cell(row, 3).SetText(XlsxParts.ColumnName(column));
            sheet.Cell(row, 4).SetText(finding.Header);
            sheet.Cell(row, 5).SetText(finding.Value ?? "");
            sheet.Cell(row, 6).SetText(finding.IsError ? finding.Rule : "（提醒）" + finding.Rule);
            sheet.Cell(row, 7).SetText(finding.HowToFix);
        }
        sheet.SheetView.FreezeRows(1);
        sheet.Range(1, 1, findings.Count + 1, columns.Count).SetAutoFilter();
    }
}

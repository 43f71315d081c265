using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Web.Excel;

/// <summary>
/// Gives an imported workbook back with its problems shown where they are: bad cells coloured and commented, a column to filter on
/// and a sheet that lists them all. The corrected file can be imported as it is, if the importer ignores the column and the sheet
/// with the names below.
/// </summary>
public static class ErrorWorkbook
{
    /// <summary>Title of the appended column; an importer skips a column of this title.</summary>
    public const string ProblemColumnTitle = HeaderText.ProblemColumn;

    /// <summary>Name of the appended sheet; an importer skips it, and "问题清单（2）" and so on after more than a million problems.</summary>
    public const string ProblemSheetName = "问题清单";

    /// <summary>
    /// Above this the original is not opened for editing: ClosedXML keeps every cell as an object (2.8 GB for 100,000 rows of 20
    /// columns). The rows are then copied as texts by the streaming writer: colours, column and list, but no comments or layout.
    /// </summary>
    public const int DefaultEditableRows = 5_000;

    public static bool IsProblemSheet(string sheetName) => sheetName.StartsWith(ProblemSheetName, StringComparison.Ordinal);

    /// <summary>Writes the annotated workbook as .xlsx, whatever the original was.</summary>
    /// <param name="output">Left open; never written to synchronously.</param>
    /// <param name="path">The original file.</param>
    /// <param name="fileName">Its name at the user's.</param>
    /// <param name="findings">In the order in which they are to be listed.</param>
    /// <param name="headerRows">By name of the sheets that were read, the row of the column titles, from 1. Without it every sheet that shows was read, and row 1 is that row.</param>
    /// <param name="editableRows">See <see cref="DefaultEditableRows"/>.</param>
    /// <param name="logger">Told when the user's own file could not be edited.</param>
    /// <param name="ct">Stops between rows.</param>
    /// <exception cref="WorkbookReadException">The original itself cannot be read.</exception>
    public static async Task WriteAsync(
        Stream output, string path, string fileName, IReadOnlyList<CellFinding> findings,
        IReadOnlyDictionary<string, int>? headerRows = null, int editableRows = DefaultEditableRows, ILogger? logger = null, CancellationToken ct = default)
    {
        var opening = await WorkbookReader.OpenAsync(path, fileName, ct: ct);
        if (!opening.IsOpen) throw new WorkbookReadException(opening.Refusal);
        await using var reader = opening.Reader;
        var bySheet = findings.ToLookup(finding => finding.Sheet, StringComparer.Ordinal);
        var sheets = await Task.Run(() => reader.Sheets
            .Where(sheet => !IsProblemSheet(sheet.Name))
            .Select(sheet => new SheetFindings(SheetShape.Measure(sheet, headerRows?.GetValueOrDefault(sheet.Name, 1) ?? 1, ct), headerRows?.ContainsKey(sheet.Name) ?? !sheet.Hidden, bySheet[sheet.Name]))
            .ToList(), ct);
        if (sheets.Sum(sheet => sheet.Shape.Rows) <= editableRows
            && await Task.Run(() => ErrorWorkbookEditor.TryEdit(path, reader.Format, sheets, findings, logger, ct), ct) is { } edited)
        {
            await using (edited) await edited.CopyToAsync(output, ct);
            return;
        }
        await ErrorWorkbookCopier.WriteAsync(output, sheets, findings, ct);
    }
}

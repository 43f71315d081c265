using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Imports;

/// <summary>Gives the user's own workbook back with the errors of a check marked in it.</summary>
public static class ImportErrorWorkbook
{
    /// <param name="headers">The sheets that were read, with the Excel number of their header's last row.</param>
    /// <param name="warnings">Listed after the errors, as reminders.</param>
    /// <param name="logger">Told when the user's own file could not be edited.</param>
    public static Task WriteAsync(Stream output, string source, string fileName, IReadOnlyList<ImportError> errors, IReadOnlyDictionary<string, int> headers, CancellationToken cancellationToken, IReadOnlyList<ImportError>? warnings = null, ILogger? logger = null) =>
        ErrorWorkbook.WriteAsync(output, source, fileName, [.. errors.Select(e => Finding(e, isError: true)), .. (warnings ?? []).Select(w => Finding(w, isError: false))], headers, logger: logger, ct: cancellationToken);

    private static CellFinding Finding(ImportError error, bool isError)
    {
        // The sentences are written as: what is wrong. What would be right.
        var end = error.Sentence.IndexOf('。', StringComparison.Ordinal);
        var (rule, fix) = end < 0 || end == error.Sentence.Length - 1 ? (error.Sentence, "请修改后重新导入。") : (error.Sentence[..(end + 1)], error.Sentence[(end + 1)..]);
        return new CellFinding(error.Sheet, error.Row, error.Column, error.Header, error.Value, rule, fix, isError);
    }
}

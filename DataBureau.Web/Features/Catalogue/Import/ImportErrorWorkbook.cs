using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Gives the user's own workbook back with the errors of a check marked in it.</summary>
public static class ImportErrorWorkbook
{
    public static async Task WriteAsync(ImportRequest request, ImportReport report, string path, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await WriteAsync(request, report, file, cancellationToken);
    }

    public static Task WriteAsync(ImportRequest request, ImportReport report, Stream output, CancellationToken cancellationToken) =>
        ErrorWorkbook.WriteAsync(output, request.Path, request.FileName, [.. report.Errors.Select(Finding)],
            report.Layouts.Where(l => l.Layout is not null).ToDictionary(l => l.Sheet, l => l.Layout!.HeaderRows[^1] + 1, StringComparer.Ordinal), ct: cancellationToken);

    private static CellFinding Finding(ImportError error)
    {
        // The sentences are written as: what is wrong. What would be right.
        var end = error.Sentence.IndexOf('。', StringComparison.Ordinal);
        var (rule, fix) = end < 0 || end == error.Sentence.Length - 1 ? (error.Sentence, "请修改后重新导入。") : (error.Sentence[..(end + 1)], error.Sentence[(end + 1)..]);
        return new CellFinding(error.Sheet, error.Row, error.Column, error.Header, error.Value, rule, fix, true);
    }
}

using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>The workbook of a catalogue import with its errors marked.</summary>
public static class CatalogueErrorWorkbook
{
    public static Task WriteAsync(ImportRequest request, ImportReport report, Stream output, ILogger? logger, CancellationToken cancellationToken) =>
        ImportErrorWorkbook.WriteAsync(output, request.Path, request.FileName, report.Errors,
            report.Layouts.Where(l => l.Layout is not null).ToDictionary(l => l.Sheet, l => l.Layout!.HeaderRows[^1] + 1, StringComparer.Ordinal), cancellationToken, report.Warnings, logger);
}

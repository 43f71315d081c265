using System.Text.Json;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>
/// What a sheet is and how its columns are read: as the person said of this file, else as was settled for an earlier file of the
/// same header, else as the words of the header suggest. Where none of these tells, a row is proposed and the person is asked.
/// </summary>
/// <param name="choices">Settled for this file.</param>
/// <param name="remembered">Settled for earlier files: mappings as JSON, by the fingerprint of the header.</param>
internal sealed class SheetRecogniser(ImportChoices choices, IReadOnlyDictionary<string, string> remembered)
{
    public ImportSheetLayout Recognise(WorkbookSheet sheet, CancellationToken cancellationToken)
    {
        var top = TopOf(sheet, cancellationToken);
        var merged = sheet.ReadMerges().Where(m => m.FirstRow <= HeaderDetector.RowsLookedAt)
            .Select(m => new Domain.Catalogue.Import.MergedRange(m.FirstRow - 1, m.FirstColumn - 1, m.LastRow - 1, m.LastColumn - 1)).ToList();
        var detection = HeaderDetector.Detect(top, merged);
        var kind = SheetClassifier.Classify(sheet.Name, top, detection);
        var read = new ImportSheetLayout(sheet.Name, kind, kind is SheetKind.Entries or SheetKind.Items ? detection.Layout : null, false, detection.Sentence) { Top = top, Merged = merged };
        if (detection is HeaderDetection.NoTable or HeaderDetection.Form || !SheetClassifier.MayHoldEntries(sheet.Name, kind))
            return read;
        return Settled(read) ?? (read.Layout is null ? read with { ProposedRow = HeaderProposal.Propose(top, merged) } : read);
    }

    private static List<IReadOnlyList<string>> TopOf(WorkbookSheet sheet, CancellationToken cancellationToken)
    {
        var top = new List<IReadOnlyList<string>>();
        foreach (var row in sheet.ReadRows(cancellationToken).TakeWhile(r => r.Number <= HeaderDetector.RowsLookedAt))
        {
            while (top.Count < row.Number - 1)
                top.Add([]);
            top.Add([.. row.Cells.Select(c => c.Text)]);
        }

        return top;
    }

    /// <summary>Any row may be the header that somebody settled: its words need not mean anything to us.</summary>
    private ImportSheetLayout? Settled(ImportSheetLayout sheet)
    {
        if (choices.Mappings.Count + remembered.Count == 0)
            return null;
        var shown = Enumerable.Range(0, sheet.Top.Count).Select(row => HeaderDetector.At(sheet.Top, sheet.Merged, row));
        List<HeaderLayout> headers = [.. sheet.Layout is null ? shown : shown.Prepend(sheet.Layout)];
        if (headers.Find(h => Chosen(h) is { Columns.Count: > 0 }) is { } chosen)
            return Read(chosen, Chosen(chosen)!, isRemembered: false);
        return headers.Find(h => Chosen(h) is null && Earlier(h) is { Columns.Count: > 0 }) is { } known ? Read(known, Earlier(known)!, isRemembered: true) : null;

        ColumnMapping? Chosen(HeaderLayout header) => choices.Mappings.GetValueOrDefault(header.Fingerprint);

        ColumnMapping? Earlier(HeaderLayout header) => remembered.TryGetValue(header.Fingerprint, out var json) ? JsonSerializer.Deserialize<ColumnMapping>(json) : null;

        ImportSheetLayout Read(HeaderLayout header, ColumnMapping mapping, bool isRemembered) =>
            sheet with { Kind = SheetKind.Entries, Layout = header.ApplyCorrection(mapping), Remembered = isRemembered, Settled = true, Note = null };
    }
}

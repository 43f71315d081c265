using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Policy;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Everything a workbook says: the sheets and what they were taken for, the entries, and the errors of its cells.</summary>
internal sealed record WorkbookReading(IReadOnlyList<ImportSheetLayout> Layouts, List<ImportRow> Rows, List<ImportError> Errors);

/// <summary>Reads a workbook from front to back: finds the tables, reads their rows, joins 信息项 to their entries.</summary>
internal sealed class WorkbookAnalyzer(JurisdictionPolicy policy, Func<HeaderLayout, ColumnMapping?> remembered, ColumnMapping? chosen, IProgress<ImportProgress>? progress)
{
    private const int ProgressEvery = 2000;

    private readonly EntryRowReader _reader = new(policy);
    private readonly List<ImportRow> _rows = [];
    private readonly List<ImportError> _errors = [];

    /// <returns>The reading, or the reason why the file cannot be used.</returns>
    public (WorkbookReading? Reading, ImportRefusal? Refusal) Read(WorkbookReader workbook, CancellationToken cancellationToken)
    {
        if (TemplateMark.Check(workbook, TemplateMark.Catalogue, ImportRequest.Kind.Name, policy, cancellationToken) is { } foreign)
            return (null, foreign);
        var layouts = workbook.Sheets.Where(s => !s.Hidden).Select(s => (Sheet: s, Layout: Recognise(s, cancellationToken))).ToList();
        if (layouts.TrueForAll(l => l.Layout.Kind != SheetKind.Entries))
            return (null, new ImportRefusal("NotACatalogue", $"「{workbook.FileName}」里没有找到目录表。{string.Join(string.Empty, layouts.Select(l => l.Layout.Note).Where(n => n is not null).Take(2))}"));
        foreach (var (sheet, layout) in layouts.Where(l => l.Layout.Kind == SheetKind.Entries))
        {
            if (layout.Layout!.Mapping.Validate() is { Count: > 0 } problems)
                return (null, new ImportRefusal("BadMapping", string.Concat(problems)));
            ReadEntries(sheet, layout.Layout, cancellationToken);
        }

        foreach (var (sheet, layout) in layouts.Where(l => l.Layout.Kind == SheetKind.Items && l.Layout.Layout!.Mapping.Validate(SheetKind.Items).Count == 0))
            ReadItems(sheet, layout.Layout!, cancellationToken);
        return _rows.Count == 0
            ? (null, new ImportRefusal("NoRows", $"「{workbook.FileName}」只有表头，没有数据行。"))
            : (new WorkbookReading([.. layouts.Select(l => l.Layout)], _rows, _errors), null);
    }

    private ImportSheetLayout Recognise(WorkbookSheet sheet, CancellationToken cancellationToken)
    {
        var top = new List<IReadOnlyList<string>>();
        foreach (var row in sheet.ReadRows(cancellationToken).TakeWhile(r => r.Number <= HeaderDetector.RowsLookedAt))
        {
            while (top.Count < row.Number - 1)
                top.Add([]);
            top.Add([.. row.Cells.Select(c => c.Text)]);
        }

        var merged = sheet.ReadMerges().Where(m => m.FirstRow <= HeaderDetector.RowsLookedAt)
            .Select(m => new Domain.Catalogue.Import.MergedRange(m.FirstRow - 1, m.FirstColumn - 1, m.LastRow - 1, m.LastColumn - 1)).ToList();
        var detection = HeaderDetector.Detect(top, merged);
        var kind = SheetClassifier.Classify(sheet.Name, top, detection);
        if (detection.Layout is not { } layout || kind is not (SheetKind.Entries or SheetKind.Items))
            return new ImportSheetLayout(sheet.Name, kind, null, false, detection.Sentence);
        var corrected = kind == SheetKind.Entries ? chosen ?? remembered(layout) : null;
        return new ImportSheetLayout(sheet.Name, kind, corrected is null ? layout : layout.ApplyCorrection(corrected), corrected is not null && chosen is null, null);
    }

    private void ReadEntries(WorkbookSheet sheet, HeaderLayout layout, CancellationToken cancellationToken)
    {
        var cells = new RowCells(sheet.Name, layout, _errors);
        ImportRow? above = null;
        foreach (var row in sheet.ReadRows(cancellationToken))
        {
            if (row.Number <= layout.FirstDataRow)
                continue;
            cells.MoveTo(row);
            if (!ImportableFields.All.Any(f => cells.Has(f) && cells.Peek(f)))
                continue;
            // A merged name, or none: the row adds a 信息项 to the entry above it.
            if (above is not null && !cells.Peek(CatalogueField.Name) && cells.Peek(CatalogueField.ItemName))
            {
                Append(above, cells);
                continue;
            }

            var read = _reader.Read(cells);
            if (above is not null && IsFurtherItem(above, read))
            {
                above.Content = above.Content with { Items = [.. above.Content.Items, .. read.Content.Items] };
                above.HasError |= read.HasError;
                continue;
            }

            _rows.Add(above = read);
            if (_rows.Count % ProgressEvery == 0)
                progress?.Report(new ImportProgress("读取", _rows.Count, null));
        }
    }

    /// <summary>The same entry again with one more 信息项 and nothing else that differs: how many tools write several items.</summary>
    private static bool IsFurtherItem(ImportRow above, ImportRow row) =>
        row.Content.Items.Count > 0 && above.Content.Items.Count > 0 && row.NameKey == above.NameKey
        && (row.ProviderName is null || row.ProviderName == above.ProviderName) && (row.ProviderCode is null || row.ProviderCode == above.ProviderCode)
        && row.Over(above.Content) with { Items = above.Content.Items } == above.Content;

    private static void Append(ImportRow entry, RowCells cells)
    {
        if (EntryRowReader.ReadItem(cells) is { } item)
            entry.Content = entry.Content with { Items = [.. entry.Content.Items, item] };
        entry.HasError |= cells.HasError;
    }

    private void ReadItems(WorkbookSheet sheet, HeaderLayout layout, CancellationToken cancellationToken)
    {
        var byName = _rows.ToLookup(r => r.NameKey, StringComparer.Ordinal);
        var byCode = _rows.Where(r => r.Content.Code is not null).ToLookup(r => r.Content.Code!, StringComparer.Ordinal);
        var cells = new RowCells(sheet.Name, layout, _errors);
        ImportRow? entry = null;
        foreach (var row in sheet.ReadRows(cancellationToken))
        {
            if (row.Number <= layout.FirstDataRow)
                continue;
            cells.MoveTo(row);
            var (name, code) = (cells.Text(CatalogueField.Name), cells.Text(CatalogueField.Code));
            if (name is not null || code is not null)
                entry = (code is not null ? byCode[code] : byName[NameKey.Of(name)]).FirstOrDefault();
            if (entry is null)
                cells.Fail(CatalogueField.Name, "ItemOfUnknownEntry", $"信息项所属的目录「{name ?? code}」不在本文件的目录表中，请核对名称。");
            else
                Append(entry, cells);
        }
    }
}

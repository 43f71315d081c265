using DataBureau.Domain;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Policy;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Everything a workbook says: the sheets and what they were taken for, the entries, the errors of its cells, and what comes in but not quite as it stands.</summary>
internal sealed record WorkbookReading(IReadOnlyList<ImportSheetLayout> Layouts, List<ImportRow> Rows, List<ImportError> Errors, List<ImportError> Warnings, List<SkippedRow> Skipped)
{
    /// <summary>Records an error of an entry, on the cell of a field where its sheet has that column.</summary>
    public void Fail(ImportRow row, CatalogueField field, string? value, string code, string sentence)
    {
        row.HasError = true;
        var column = Layouts.First(l => l.Sheet == row.Sheet).Layout!.Find(field);
        Errors.Add(new ImportError(row.Sheet, row.Number, column?.Index + 1, column?.Title ?? field.ChineseName(), value, code, sentence));
    }
}

/// <summary>Reads a workbook from front to back: finds the tables, reads their rows, joins 信息项 to their entries.</summary>
internal sealed class WorkbookAnalyzer(JurisdictionPolicy policy, Func<HeaderLayout, ColumnMapping?> remembered, ColumnMapping? chosen, IProgress<ImportProgress>? progress)
{
    private const int ProgressEvery = 2000;

    private readonly EntryRowReader _reader = new(policy);
    private readonly List<ImportRow> _rows = [];
    private readonly List<ImportError> _errors = [];
    private readonly List<ImportError> _warnings = [];
    private readonly List<SkippedRow> _skipped = [];

    /// <returns>The reading, or the reason why the file cannot be used.</returns>
    public (WorkbookReading? Reading, ImportRefusal? Refusal) Read(WorkbookReader workbook, CancellationToken cancellationToken)
    {
        if (TemplateMark.Check(workbook, TemplateMark.Catalogue, ImportRequest.Kind.Name, policy, cancellationToken) is { } foreign)
            return (null, foreign);
        var layouts = Settle([.. workbook.Sheets.Where(s => !s.Hidden).Select(s => (s, Recognise(s, cancellationToken)))]);
        if (layouts.TrueForAll(l => l.Layout.Kind != SheetKind.Entries))
            return (null, new ImportRefusal("NotACatalogue", $"「{workbook.FileName}」里没有找到目录表。{string.Join(string.Empty, layouts.Select(l => l.Layout.Note).Where(n => n is not null).Take(2))}"));
        foreach (var (sheet, layout) in layouts.Where(l => l.Layout.Kind == SheetKind.Entries))
        {
            if (layout.Layout!.Mapping.Validate() is { Count: > 0 } problems)
                return (null, new ImportRefusal("BadMapping", string.Concat(problems)));
            ReadEntries(sheet, layout.Layout, cancellationToken);
        }

        var items = new ItemSheetReader(_rows, _errors, _warnings, _skipped);
        foreach (var (sheet, layout) in layouts.Where(l => l.Layout.Kind == SheetKind.Items && l.Layout.Layout!.Mapping.Validate(SheetKind.Items).Count == 0))
            items.Read(sheet, layout.Layout!, cancellationToken);
        return _rows.Count == 0
            ? (null, new ImportRefusal("NoRows", $"「{workbook.FileName}」只有表头，没有数据行。"))
            : (new WorkbookReading([.. layouts.Select(l => l.Layout)], _rows, _errors, _warnings, _skipped), null);
    }

    private static ImportSheetLayout Recognise(WorkbookSheet sheet, CancellationToken cancellationToken)
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
        return new ImportSheetLayout(sheet.Name, kind, layout, false, null) { Top = top };
    }

    /// <summary>What only the sheets together tell: beside entries, a sheet of items may name the provider too. Then what people said of the columns.</summary>
    private List<(WorkbookSheet Sheet, ImportSheetLayout Layout)> Settle(List<(WorkbookSheet Sheet, ImportSheetLayout Layout)> layouts)
    {
        var entries = layouts.Exists(l => l.Layout is { Kind: SheetKind.Entries, Layout.IsOfItemsAlone: false });
        return [.. layouts.Select(l => (l.Sheet, l.Layout.Kind != SheetKind.Entries ? l.Layout
            : entries && l.Layout.Layout!.IsOfItemsAlone ? l.Layout with { Kind = SheetKind.Items }
            : Correct(l.Layout)))];
    }

    private ImportSheetLayout Correct(ImportSheetLayout sheet) => (chosen ?? remembered(sheet.Layout!)) is { } mapping
        ? sheet with { Layout = sheet.Layout!.ApplyCorrection(mapping), Remembered = chosen is null }
        : sheet;

    private void ReadEntries(WorkbookSheet sheet, HeaderLayout layout, CancellationToken cancellationToken)
    {
        var cells = new RowCells(sheet.Name, layout, _errors, _warnings);
        ImportRow? above = null;
        WorkbookRow first = default;
        foreach (var row in sheet.ReadRows(cancellationToken))
        {
            if (row.Number <= layout.FirstDataRow)
                continue;
            cells.MoveTo(row);
            if (cells.IsBlank)
                continue;
            if (TableFooter.LabelOf(row.Cells, static c => c.Text) is { } label)
            {
                _skipped.Add(new SkippedRow(sheet.Name, row.Number, label));
                continue;
            }

            cells.Warn();
            // A merged name, or none, and nothing else of its own: the row adds a 信息项 to the entry above it.
            if (above is not null && !cells.Peek(CatalogueField.Name) && cells.Peek(CatalogueField.ItemName) && cells.AddsNothingTo(first))
            {
                ItemSheetReader.Append(above, cells);
                continue;
            }

            var read = _reader.Read(cells);
            if (above is not null && IsFurtherItem(above, read))
            {
                above.TryAddItem(read.Content.Items[0]);
                above.HasError |= read.HasError;
                continue;
            }

            (above, first) = (read, row);
            _rows.Add(read);
            if (_rows.Count % ProgressEvery == 0)
                progress?.Report(new ImportProgress("读取", _rows.Count, null));
        }
    }

    /// <summary>
    /// The same entry again with another 信息项 and nothing else that differs: how many tools write several items. With an item
    /// that the entry has already it is a row written twice, and stays a row of its own, to be told of its twin.
    /// </summary>
    private static bool IsFurtherItem(ImportRow above, ImportRow row) =>
        row.Content.Items.Count > 0 && above.Content.Items.Count > 0 && row.NameKey == above.NameKey
        && (row.ProviderName is null || row.ProviderName == above.ProviderName) && (row.ProviderCode is null || row.ProviderCode == above.ProviderCode)
        && row.Over(above.Content) with { Items = above.Content.Items } == above.Content && !above.HasItem(row.Content.Items[0].Name);
}

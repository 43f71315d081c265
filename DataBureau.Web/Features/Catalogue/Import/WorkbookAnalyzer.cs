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
internal sealed class WorkbookAnalyzer(JurisdictionPolicy policy, SheetRecogniser recogniser, IProgress<ImportProgress>? progress)
{
    private const int ProgressEvery = 2000;

    private readonly EntryRowReader _reader = new(policy);
    private readonly List<ImportRow> _rows = [];
    private readonly List<ImportError> _errors = [];
    private readonly List<ImportError> _warnings = [];
    private readonly List<SkippedRow> _skipped = [];

    /// <returns>The reading; or the reason why the file cannot be used, with the sheets as far as a person can put them right.</returns>
    public (WorkbookReading? Reading, ImportRefusal? Refusal, IReadOnlyList<ImportSheetLayout> Layouts) Read(WorkbookReader workbook, CancellationToken cancellationToken)
    {
        if (TemplateMark.Check(workbook, TemplateMark.Catalogue, ImportRequest.Kind.Name, policy, cancellationToken) is { } foreign)
            return (null, foreign, []);
        var sheets = Settle([.. workbook.Sheets.Where(s => !s.Hidden).Select(s => (s, recogniser.Recognise(s, cancellationToken)))]);
        List<ImportSheetLayout> layouts = [.. sheets.Select(l => l.Layout)];
        if (layouts.TrueForAll(l => l.Kind != SheetKind.Entries))
            return (null, new ImportRefusal("NotACatalogue", ImportWords.NotACatalogue(workbook.FileName, layouts)), layouts);
        foreach (var (sheet, layout) in sheets.Where(l => l.Layout.Kind == SheetKind.Entries))
        {
            if (layout.Layout!.Mapping.Validate() is { Count: > 0 } problems)
                return (null, new ImportRefusal("BadMapping", string.Concat(problems)), layouts);
            ReadEntries(sheet, layout.Layout, cancellationToken);
        }

        var items = new ItemSheetReader(_rows, _errors, _warnings, _skipped);
        foreach (var (sheet, layout) in sheets.Where(l => l.Layout.Kind == SheetKind.Items && l.Layout.Layout!.Mapping.Validate(SheetKind.Items).Count == 0))
            items.Read(sheet, layout.Layout!, cancellationToken);
        return _rows.Count == 0
            ? (null, new ImportRefusal("NoRows", $"「{workbook.FileName}」只有表头，没有数据行。"), layouts)
            : (new WorkbookReading(layouts, _rows, _errors, _warnings, _skipped), null, layouts);
    }

    /// <summary>What only the sheets together tell: beside entries, a sheet of items may name the provider too. What a person settled stays.</summary>
    private static List<(WorkbookSheet Sheet, ImportSheetLayout Layout)> Settle(List<(WorkbookSheet Sheet, ImportSheetLayout Layout)> sheets)
    {
        var entries = sheets.Exists(l => l.Layout is { Kind: SheetKind.Entries, Layout.IsOfItemsAlone: false });
        return [.. sheets.Select(l => (l.Sheet, entries && l.Layout is { Kind: SheetKind.Entries, Settled: false, Layout.IsOfItemsAlone: true } ? l.Layout with { Kind = SheetKind.Items } : l.Layout))];
    }

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

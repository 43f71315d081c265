using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>The cells of one row by field, with the place to write errors to.</summary>
internal sealed class RowCells(string sheet, HeaderLayout layout, List<ImportError> errors, List<ImportError> warnings)
{
    private readonly int[] _columns = [.. ImportableFields.All.Select(f => layout.Mapping.ColumnOf(f) ?? -1)];
    private readonly int[] _read = [.. layout.Mapping.Columns.Select(a => a.Column)];
    private readonly int[] _ofEntry = [.. layout.Mapping.Columns.Where(a => !a.Field.IsOfItem()).Select(a => a.Column)];
    private readonly int[] _deeper = [.. layout.Mapping.ColumnsOf(CatalogueField.ClassLevelDeeper)];
    private readonly Dictionary<int, string> _titles = layout.Columns.ToDictionary(c => c.Index, c => c.Title);
    private WorkbookRow _row;

    public bool HasError { get; private set; }

    public string Sheet => sheet;

    public int Number => _row.Number;

    public void MoveTo(WorkbookRow row) => (_row, HasError) = (row, false);

    /// <summary>Whether no cell that is read holds anything.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (var column in _read)
                if (Holds(_row.Column(column + 1)))
                    return false;
            return true;
        }
    }

    public bool Has(CatalogueField field) => _columns[(int)field] >= 0;

    /// <summary>Whether the field's cell holds anything at all.</summary>
    public bool Peek(CatalogueField field) => _columns[(int)field] is var column and >= 0 && Holds(_row.Column(column + 1));

    /// <summary>Whether the row says of an entry nothing but what the other row says of it: each of its cells is blank, merged or the same.</summary>
    public bool AddsNothingTo(WorkbookRow entry)
    {
        foreach (var column in _ofEntry)
        {
            var cell = _row.Column(column + 1);
            if (Holds(cell) && (cell.Text != entry.Column(column + 1).Text || cell.Flags.HasFlag(CellFlags.FormulaWithoutValue)))
                return false;
        }

        return true;
    }

    /// <summary>The text of a field's cell, or null when it is blank, not mapped or not readable; what is unreadable is an error.</summary>
    public string? Text(CatalogueField field)
    {
        if (_columns[(int)field] is var column && column < 0)
            return null;
        var cell = _row.Column(column + 1);
        if (cell.Kind == CellKind.Error)
            return Fail(field, "ExcelError", $"单元格是 Excel 错误值 {cell.Text}，请改成实际内容。");
        if (cell.Flags.HasFlag(CellFlags.FormulaWithoutValue))
            return Fail(field, "FormulaWithoutValue", "单元格是没有计算结果的公式。请在 Excel 中打开并保存一次，或改成实际内容。");
        if (cell.Flags.HasFlag(CellFlags.TooLong))
            return Fail(field, "TooLong", "单元格内容超过 Excel 允许的长度，已被截断，请精简。");
        return cell.Text.Length == 0 ? null : cell.Text;
    }

    public bool IsPrecisionLost(CatalogueField field) => _columns[(int)field] is var column and >= 0 && _row.Column(column + 1).Flags.HasFlag(CellFlags.PrecisionLost);

    /// <summary>The levels of the classification, upper first, blank ones left out.</summary>
    public IEnumerable<string> ClassificationLevels()
    {
        for (var field = CatalogueField.ClassLevel1; field <= CatalogueField.ClassLevel4; field++)
            if (Text(field) is { } level)
                yield return level;
        foreach (var column in _deeper)
            if (_row.Column(column + 1) is { Text.Length: > 0 } cell)
                yield return cell.Text;
    }

    /// <summary>Tells of the cells of the row that come in without something that stands in them.</summary>
    public void Warn()
    {
        foreach (var column in _read)
            if (_row.Column(column + 1).Flags.HasFlag(CellFlags.HadControlCharacters))
                warnings.Add(At(column, "ControlCharacters", "单元格里有看不见的字符（控制字符或零宽空格），导入时已去掉。请核对内容是否完整。"));
    }

    /// <summary>Records an error on a field's cell. Returns null, which is what the reader goes on with.</summary>
    public string? Fail(CatalogueField field, string code, string sentence)
    {
        HasError = true;
        var column = _columns[(int)field];
        errors.Add(column < 0
            ? new ImportError(sheet, Number, null, string.Empty, null, code, sentence)
            : At(column, code, sentence));
        return null;
    }

    // What was nothing but invisible characters is as good as blank.
    private static bool Holds(CellValue cell) => cell.Kind != CellKind.Empty || (cell.Flags & ~CellFlags.HadControlCharacters) != CellFlags.None;

    private ImportError At(int column, string code, string sentence) =>
        new(sheet, Number, column + 1, _titles.GetValueOrDefault(column, string.Empty), _row.Column(column + 1).Text, code, sentence);
}

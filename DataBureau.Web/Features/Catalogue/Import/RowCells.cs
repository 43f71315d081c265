using DataBureau.Domain.Catalogue.Import;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>The cells of one row by field, with the place to write errors to.</summary>
internal sealed class RowCells(string sheet, HeaderLayout layout, List<ImportError> errors)
{
    private readonly int[] _columns = [.. ImportableFields.All.Select(f => layout.Mapping.ColumnOf(f) ?? -1)];
    private readonly int[] _deeper = [.. layout.Mapping.ColumnsOf(CatalogueField.ClassLevelDeeper)];
    private readonly Dictionary<int, string> _titles = layout.Columns.ToDictionary(c => c.Index, c => c.Title);
    private WorkbookRow _row;

    public bool HasError { get; private set; }

    public string Sheet => sheet;

    public int Number => _row.Number;

    public void MoveTo(WorkbookRow row) => (_row, HasError) = (row, false);

    public bool Has(CatalogueField field) => _columns[(int)field] >= 0;

    /// <summary>Whether the field's cell holds anything at all.</summary>
    public bool Peek(CatalogueField field) => _columns[(int)field] is var column and >= 0 && !_row.Column(column + 1).IsBlank;

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
            if (_row.Column(column + 1) is { IsBlank: false } cell)
                yield return cell.Text;
    }

    /// <summary>Records an error on a field's cell. Returns null, which is what the reader goes on with.</summary>
    public string? Fail(CatalogueField field, string code, string sentence)
    {
        HasError = true;
        var column = _columns[(int)field];
        errors.Add(column < 0
            ? new ImportError(sheet, Number, null, string.Empty, null, code, sentence)
            : new ImportError(sheet, Number, column + 1, _titles.GetValueOrDefault(column, string.Empty), _row.Column(column + 1).Text, code, sentence));
        return null;
    }
}

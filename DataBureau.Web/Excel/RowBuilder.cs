namespace DataBureau.Web.Excel;

/// <summary>Collects the cells of one row; only cells with a value cost memory or count against the column limit.</summary>
internal sealed class RowBuilder(string sheet, int maxColumns)
{
    private CellValue[] _cells = new CellValue[Math.Min(maxColumns, 32)];
    private int _count;

    /// <param name="column">From 0.</param>
    /// <param name="row">Only for the sentence.</param>
    /// <param name="value">Ignored when blank.</param>
    public void Set(int column, int row, CellValue value)
    {
        if (value.IsBlank) return;
        if (column >= maxColumns)
            throw new WorkbookReadException(WorkbookRefusals.TooManyColumns(sheet, row, XlsxParts.ColumnName(column + 1), maxColumns));
        if (column >= _cells.Length) Array.Resize(ref _cells, Math.Min(maxColumns, Math.Max(column + 1, _cells.Length * 2)));
        _cells[column] = value;
        if (column >= _count) _count = column + 1;
    }

    /// <summary>The row, if any cell of it had a value; then starts afresh.</summary>
    public bool TryTake(int number, out WorkbookRow row)
    {
        row = default;
        if (_count == 0) return false;
        var used = _cells.AsSpan(0, _count);
        row = new WorkbookRow(number, used.ToArray());
        used.Clear();
        _count = 0;
        return true;
    }
}

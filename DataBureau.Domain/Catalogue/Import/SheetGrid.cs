namespace DataBureau.Domain.Catalogue.Import;

/// <summary>The first rows of a sheet with its merged ranges, addressed like a sheet: outside there is only emptiness.</summary>
internal sealed class SheetGrid(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<MergedRange> merged)
{
    public int RowCount => rows.Count;

    public int ColumnCount { get; } = rows.Count == 0 ? 0 : rows.Max(r => r.Count);

    public bool HasMergedRanges => merged.Count > 0;

    public bool IsEmpty => rows.All(r => r.All(string.IsNullOrWhiteSpace));

    public string Own(int row, int column)
    {
        var cells = row < rows.Count ? rows[row] : [];
        return column < cells.Count ? (cells[column] ?? string.Empty).Trim() : string.Empty;
    }

    /// <summary>The text that is seen at a cell: that of the merged range it is part of.</summary>
    public string Seen(int row, int column) => MergedAt(row, column) is { } range ? Own(range.FirstRow, range.FirstColumn) : Own(row, column);

    public MergedRange? MergedAt(int row, int column)
    {
        foreach (var range in merged)
        {
            if (range.Contains(row, column))
                return range;
        }

        return null;
    }

    /// <summary>The cells of a row that carry text of their own.</summary>
    public IEnumerable<(int Column, string Text)> Filled(int row)
    {
        for (var column = 0; column < ColumnCount; column++)
        {
            if (Own(row, column) is { Length: > 0 } text)
                yield return (column, text);
        }
    }
}

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>
/// Which row looks most like a header where no word of it is known: the first with nearly the most labels of all, and rows of like
/// width below it. Titles and instructions stand alone in their row; data have numbers and dates, and come after their header.
/// </summary>
public static class HeaderProposal
{
    private const int FewestLabels = 2;
    private const int RowsBelow = 3;

    // Less than all: a header may leave a column out that the rows below it fill with words.
    private const double NearlyTheMost = 0.75;

    /// <param name="rows">The first rows of the sheet.</param>
    /// <param name="merged">Its merged ranges; empty for a CSV.</param>
    /// <returns>0-based; null when no row is a header of anything.</returns>
    public static int? Propose(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<MergedRange> merged)
    {
        var grid = new SheetGrid([.. rows.Take(HeaderDetector.RowsLookedAt)], merged);
        var labels = Enumerable.Range(0, grid.RowCount).Select(row => LabelsOf(grid, row)).ToList();
        var counted = labels.Select((count, row) => count >= FewestLabels && IsFollowed(grid, row) ? count : 0).ToList();
        var most = counted.DefaultIfEmpty().Max();
        return most == 0 ? null : Lowest(grid, counted.FindIndex(count => count >= most * NearlyTheMost));
    }

    /// <summary>A header that reaches down beside a group row: the row above the data is the one below.</summary>
    private static int Lowest(SheetGrid grid, int row) => grid.Filled(row + 1).Any()
        && Enumerable.Range(0, grid.ColumnCount).Any(column => grid.MergedAt(row, column) is { } range && range.FirstColumn == range.LastColumn && range.LastRow > row) ? row + 1 : row;

    private static int LabelsOf(SheetGrid grid, int row) =>
        Enumerable.Range(0, grid.ColumnCount).Select(column => HeaderText.Normalise(Seen(grid, row, column))).Where(IsLabel).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The row under a group row has headers that reach down into it.</summary>
    private static string Seen(SheetGrid grid, int row, int column) =>
        grid.MergedAt(row, column) is { } range && range.FirstColumn == range.LastColumn ? grid.Seen(row, column) : grid.Own(row, column);

    /// <summary>「填报单位：…」 is about the sheet, and a number or a date is of the data.</summary>
    private static bool IsLabel(string text) => text.Length is > 0 and <= HeaderText.LongestHeader && !text.Contains(':', StringComparison.Ordinal)
        && text.Any(char.IsLetter) && !DateParser.Parse(text).HasValue;

    private static bool IsFollowed(SheetGrid grid, int row)
    {
        var width = grid.Filled(row).Count();
        return Enumerable.Range(row + 1, grid.RowCount - row - 1).Select(below => grid.Filled(below).Count()).Where(filled => filled > 0)
            .Take(RowsBelow).Any(filled => filled >= FewestLabels && filled * 2 >= width);
    }
}

namespace DataBureau.Domain.Catalogue.Import;

/// <summary>One or two rows that might be the header, with what each column would then be.</summary>
internal sealed record HeaderCandidate(int FirstRow, int LastRow, IReadOnlyList<HeaderColumn> Columns, int Groups)
{
    /// <summary>How many fields it names.</summary>
    public int Score => Columns.Where(c => c.Field is not null).Select(c => c.Field).Distinct().Count();

    public bool Has(CatalogueField field) => Columns.Any(c => c.Field == field);

    /// <summary>Enough to tell one entry from another, or to which entry an item belongs.</summary>
    public bool IsUsable => Score >= 2 && (Has(CatalogueField.Name) || (Has(CatalogueField.ItemName) && Has(CatalogueField.Code)));

    public static IEnumerable<HeaderCandidate> All(SheetGrid grid)
    {
        for (var row = 0; row < grid.RowCount; row++)
        {
            yield return Single(grid, row);
            if (row + 1 < grid.RowCount && Double(grid, row) is { Groups: > 0 } two)
                yield return two;
        }
    }

    /// <summary>The row, with a group row above it where merged ranges show that there is one.</summary>
    public static HeaderCandidate EndingAt(SheetGrid grid, int row) =>
        row > 0 && grid.HasMergedRanges && Double(grid, row - 1) is { Groups: > 0 } two ? two : Single(grid, row);

    private static HeaderCandidate Single(SheetGrid grid, int row) =>
        new(row, row, HeaderClaims.Settle([.. grid.Filled(row).Select(c => (c.Column, (string?)null, c.Text))]), 0);

    /// <summary>A group row over a row of leaves. Without merged ranges (a CSV) a group reaches to the next text of its row.</summary>
    private static HeaderCandidate Double(SheetGrid grid, int row)
    {
        var texts = new List<(int, string?, string)>();
        var groups = new HashSet<string>(StringComparer.Ordinal);
        string? reaching = null;
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var range = grid.MergedAt(row, column);
            var (above, leaf) = (grid.Seen(row, column), grid.Own(row + 1, column));
            if (grid.Own(row, column).Length > 0)
                reaching = leaf.Length > 0 && IsGroupText(grid, row, above) ? above : null;
            if (range is { } tall && tall.Contains(row + 1, column))
                leaf = string.Empty;
            if (leaf.Length > 0)
            {
                var group = IsGroup(grid, row, range, above, leaf) ? above : above.Length == 0 && !grid.HasMergedRanges ? reaching : null;
                if (group is not null)
                    groups.Add(group);
                texts.Add((column, group is null ? null : HeaderText.Shown(group), leaf));
            }
            else if (above.Length > 0 && (range is null || range.Value.FirstColumn == column))
            {
                texts.Add((column, null, above));
            }
        }

        return new(row, row + 1, HeaderClaims.Settle(texts), groups.Count);
    }

    /// <summary>A cell that is not merged is a group only where that gives the leaf a meaning; it may as well be 填报单位 and its name.</summary>
    private static bool IsGroup(SheetGrid grid, int row, MergedRange? range, string text, string leaf) => IsGroupText(grid, row, text)
        && (range is { } wide ? wide.FirstRow == row && wide.LastRow == row : HeaderSynonyms.Find(text, leaf).Match == HeaderMatch.Grouped);

    /// <summary>A title or an instruction stands alone in its row or is long, and 「填报日期：」 is no group either.</summary>
    private static bool IsGroupText(SheetGrid grid, int row, string text) => text.Length > 0
        && HeaderText.Normalise(text).Length <= HeaderText.LongestHeader / 2 && !CellText.ToHalfWidth(text).Contains(':', StringComparison.Ordinal) && grid.Filled(row).Take(2).Count() == 2;
}

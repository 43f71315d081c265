namespace DataBureau.Domain.Catalogue.Import;

/// <summary>
/// Finds the header of a catalogue sheet under titles, instructions, group rows and blank rows: of all single rows and pairs of
/// rows the one that names the most fields. It proposes; the person who imports confirms or corrects.
/// </summary>
public static class HeaderDetector
{
    /// <summary>Rows that are looked at; the header of a real template is among the first five.</summary>
    public const int RowsLookedAt = 30;

    /// <param name="rows">The first rows of the sheet.</param>
    /// <param name="merged">Its merged ranges; empty for a CSV.</param>
    public static HeaderDetection Detect(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<MergedRange> merged)
    {
        var grid = new SheetGrid([.. rows.Take(RowsLookedAt)], merged);
        if (grid.IsEmpty)
            return new HeaderDetection.NoTable();
        var candidates = HeaderCandidate.All(grid).ToList();
        var best = Best(grid, candidates.Where(c => c.IsUsable));
        if (FormShape.IsForm(grid, best ?? Best(grid, candidates)))
            return new HeaderDetection.Form(Labels(candidates));
        return best is not null ? new HeaderDetection.Found(Describe(grid, best, KindOf(best))) : Refuse(candidates);
    }

    /// <summary>The layout of a sheet of entries whose header a person has shown, whatever its words are.</summary>
    /// <param name="rows">The first rows of the sheet.</param>
    /// <param name="merged">Its merged ranges; empty for a CSV.</param>
    /// <param name="row">The row right above the data, 0-based.</param>
    public static HeaderLayout At(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<MergedRange> merged, int row)
    {
        var grid = new SheetGrid([.. rows.Take(RowsLookedAt)], merged);
        return Describe(grid, HeaderCandidate.EndingAt(grid, row), SheetKind.Entries);
    }

    /// <summary>
    /// On a tie the earlier row, and of a pair and its own leaf row the pair where merged ranges show that it is one: without
    /// them the row above may be about the sheet, and would make the fingerprint differ from workbook to workbook.
    /// </summary>
    private static HeaderCandidate? Best(SheetGrid grid, IEnumerable<HeaderCandidate> candidates) =>
        candidates.OrderByDescending(c => c.Score).ThenBy(c => c.LastRow).ThenByDescending(c => grid.HasMergedRanges ? c.Groups : -c.Groups).FirstOrDefault();

    private static HeaderLayout Describe(SheetGrid grid, HeaderCandidate header, SheetKind kind)
    {
        var first = header.LastRow + 1;
        if (IsNumbering(grid, first))
            first++;
        var columns = (kind == SheetKind.Items ? HeaderClaims.OfItems(header.Columns) : header.Columns).ToList();
        // A column of data without a header would otherwise vanish without a word.
        foreach (var column in Enumerable.Range(0, grid.ColumnCount).Except(columns.Select(c => c.Index)).ToList())
        {
            if (Enumerable.Range(first, Math.Max(0, grid.RowCount - first)).Any(row => grid.Own(row, column).Length > 0))
                columns.Add(new(column, string.Empty, null, null, HeaderMatch.None, "有数据而没有表头，不读取。"));
        }

        columns.Sort((a, b) => a.Index.CompareTo(b.Index));
        return new(kind, [.. Enumerable.Range(header.FirstRow, header.LastRow - header.FirstRow + 1)], first, columns, HeaderLayout.FingerprintOf(columns));
    }

    /// <summary>Items that name their entry and say nothing else about it have a sheet of their own.</summary>
    private static SheetKind KindOf(HeaderCandidate header) =>
        header.Has(CatalogueField.ItemName) && !header.Has(CatalogueField.Abstract) && !header.Has(CatalogueField.ProviderName) && !header.Has(CatalogueField.UpdateFrequency)
            ? SheetKind.Items
            : SheetKind.Entries;

    /// <summary>Printed tables number their columns 1, 2, 3 … in the row below the header.</summary>
    private static bool IsNumbering(SheetGrid grid, int row)
    {
        var cells = grid.Filled(row).Select(c => HeaderText.Normalise(c.Text).Trim('(', ')')).ToList();
        return cells.Count >= 3 && cells.Select((text, i) => text == (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(same => same);
    }

    private static HeaderDetection.NotACatalogue Refuse(List<HeaderCandidate> candidates)
    {
        var nearest = candidates.OrderByDescending(c => c.Score).ThenByDescending(c => c.FirstRow == c.LastRow)
            .ThenByDescending(c => c.Columns.Count(h => h.Text.Length <= HeaderText.LongestHeader)).ThenBy(c => c.FirstRow).First();
        return new([.. nearest.Columns.Where(c => c.Text.Length <= HeaderText.LongestHeader).Select(c => c.Title)], [.. nearest.Columns.Where(c => c.Field is not null).Select(c => c.Title)]);
    }

    private static IReadOnlyList<string> Labels(List<HeaderCandidate> candidates) =>
        [.. candidates.Where(c => c.FirstRow == c.LastRow).SelectMany(c => c.Columns).Where(c => c.Field is not null).Select(c => c.Text).Distinct(StringComparer.Ordinal)];
}

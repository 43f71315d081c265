using System.IO.Compression;

namespace DataBureau.Web.Excel;

/// <summary>A list as it should look in Excel: one declaration, used by <see cref="XlsxTableWriter"/>.</summary>
/// <param name="SheetName">Characters Excel forbids are replaced; further sheets get （2）, （3） … appended.</param>
/// <param name="Columns">From left to right; at least one.</param>
public sealed record XlsxTable<TRow>(string SheetName, IReadOnlyList<XlsxColumn<TRow>> Columns)
{
    /// <summary>What an .xlsx sheet can hold below one header row.</summary>
    public const int ExcelRowLimit = 1_048_575;

    /// <summary>Lines above the header, one cell each: title, filters, time of export. None by default, so that the file can be imported again.</summary>
    public IReadOnlyList<string> Preamble { get; init; } = [];

    /// <summary>Data rows per sheet before a further sheet is begun.</summary>
    public int MaxRowsPerSheet { get; init; } = ExcelRowLimit;

    /// <summary>Rows above the first row of data.</summary>
    internal int RowsAbove => Preamble.Count + (ShowHeader ? 1 : 0);

    /// <summary>How many rows of data one sheet takes.</summary>
    internal int RowLimit => Math.Min(MaxRowsPerSheet, ExcelRowLimit + 1 - RowsAbove);

    /// <summary>False writes the rows alone, without header, filter and frozen pane: for copies of foreign sheets.</summary>
    public bool ShowHeader { get; init; } = true;

    /// <summary>Without a header of its own: the row of the copied titles, to be filtered by and printed on every page; 0 for none.</summary>
    public int TitleRow { get; init; }

    public bool Hidden { get; init; }

    /// <summary>Called with the rows so far, about every thousand rows and once at the end.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>
    /// Optimal is the default: Fastest needs a quarter of the time and yields files about twice as large, which on a
    /// bureau's network costs the user more than it saves.
    /// </summary>
    public CompressionLevel Compression { get; init; } = CompressionLevel.Optimal;
}

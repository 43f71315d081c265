namespace DataBureau.Web.Excel;

/// <summary>Exports one list as .xlsx; the usual way for an endpoint to answer a download.</summary>
public static class XlsxTableWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Streams the rows into <paramref name="output"/>, which stays open, and returns how many were written.</summary>
    public static async Task<long> WriteAsync<TRow>(Stream output, XlsxTable<TRow> table, IAsyncEnumerable<TRow> rows, CancellationToken ct = default)
    {
        await using var writer = await XlsxWorkbookWriter.CreateAsync(output, table.Compression, ct);
        var written = await writer.WriteAsync(table, rows, ct);
        await writer.CompleteAsync(ct);
        return written;
    }
}

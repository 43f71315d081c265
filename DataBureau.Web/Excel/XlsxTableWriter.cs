using System.Runtime.CompilerServices;

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

    /// <summary>Streams the rows, and after them their lines on a sheet of their own. The rows are asked for once: both sheets tell of the same.</summary>
    /// <returns>How many rows were written; the lines do not count.</returns>
    public static async Task<long> WriteAsync<TRow>(Stream output, XlsxTable<TRow> table, XlsxDetail<TRow> detail, IAsyncEnumerable<TRow> rows, CancellationToken ct = default)
    {
        await using var lines = new XlsxSpool<(TRow Row, int Line)>(detail.Table);
        await using var writer = await XlsxWorkbookWriter.CreateAsync(output, table.Compression, ct);
        var written = await writer.WriteAsync(table, SpooledAsync(rows, detail, lines, ct), ct);
        await writer.WriteAsync(lines, ct);
        await writer.CompleteAsync(ct);
        return written;
    }

    private static async IAsyncEnumerable<TRow> SpooledAsync<TRow>(IAsyncEnumerable<TRow> rows, XlsxDetail<TRow> detail, XlsxSpool<(TRow Row, int Line)> lines, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct))
        {
            for (var line = 0; line < detail.LinesOf(row); line++)
                await lines.AddAsync((row, line), ct);
            yield return row;
        }
    }
}

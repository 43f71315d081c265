using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace DataBureau.Web.Excel;

/// <summary>
/// Writes a workbook of one or more tables straight to a stream that need not be seekable, and never synchronously (Kestrel forbids
/// it). Nothing is kept but one buffer and a line per sheet. Without <see cref="CompleteAsync"/> the file lacks its workbook part
/// and no program opens it: a broken download cannot pass for a whole one.
/// </summary>
public sealed class XlsxWorkbookWriter : IAsyncDisposable
{
    private const int ProgressEvery = 1_000;
    private const int BlockLength = 64 * 1024;

    private readonly AsyncOnlyStream _output;
    private readonly ZipArchive _archive;
    private readonly CompressionLevel _level;
    private readonly List<XlsxSheetInfo> _sheets = [];

    private XlsxWorkbookWriter(AsyncOnlyStream output, ZipArchive archive, CompressionLevel level)
    {
        _output = output;
        _archive = archive;
        _level = level;
    }

    /// <summary>Begins the file and sends its first bytes before any row has been asked for.</summary>
    public static async Task<XlsxWorkbookWriter> CreateAsync(Stream output, CompressionLevel level = CompressionLevel.Optimal, CancellationToken ct = default)
    {
        var buffered = new AsyncOnlyStream(output);
        var archive = await ZipArchive.CreateAsync(buffered, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        var writer = new XlsxWorkbookWriter(buffered, archive, level);
        await writer.WritePartAsync("_rels/.rels", XlsxParts.RootRelations, ct);
        await writer.WritePartAsync("xl/styles.xml", XlsxParts.Styles, ct);
        await buffered.FlushAsync(ct);
        return writer;
    }

    /// <summary>Writes all rows, over several sheets if need be, and returns how many there were.</summary>
    public async Task<long> WriteAsync<TRow>(XlsxTable<TRow> table, IAsyncEnumerable<TRow> rows, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(table.Columns.Count);
        long total = 0;
        await using var source = rows.GetAsyncEnumerator(ct);
        var more = await source.MoveNextAsync();
        for (var part = 1; part == 1 || more; part++)
        {
            (var written, more) = await WriteSheetAsync(table, source, more, part, total, ct);
            total += written;
        }
        table.Progress?.Invoke(total);
        return total;
    }

    /// <summary>Writes the rows that waited in a spool, over several sheets if need be; without rows the header alone.</summary>
    public async Task WriteAsync<TRow>(XlsxSpool<TRow> spool, CancellationToken ct = default)
    {
        var (table, (rows, parts)) = (spool.Table, await spool.ReadAsync(ct));
        foreach (var (part, number) in parts.Select((p, i) => (p, i + 1)))
        {
            var info = new XlsxSheetInfo(XlsxSheetInfo.UniqueName(table.SheetName, number, _sheets), table.ShowHeader ? table.RowsAbove : 0, table.RowsAbove + part.Rows, table.Columns.Count, table.Hidden);
            await using var stream = await _archive.CreateEntry($"xl/worksheets/sheet{_sheets.Count + 1}.xml", _level).OpenAsync(ct);
            using var buffer = new XlsxSheetBuffer();
            WriteTop(table, buffer);
            await buffer.FlushToAsync(stream, ct);
            await CopyAsync(rows, stream, part.Bytes, ct);
            buffer.Raw(XlsxParts.SheetEnd(info));
            await buffer.FlushToAsync(stream, ct);
            _sheets.Add(info);
        }
    }

    /// <summary>Writes the parts that list the sheets and ends the archive; call it once, after the last table.</summary>
    public async Task CompleteAsync(CancellationToken ct = default)
    {
        await WritePartAsync("xl/workbook.xml", XlsxParts.Workbook(_sheets), ct);
        await WritePartAsync("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelations(_sheets.Count), ct);
        await WritePartAsync("[Content_Types].xml", XlsxParts.ContentTypes(_sheets.Count), ct);
        await _archive.DisposeAsync();
        await _output.FlushAsync(ct);
    }

    /// <summary>Frees the archive; what an unfinished one still has to say is not sent.</summary>
    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    private async Task<(long Written, bool More)> WriteSheetAsync<TRow>(
        XlsxTable<TRow> table, IAsyncEnumerator<TRow> source, bool more, int part, long before, CancellationToken ct)
    {
        var (above, limit) = (table.RowsAbove, table.RowLimit);
        var name = XlsxSheetInfo.UniqueName(table.SheetName, part, _sheets);
        var entry = _archive.CreateEntry($"xl/worksheets/sheet{_sheets.Count + 1}.xml", _level);
        await using var stream = await entry.OpenAsync(ct);
        using var buffer = new XlsxSheetBuffer();
        WriteTop(table, buffer);
        XlsxColumn<TRow>[] columns = [.. table.Columns]; // an enumerator for each row would be most of what is allocated
        long written = 0;
        while (more && written < limit)
        {
            buffer.Raw("<row>"u8);
            foreach (var column in columns) column.Write(buffer, source.Current);
            buffer.Raw("</row>"u8);
            written++;
            if (buffer.IsFull) await buffer.FlushToAsync(stream, ct);
            if (written % ProgressEvery == 0) table.Progress?.Invoke(before + written);
            ct.ThrowIfCancellationRequested();
            more = await source.MoveNextAsync();
        }
        var header = table.ShowHeader ? above : part == 1 && table.TitleRow <= written ? table.TitleRow : 0;
        var info = new XlsxSheetInfo(name, header, above + (int)written, table.Columns.Count, table.Hidden);
        buffer.Raw(XlsxParts.SheetEnd(info));
        await buffer.FlushToAsync(stream, ct);
        _sheets.Add(info);
        return (written, more);
    }

    private static void WriteTop<TRow>(XlsxTable<TRow> table, XlsxSheetBuffer buffer)
    {
        buffer.Raw(XlsxParts.SheetStart(table));
        foreach (var line in table.Preamble)
        {
            buffer.Raw("<row>"u8);
            buffer.Text(line, XlsxStyle.Preamble);
            buffer.Raw("</row>"u8);
        }
        if (!table.ShowHeader) return;
        buffer.Raw("<row ht=\"24\" customHeight=\"1\">"u8);
        foreach (var column in table.Columns) buffer.Text(column.Title, XlsxStyle.Header);
        buffer.Raw("</row>"u8);
    }

    private static async Task CopyAsync(Stream from, Stream to, long length, CancellationToken ct)
    {
        var block = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            for (var rest = length; rest > 0;)
            {
                var read = await from.ReadAsync(block.AsMemory(0, (int)Math.Min(rest, block.Length)), ct);
                if (read == 0) throw new EndOfStreamException("The spool is shorter than its parts.");
                await to.WriteAsync(block.AsMemory(0, read), ct);
                rest -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private async Task WritePartAsync(string name, string xml, CancellationToken ct)
    {
        await using var stream = await _archive.CreateEntry(name, _level).OpenAsync(ct);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(xml), ct);
    }
}

using System.IO.Compression;
using System.Runtime.InteropServices;

namespace DataBureau.Web.Excel;

/// <summary>
/// Rows of a table that have to wait, because an archive takes one sheet at a time and another is being written. They wait as the
/// sheet's own text in a packed temporary file that vanishes when closed: memory does not grow with them.
/// </summary>
public sealed class XlsxSpool<TRow> : IAsyncDisposable
{
    private readonly FileStream _file = UploadSpool.Create();
    private readonly XlsxSheetBuffer _buffer = new();
    private readonly XlsxColumn<TRow>[] _columns;
    private readonly List<XlsxSpoolPart> _parts = [];
    private Stream _packed;
    private XlsxSpoolPart _part;

    public XlsxSpool(XlsxTable<TRow> table)
    {
        (Table, _columns) = (table, [.. table.Columns]);
        _packed = new DeflateStream(_file, CompressionLevel.Fastest, leaveOpen: true);
    }

    public XlsxTable<TRow> Table { get; }

    public async ValueTask AddAsync(TRow row, CancellationToken ct)
    {
        if (_part.Rows == Table.RowLimit)
            await EndPartAsync(ct);
        _buffer.Raw("<row>"u8);
        foreach (var column in _columns) column.Write(_buffer, row);
        _buffer.Raw("</row>"u8);
        _part.Rows++;
        if (_buffer.IsFull) await FlushAsync(ct);
    }

    /// <summary>Ends the writing. What was added can be read once, from the beginning, in the pieces that the sheets hold: at least one.</summary>
    internal async Task<(Stream Rows, IReadOnlyList<XlsxSpoolPart> Parts)> ReadAsync(CancellationToken ct)
    {
        await EndPartAsync(ct);
        await _packed.DisposeAsync();
        _file.Position = 0;
        _packed = new DeflateStream(_file, CompressionMode.Decompress, leaveOpen: true);
        return (_packed, _parts);
    }

    public async ValueTask DisposeAsync()
    {
        _buffer.Dispose();
        await _packed.DisposeAsync();
        await _file.DisposeAsync();
    }

    private async Task EndPartAsync(CancellationToken ct)
    {
        await FlushAsync(ct);
        _parts.Add(_part);
        _part = default;
    }

    private async ValueTask FlushAsync(CancellationToken ct)
    {
        _part.Bytes += _buffer.Length;
        await _buffer.FlushToAsync(_packed, ct);
    }
}

/// <summary>What one sheet holds of a spool.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct XlsxSpoolPart
{
    public int Rows;
    public long Bytes;
}

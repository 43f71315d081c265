namespace DataBureau.Web.Excel;

/// <summary>
/// One part of an archive while it is unpacked. Fails when more comes out than the central directory announced, and when a single
/// token runs on without end: an XML reader keeps a whole attribute or name in memory.
/// </summary>
internal sealed class GuardedPartStream(Stream inner, long announced, string file) : Stream
{
    /// <summary>Far above the longest text a cell can hold, however it is escaped.</summary>
    private const int MaxToken = 4 << 20;

    private long _total;
    private long _sinceTag;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _total; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _total += read;
        if (_total > announced) throw new WorkbookReadException(WorkbookRefusals.Bomb(file));
        var last = buffer[..read].LastIndexOf((byte)'<');
        _sinceTag = last >= 0 ? read - last : _sinceTag + read;
        if (_sinceTag > MaxToken) throw new WorkbookReadException(WorkbookRefusals.Corrupt(file));
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

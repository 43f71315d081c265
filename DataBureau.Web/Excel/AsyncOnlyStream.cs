using System.Buffers;

namespace DataBureau.Web.Excel;

/// <summary>
/// Stands between a zip archive and a response body. The archive's entry streams still write their last bytes synchronously when
/// they are disposed, even asynchronously (.NET 10.0), and Kestrel throws on that: such bytes wait here until the next
/// asynchronous call. It also joins the archive's many small writes into few large ones.
/// </summary>
internal sealed class AsyncOnlyStream(Stream inner) : Stream
{
    private const int SendAt = 32 * 1024;

    private readonly ArrayBufferWriter<byte> _pending = new(SendAt + 16 * 1024);

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer) => _pending.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _pending.Write(buffer.Span);
        if (_pending.WrittenCount >= SendAt) await SendAsync(cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Does nothing: bytes leave with the next asynchronous call.</summary>
    public override void Flush() { }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await inner.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask SendAsync(CancellationToken ct)
    {
        if (_pending.WrittenCount == 0) return;
        await inner.WriteAsync(_pending.WrittenMemory, ct);
        _pending.ResetWrittenCount();
    }
}

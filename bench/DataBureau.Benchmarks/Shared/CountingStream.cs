using System.Diagnostics;

namespace DataBureau.Benchmarks;

/// <summary>Keeps nothing but the number of bytes and the moment of the first one; forbids synchronous writing, as Kestrel does.</summary>
internal sealed class CountingStream(bool allowSynchronous = false) : Stream
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public long Bytes { get; private set; }

    public double FirstByteMilliseconds { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!allowSynchronous)
            throw new InvalidOperationException("Synchronous writing is not allowed.");
        Count(buffer.Length);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Count(buffer.Length);
        return ValueTask.CompletedTask;
    }

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Count(int length)
    {
        if (Bytes == 0)
            FirstByteMilliseconds = Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
        Bytes += length;
    }
}

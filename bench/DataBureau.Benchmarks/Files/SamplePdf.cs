using System.Buffers.Binary;

namespace DataBureau.Benchmarks.Files;

/// <summary>Begins like a PDF and goes on for as long as is wished, without being kept anywhere; different for each number.</summary>
internal sealed class SamplePdf(long length, int number) : Stream
{
    private long _position;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - _position);
        buffer = buffer[..count];
        buffer.Fill((byte)(_position >> 16));
        if (_position == 0)
        {
            "%PDF-1.4\n"u8.CopyTo(buffer);
            BinaryPrimitives.WriteInt32LittleEndian(buffer[16..], number);
        }

        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

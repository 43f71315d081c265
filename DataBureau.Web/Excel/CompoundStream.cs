namespace DataBureau.Web.Excel;

/// <summary>The sectors of one chain as a stream, read from where they lie.</summary>
/// <param name="source">Where the sectors lie; not closed.</param>
/// <param name="chain">Their numbers in order.</param>
/// <param name="shift">Size of a sector, as a power of two.</param>
/// <param name="before">Sectors before number 0: the header of the file.</param>
/// <param name="length">As the directory says; no more than the chain holds is believed.</param>
internal sealed class CompoundStream(Stream source, IReadOnlyList<uint> chain, int shift, int before, long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = Math.Min(length, (long)chain.Count << shift);

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.IsEmpty) return 0;
        // Damage may place a sector anywhere.
        if (chain[(int)(Position >> shift)] >= (source.Length >> shift) + 1) throw new InvalidDataException("A sector lies beyond the end of the file.");
        var within = Position & ((1 << shift) - 1);
        source.Position = ((chain[(int)(Position >> shift)] + (long)before) << shift) + within;
        var read = source.Read(buffer[..(int)Math.Min(buffer.Length, Math.Min((1 << shift) - within, Length - Position))]);
        Position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

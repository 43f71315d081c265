using System.Buffers.Binary;

namespace DataBureau.Web.Excel;

/// <summary>Steps through the records of a workbook stream: two bytes of type, two of length, then the content.</summary>
internal sealed class BiffRecords(Stream stream)
{
    private readonly BufferedStream _stream = new(stream, 64 * 1024);
    private readonly byte[] _bytes = new byte[16];
    private long _content;
    private int _length;

    public ushort Type { get; private set; }

    /// <summary>False at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The record says that it is longer than the stream.</exception>
    public bool Read()
    {
        var at = _content + _length;
        if (at + 4 > stream.Length) return false;
        _stream.Position = at;
        _stream.ReadExactly(_bytes, 0, 4);
        Type = BinaryPrimitives.ReadUInt16LittleEndian(_bytes);
        _length = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(2));
        _content = at + 4;
        return _content + _length <= stream.Length ? true : throw new InvalidDataException("A record runs out of the stream.");
    }

    /// <summary>The first bytes of the current record.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _length) throw new InvalidDataException("A record is too short for its type.");
        _stream.Position = _content;
        _stream.ReadExactly(_bytes, 0, count);
        return _bytes.AsSpan(0, count);
    }

    public void MoveTo(uint offset) => (_content, _length) = (offset, 0);
}

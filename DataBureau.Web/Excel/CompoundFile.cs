using System.Buffers.Binary;
using System.Text;

namespace DataBureau.Web.Excel;

/// <summary>
/// Reads an OLE compound file: its stream names, to tell an .xls from an encrypted .xlsx or a Word document, and one stream of it.
/// Every chain of sectors is bounded by the length of the file, so a circular one ends.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xFFFFFFFA;
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int InHeader = 109;
    private const int MiniShift = 6;

    private readonly Stream _stream;
    private readonly byte[] _header = new byte[HeaderLength];
    private readonly int _shift;
    private readonly uint[] _table;
    private readonly List<Entry> _entries = [];

    /// <exception cref="InvalidDataException">The header or the directory cannot be read.</exception>
    public CompoundFile(Stream stream)
    {
        _stream = stream;
        stream.Position = 0;
        stream.ReadExactly(_header);
        _shift = U16(_header, 30);
        if (_shift is not (9 or 12)) throw new InvalidDataException("Neither of the two sector sizes.");
        _table = ReadTable();
        ReadEntries();
    }

    private uint Sectors => (uint)Math.Min((_stream.Length >> _shift) + 1, LastSector - 1);

    public static bool IsCompound(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Empty when the directory cannot be read.</summary>
    public static IReadOnlySet<string> ReadNames(Stream stream)
    {
        try
        {
            return new CompoundFile(stream)._entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            return new HashSet<string>();
        }
    }

    /// <summary>The stream of that name, or null. It reads from the file's own stream, one at a time.</summary>
    public Stream? TryOpen(string name)
    {
        var entry = _entries.Find(e => e.Kind == 2 && string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        if (entry is null) return null;
        if (entry.Length >= U32(_header, 56)) return new CompoundStream(_stream, Chain(_table, entry.First), _shift, 1, entry.Length);
        var root = _entries.Find(e => e.Kind == 5) ?? throw new InvalidDataException("A short stream without the stream that holds it.");
        var pool = new CompoundStream(_stream, Chain(_table, root.First), _shift, 1, root.Length);
        return new CompoundStream(pool, Chain(Links(Chain(_table, U32(_header, 60))), entry.First), MiniShift, 0, entry.Length);
    }

    /// <summary>The allocation table: its first 109 sectors stand in the header, the others in a list of their own.</summary>
    private uint[] ReadTable()
    {
        var sectors = new List<uint>();
        for (var at = 76; at < HeaderLength; at += 4) Add(U32(_header, at));
        var list = new byte[1 << _shift];
        var next = U32(_header, 68);
        for (uint read = 0; next < LastSector; read++)
        {
            if (read > Sectors) throw new InvalidDataException("The list of the allocation table runs in a circle.");
            ReadSector(next, list);
            for (var at = 0; at < list.Length - 4; at += 4) Add(U32(list, at));
            next = U32(list, list.Length - 4);
        }
        // A free place in the middle keeps its place: what a sector of the table describes follows from where it stands.
        return Links(sectors[..(sectors.FindLastIndex(s => s < LastSector) + 1)]);

        void Add(uint sector)
        {
            if (sectors.Count > Sectors + InHeader + (1 << _shift) / 4) throw new InvalidDataException("An allocation table larger than the file.");
            sectors.Add(sector);
        }
    }

    private uint[] Links(List<uint> sectors)
    {
        var links = new uint[(long)sectors.Count << (_shift - 2)];
        var sector = new byte[1 << _shift];
        for (var i = 0; i < sectors.Count; i++)
        {
            if (sectors[i] < LastSector) ReadSector(sectors[i], sector);
            else Array.Fill(sector, (byte)0xFF);
            for (var at = 0; at < sector.Length; at += 4) links[(i << (_shift - 2)) + at / 4] = U32(sector, at);
        }
        return links;
    }

    private static List<uint> Chain(uint[] links, uint first)
    {
        var chain = new List<uint>();
        for (var next = first; next < LastSector; next = links[next])
        {
            if (next >= links.Length || chain.Count >= links.Length) throw new InvalidDataException("A chain of sectors runs in a circle or out of the file.");
            chain.Add(next);
        }
        return chain;
    }

    private void ReadEntries()
    {
        var sector = new byte[1 << _shift];
        foreach (var number in Chain(_table, U32(_header, 48)))
        {
            ReadSector(number, sector);
            for (var at = 0; at < sector.Length; at += EntryLength)
            {
                var bytes = U16(sector, at + 64);
                if (bytes is > 2 and <= 64)
                    _entries.Add(new(Encoding.Unicode.GetString(sector, at, bytes - 2), sector[at + 66], U32(sector, at + 116), U32(sector, at + 120)));
            }
        }
    }

    private void ReadSector(uint sector, byte[] into)
    {
        if (sector >= Sectors) throw new InvalidDataException("A sector lies beyond the end of the file.");
        _stream.Position = ((long)sector + 1) << _shift;
        _stream.ReadExactly(into);
    }

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    /// <param name="Name">Without its closing zero.</param>
    /// <param name="Kind">2 for a stream, 5 for the root.</param>
    /// <param name="First">Its first sector.</param>
    /// <param name="Length">In bytes; files beyond 4 GB are not read.</param>
    private sealed record Entry(string Name, byte Kind, uint First, uint Length);
}

using System.Buffers.Binary;
using System.Text;

namespace DataBureau.Web.Excel;

/// <summary>Reads just the stream names of an OLE compound file: enough to tell an .xls from an encrypted .xlsx or a Word document.</summary>
internal static class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const uint ListedInHeader = 109;
    /// <summary>Guards against circular chains; a workbook has a handful of streams.</summary>
    private const int MaxDirectorySectors = 256;

    public static bool IsCompound(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Empty when the directory cannot be read.</summary>
    public static IReadOnlySet<string> ReadNames(Stream stream)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var header = new byte[HeaderLength];
        if (!TryReadAt(stream, 0, header)) return names;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12)) return names;
        var sector = new byte[1 << shift];
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var i = 0; i < MaxDirectorySectors && next < EndOfChain - 2; i++)
        {
            if (!TryReadAt(stream, Offset(next, shift), sector)) break;
            AddNames(sector, names);
            next = Next(stream, header, shift, next);
        }
        return names;
    }

    private static void AddNames(ReadOnlySpan<byte> sector, HashSet<string> names)
    {
        for (var at = 0; at + EntryLength <= sector.Length; at += EntryLength)
        {
            var bytes = BinaryPrimitives.ReadUInt16LittleEndian(sector[(at + 64)..]);
            if (bytes is > 2 and <= 64) names.Add(Encoding.Unicode.GetString(sector.Slice(at, bytes - 2)));
        }
    }

    private static uint Next(Stream stream, byte[] header, int shift, uint sector)
    {
        var perSector = (uint)(1 << shift) / 4;
        var table = TableSector(stream, header, shift, sector / perSector);
        return Link(stream, shift, table, sector % perSector);
    }

    /// <summary>Where a part of the allocation table lies: the header lists the first parts, a chain of blocks the others.</summary>
    private static uint TableSector(Stream stream, byte[] header, int shift, uint table)
    {
        if (table < ListedInHeader) return BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + (int)table * 4));
        // The last link of each block names the next block.
        var perBlock = (uint)(1 << shift) / 4 - 1;
        var block = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(68));
        for (table -= ListedInHeader; table >= perBlock; table -= perBlock) block = Link(stream, shift, block, perBlock);
        return Link(stream, shift, block, table);
    }

    private static uint Link(Stream stream, int shift, uint sector, uint at)
    {
        var link = new byte[4];
        return sector < EndOfChain - 2 && TryReadAt(stream, Offset(sector, shift) + at * 4, link) ? BinaryPrimitives.ReadUInt32LittleEndian(link) : EndOfChain;
    }

    private static long Offset(uint sector, int shift) => ((long)sector + 1) << shift;

    private static bool TryReadAt(Stream stream, long offset, byte[] buffer)
    {
        if (offset + buffer.Length > stream.Length) return false;
        stream.Position = offset;
        stream.ReadExactly(buffer);
        return true;
    }
}

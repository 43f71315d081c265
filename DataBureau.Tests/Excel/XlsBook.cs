using System.Buffers.Binary;
using System.Text;

namespace DataBureau.Tests.Excel;

/// <summary>Writes a minimal legacy .xls (BIFF8 in a compound file), record by record, so that tests can hold any cell or any damage.</summary>
internal sealed class XlsBook
{
    private const ushort BoundSheet = 0x85;
    private readonly List<(string Name, bool Hidden, byte Kind, List<byte[]> Records)> _sheets = [];

    /// <summary>Records of the book itself, between its beginning and the list of its sheets.</summary>
    public List<byte[]> Globals { get; } = [Record(0x42, 0xB0, 0x04), Record(0x31, new byte[16]), Record(0xE0, new byte[20])];

    /// <summary>Bytes of padding in a record nobody reads; 5,000 make the stream a long one, without it is kept among the short ones.</summary>
    public int Padding { get; init; }

    public XlsBook Sheet(string name, params byte[][] cells) => Add(name, hidden: false, kind: 0, cells);

    public XlsBook Add(string name, bool hidden, byte kind, params byte[][] cells)
    {
        _sheets.Add((name, hidden, kind, [Begin(0x10), Record(0x200, [0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0]), .. cells, Record(0x0A)]));
        return this;
    }

    public static byte[] Record(ushort type, params byte[] content) => [.. U16(type), .. U16(content.Length), .. content];

    public static byte[] Begin(ushort kind) => Record(0x809, [.. U16(0x600), .. U16(kind), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    public static byte[] Number(int row, int column, double value) => Record(0x203, [.. At(row, column), .. BitConverter.GetBytes(value)]);

    public static byte[] Text(int row, int column, string text) => Record(0x204, [.. At(row, column), .. U16(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);

    public static byte[] Error(int row, int column, byte code) => Record(0x205, [.. At(row, column), code, 1]);

    public static byte[] Flag(int row, int column, bool value) => Record(0x205, [.. At(row, column), (byte)(value ? 1 : 0), 0]);

    /// <summary>A formula whose saved result is an error, then a record that continues it.</summary>
    public static byte[] FormulaError(int row, int column, byte code) =>
        [.. Record(0x06, [.. At(row, column), 2, 0, code, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 3, 0, 0x1E, 1, 0]), .. Record(0x3C, 1, 2, 3)];

    public static byte[] FormulaNumber(int row, int column, double value) =>
        Record(0x06, [.. At(row, column), .. BitConverter.GetBytes(value), 0, 0, 0, 0, 0, 0, 3, 0, 0x1E, 1, 0]);

    /// <summary>The book as a file.</summary>
    public byte[] ToArray() => Compound(Workbook());

    /// <summary>The stream of records.</summary>
    public byte[] Workbook()
    {
        List<byte[]> head = [Begin(0x05), .. Globals, .. Enumerable.Range(0, Padding / 1000).Select(_ => Record(0xEFFF, new byte[1000]))];
        var offset = head.Sum(r => r.Length) + _sheets.Sum(s => BoundTo(0, s).Length) + 4;
        foreach (var sheet in _sheets)
        {
            head.Add(BoundTo(offset, sheet));
            offset += sheet.Records.Sum(r => r.Length);
        }
        head.Add(Record(0x0A));
        return [.. head.Concat(_sheets.SelectMany(s => s.Records)).SelectMany(r => r)];
    }

    /// <summary>A compound file with the one stream: header, directory, allocation tables, the stream itself.</summary>
    public static byte[] Compound(byte[] stream)
    {
        var small = stream.Length < 4096;
        var data = (stream.Length + 511) / 512;
        var tables = (data + 2 + 127) / 128 + 1;
        // Sectors: the tables, the directory, the table of short sectors, the data.
        var (directory, mini, first) = (tables, tables + 1, tables + 2);
        var file = new byte[512 * (1 + first + data)];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Words(24, 0x3E, 3, 0xFFFE, 9, 6);
        Longs(44, tables, directory, 0, 4096, small ? mini : -2, small ? 1 : 0, -2, 0);
        for (var i = 0; i < 109; i++) Longs(76 + i * 4, i < tables ? i : -1);
        file.AsSpan(512, tables * 512).Fill(0xFF);
        for (var i = 0; i < tables; i++) Longs(512 + i * 4, -3);
        Longs(512 + directory * 4, -2, -2);
        for (var i = 0; i < data; i++) Longs(512 + (first + i) * 4, i == data - 1 ? -2 : first + i + 1);
        file.AsSpan((1 + mini) * 512, 512).Fill(0xFF);
        for (var i = 0; small && i < (stream.Length + 63) / 64; i++) Longs((1 + mini) * 512 + i * 4, i == (stream.Length + 63) / 64 - 1 ? -2 : i + 1);
        Entry(0, "Root Entry", 5, small ? first : -2, small ? data * 512 : 0, child: 1);
        Entry(1, "Workbook", 2, small ? 0 : first, stream.Length, child: -1);
        stream.CopyTo(file, (1 + first) * 512);
        return file;

        void Words(int at, params ReadOnlySpan<int> values)
        {
            foreach (var value in values) { BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), (ushort)value); at += 2; }
        }

        void Longs(int at, params ReadOnlySpan<int> values)
        {
            foreach (var value in values) { BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value); at += 4; }
        }

        void Entry(int index, string name, byte kind, int start, int length, int child)
        {
            var at = (1 + directory) * 512 + index * 128;
            Encoding.Unicode.GetBytes(name, file.AsSpan(at));
            Words(at + 64, (name.Length + 1) * 2);
            file[at + 66] = kind;
            Longs(at + 68, -1, -1, child);
            Longs(at + 116, start, length);
        }
    }

    private static byte[] BoundTo(int offset, (string Name, bool Hidden, byte Kind, List<byte[]>) sheet) =>
        Record(BoundSheet, [.. BitConverter.GetBytes(offset), (byte)(sheet.Hidden ? 1 : 0), sheet.Kind, (byte)sheet.Name.Length, 1, .. Encoding.Unicode.GetBytes(sheet.Name)]);

    private static byte[] At(int row, int column) => [.. U16(row), .. U16(column), 0, 0];

    private static byte[] U16(int value) => BitConverter.GetBytes((ushort)value);
}

using System.Buffers.Binary;

namespace DataBureau.Web.Excel;

/// <summary>
/// The error cells (#N/A, #REF! …) of an .xls, which ExcelDataReader gives as empty. Walks the records of each sheet once and keeps
/// four bytes for each error: row, column, code, in the order of the sheet.
/// </summary>
internal static class XlsErrors
{
    private const ushort Formula = 0x0006, EndOfPart = 0x000A, FilePass = 0x002F, BoundSheet = 0x0085, BoolErr = 0x0205, BeginOfPart = 0x0809;
    private const int MaxColumn = 0xFF;

    /// <summary>One list for each work sheet in the order of the file; null when the file is older than Excel 5 and has no such records.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="encrypted">The records cannot be read, only counted; null is returned.</param>
    /// <exception cref="InvalidDataException">A sheet breaks off or lies about where it stands.</exception>
    public static IReadOnlyList<IReadOnlyList<uint>>? Read(Stream stream, out bool encrypted)
    {
        encrypted = false;
        var compound = new CompoundFile(stream);
        using var book = compound.TryOpen("Workbook") ?? compound.TryOpen("Book") ?? throw new InvalidDataException("No workbook stream.");
        var records = new BiffRecords(book);
        if (!records.Read() || records.Type != BeginOfPart) return null;
        var offsets = SheetOffsets(records, out encrypted);
        return encrypted ? null : [.. offsets.Select(offset => Errors(records, offset))];
    }

    public static int Row(uint error) => (int)(error >> 16);

    public static int Column(uint error) => (int)(error >> 8 & 0xFF);

    /// <summary>As Excel shows it.</summary>
    public static string Text(uint error) => (error & 0xFF) switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => "#N/A",
    };

    private static List<uint> SheetOffsets(BiffRecords records, out bool encrypted)
    {
        encrypted = false;
        var offsets = new List<uint>();
        while (records.Read() && records.Type != EndOfPart)
        {
            encrypted |= records.Type == FilePass;
            // Of a sheet, byte 5 is the kind: 0 for a work sheet.
            if (records.Type == BoundSheet && records.Take(6) is var head && head[5] == 0)
                offsets.Add(BinaryPrimitives.ReadUInt32LittleEndian(head));
        }
        return offsets;
    }

    private static List<uint> Errors(BiffRecords records, uint offset)
    {
        var errors = new List<uint>();
        records.MoveTo(offset);
        if (!records.Read() || records.Type != BeginOfPart) throw new InvalidDataException("No sheet where one is announced.");
        // A chart within the sheet has a beginning and an end of its own.
        for (var depth = 1; depth > 0;)
        {
            if (!records.Read()) throw new InvalidDataException("The sheet breaks off.");
            if (records.Type == BeginOfPart) depth++;
            else if (records.Type == EndOfPart) depth--;
            else if (depth == 1 && ErrorOf(records) is { } error) errors.Add(error);
        }
        errors.Sort();
        return errors;
    }

    private static uint? ErrorOf(BiffRecords records)
    {
        switch (records.Type)
        {
            case BoolErr when records.Take(8) is var cell && cell[7] == 1: return Pack(cell, cell[6]);
            case Formula when records.Take(14) is var cell && cell is [_, _, _, _, _, _, 2, _, _, _, _, _, 0xFF, 0xFF]: return Pack(cell, cell[8]);
            default: return null;
        }
    }

    private static uint Pack(ReadOnlySpan<byte> cell, byte code)
    {
        var column = BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]);
        if (column > MaxColumn) throw new InvalidDataException("A cell lies beyond the last column of an .xls.");
        return (uint)BinaryPrimitives.ReadUInt16LittleEndian(cell) << 16 | (uint)column << 8 | code;
    }
}

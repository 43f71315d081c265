using System.Runtime.InteropServices;

namespace DataBureau.Web.Excel;

/// <summary>A row that holds at least one value. Rows without any are not yielded; the gap in the numbers shows them.</summary>
/// <param name="Number">As Excel shows it at the left edge: 1-based, blank and hidden rows counted.</param>
/// <param name="Cells">From column A to the last column with a value.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WorkbookRow(int Number, IReadOnlyList<CellValue> Cells)
{
    /// <summary>The cell in a column counted from 1, or an empty one beyond the end of the row.</summary>
    public CellValue Column(int column) => column <= Cells.Count ? Cells[column - 1] : default;
}

/// <summary>A merged block, all four numbers 1-based and inclusive; its value stands in the top left cell.</summary>
public sealed record MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>One sheet of an open workbook. Sheets share the file: finish one enumeration before beginning the next.</summary>
public abstract class WorkbookSheet
{
    private readonly string _file;

    private protected WorkbookSheet(string file, string name, bool hidden, WorkbookLimits limits)
    {
        _file = file;
        Name = name;
        Hidden = hidden;
        Limits = limits;
    }

    public string Name { get; }

    public bool Hidden { get; }

    private protected WorkbookLimits Limits { get; }

    /// <summary>The rows from top to bottom, read as they are asked for; may be called again.</summary>
    /// <exception cref="WorkbookReadException">The sheet is damaged or breaks a limit; shown to the user as its refusal.</exception>
    public IEnumerable<WorkbookRow> ReadRows(CancellationToken ct = default)
    {
        using var cursor = Guarded(OpenCursor);
        for (var count = 1; ; count++)
        {
            ct.ThrowIfCancellationRequested();
            if (!Guarded(cursor.Read)) yield break;
            if (count > Limits.MaxRows) throw new WorkbookReadException(WorkbookRefusals.TooManyRows(Name, Limits.MaxRows));
            yield return cursor.Current;
        }
    }

    /// <summary>The merged blocks, for the header detector. For an .xlsx this scans the whole sheet once, since they stand at its end.</summary>
    public IReadOnlyList<MergedRange> ReadMerges() => Guarded(FindMerges);

    private protected abstract RowCursor OpenCursor();

    private protected virtual IReadOnlyList<MergedRange> FindMerges() => [];

    // Readers of foreign formats meet damage in many ways, down to a null reference; whatever it is, the user's file cannot be read.
    internal static bool IsDamage(Exception exception) =>
        exception is EndOfStreamException or not (IOException or WorkbookReadException or OperationCanceledException or OutOfMemoryException);

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new WorkbookReadException(WorkbookRefusals.Corrupt(_file), exception);
        }
    }
}

/// <summary>Steps through the rows of one sheet that hold a value.</summary>
internal abstract class RowCursor : IDisposable
{
    public WorkbookRow Current { get; protected set; }

    public abstract bool Read();

    public abstract void Dispose();
}

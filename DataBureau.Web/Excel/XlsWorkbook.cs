using System.Globalization;
using ExcelDataReader;

namespace DataBureau.Web.Excel;

/// <summary>The sheets of a legacy .xls, through ExcelDataReader.</summary>
internal sealed class XlsWorkbook : IDisposable
{
    private readonly IExcelDataReader _reader;
    private readonly Dictionary<string, CellFormat> _formats = new(StringComparer.Ordinal);

    public XlsWorkbook(Stream stream, string file, WorkbookLimits limits)
    {
        _reader = ExcelReaderFactory.CreateBinaryReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        var sheets = new List<WorkbookSheet>();
        do sheets.Add(new XlsSheet(this, sheets.Count, file, _reader.Name, _reader.VisibleState != "visible", limits));
        while (_reader.NextResult());
        Sheets = sheets;
    }

    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    public IExcelDataReader MoveTo(int sheet)
    {
        _reader.Reset();
        for (var i = 0; i < sheet; i++) _reader.NextResult();
        return _reader;
    }

    /// <summary>One cell of the current row. Error cells arrive as nothing: the library drops them.</summary>
    public CellValue Cell(int column) => _reader.GetValue(column) switch
    {
        null => default,
        string text => CellReading.ToCell(text),
        bool flag => new(CellKind.Boolean, flag ? "TRUE" : "FALSE"),
        DateTime date => CellFormat.DateText(date),
        TimeSpan time => CellFormat.TimeText(time),
        IConvertible number => Format(column).ToCell(number.ToDouble(CultureInfo.InvariantCulture)),
        var other => CellReading.ToCell(other.ToString() ?? ""),
    };

    public void Dispose() => _reader.Dispose();

    private CellFormat Format(int column)
    {
        var code = _reader.GetNumberFormatString(column) ?? "";
        if (!_formats.TryGetValue(code, out var format))
        {
            // The library has already turned dates into DateTime; what is left of a date format is a number out of range.
            format = CellFormat.Parse(code);
            if (format.Kind is CellFormat.Meaning.Date or CellFormat.Meaning.Time) format = default;
            _formats.Add(code, format);
        }
        return format;
    }
}

internal sealed class XlsSheet(XlsWorkbook workbook, int index, string file, string name, bool hidden, WorkbookLimits limits)
    : WorkbookSheet(file, name, hidden, limits)
{
    private protected override RowCursor OpenCursor() => new Cursor(workbook, workbook.MoveTo(index), new RowBuilder(Name, Limits.MaxColumns));

    private protected override IReadOnlyList<MergedRange> FindMerges() =>
        [.. (workbook.MoveTo(index).MergeCells ?? []).Select(range => new MergedRange(range.FromRow + 1, range.FromColumn + 1, range.ToRow + 1, range.ToColumn + 1))];

    private sealed class Cursor(XlsWorkbook workbook, IExcelDataReader reader, RowBuilder builder) : RowCursor
    {
        private int _row;

        public override bool Read()
        {
            while (reader.Read())
            {
                _row++;
                for (var column = 0; column < reader.FieldCount; column++) builder.Set(column, _row, workbook.Cell(column));
                if (!builder.TryTake(_row, out var row)) continue;
                Current = row;
                return true;
            }
            return false;
        }

        public override void Dispose() { }
    }
}

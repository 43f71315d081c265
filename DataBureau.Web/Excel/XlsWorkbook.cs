using System.Globalization;
using ExcelDataReader;

namespace DataBureau.Web.Excel;

/// <summary>The sheets of a legacy .xls, through ExcelDataReader; its error cells, which that drops, through <see cref="XlsErrors"/>.</summary>
internal sealed class XlsWorkbook : IDisposable
{
    private readonly IExcelDataReader _reader;
    private readonly Dictionary<string, CellFormat> _formats = new(StringComparer.Ordinal);

    public XlsWorkbook(Stream stream, string file, WorkbookLimits limits)
    {
        // First, because it also refuses the circular and broken files that the library would not survive.
        var errors = XlsErrors.Read(stream, out var encrypted);
        stream.Position = 0;
        _reader = ExcelReaderFactory.CreateBinaryReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        // A protected book is encrypted by a password that every program knows: the library opens it, but its errors would be lost.
        if (encrypted) throw new WorkbookReadException(WorkbookRefusals.Protected(file));
        var sheets = new List<WorkbookSheet>();
        do sheets.Add(new XlsSheet(this, sheets.Count, file, _reader.Name, _reader.VisibleState != "visible", errors is null ? [] : errors[sheets.Count], limits));
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

    /// <summary>One cell of the current row.</summary>
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

internal sealed class XlsSheet(XlsWorkbook workbook, int index, string file, string name, bool hidden, IReadOnlyList<uint> errors, WorkbookLimits limits)
    : WorkbookSheet(file, name, hidden, limits)
{
    private protected override RowCursor OpenCursor() => new Cursor(workbook, workbook.MoveTo(index), errors, new RowBuilder(Name, Limits.MaxColumns));

    private protected override IReadOnlyList<MergedRange> FindMerges() =>
        [.. (workbook.MoveTo(index).MergeCells ?? []).Select(range => new MergedRange(range.FromRow + 1, range.FromColumn + 1, range.ToRow + 1, range.ToColumn + 1))];

    private sealed class Cursor(XlsWorkbook workbook, IExcelDataReader reader, IReadOnlyList<uint> errors, RowBuilder builder) : RowCursor
    {
        private int _row;
        private int _error;

        public override bool Read()
        {
            // The library may end before a row that holds nothing but errors.
            for (var more = reader.Read(); more || _error < errors.Count; more = more && reader.Read())
            {
                _row++;
                for (var column = 0; more && column < reader.FieldCount; column++) builder.Set(column, _row, workbook.Cell(column));
                for (; _error < errors.Count && XlsErrors.Row(errors[_error]) < _row; _error++)
                    builder.Set(XlsErrors.Column(errors[_error]), _row, new(CellKind.Error, XlsErrors.Text(errors[_error])));
                if (!builder.TryTake(_row, out var row)) continue;
                Current = row;
                return true;
            }
            return false;
        }

        public override void Dispose() { }
    }
}

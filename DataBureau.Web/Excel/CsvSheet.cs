namespace DataBureau.Web.Excel;

/// <summary>A .csv as a workbook of one sheet; row numbers are those Excel shows after opening it.</summary>
internal sealed class CsvSheet(Stream stream, CsvDialect dialect, string file, WorkbookLimits limits)
    : WorkbookSheet(file, Path.GetFileNameWithoutExtension(file), hidden: false, limits)
{
    private readonly string _file = file;

    private protected override RowCursor OpenCursor()
    {
        stream.Position = 0;
        var reader = new StreamReader(stream, dialect.Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        return new Cursor(new CsvParser(reader, dialect.Delimiter), _file, Name, Limits);
    }

    private sealed class Cursor(CsvParser parser, string file, string sheet, WorkbookLimits limits) : RowCursor
    {
        private readonly RowBuilder _builder = new(sheet, limits.MaxColumns);
        private int _row;

        public override bool Read()
        {
            while (true)
            {
                switch (parser.Read())
                {
                    case CsvParser.Step.End: return false;
                    case CsvParser.Step.UnterminatedQuote: throw new WorkbookReadException(WorkbookRefusals.UnterminatedQuote(file, parser.QuoteLine));
                    case CsvParser.Step.TooLong: throw new WorkbookReadException(WorkbookRefusals.UnterminatedQuote(file, Math.Max(1, parser.QuoteLine)));
                    case CsvParser.Step.Record: break;
                }
                _row++;
                var fields = parser.Fields;
                for (var column = 0; column < fields.Count; column++)
                    if (fields[column].Length > 0) _builder.Set(column, _row, CellReading.ToCell(fields[column]));
                if (!_builder.TryTake(_row, out var row)) continue;
                Current = row;
                return true;
            }
        }

        public override void Dispose() => parser.Dispose();
    }
}

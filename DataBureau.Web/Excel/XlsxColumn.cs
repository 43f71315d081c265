namespace DataBureau.Web.Excel;

/// <summary>What a column holds; decides the cell type and the number format.</summary>
public enum XlsxColumnKind
{
    /// <summary>Always a string cell: codes, names, anything that must come back as it went out.</summary>
    Text,
    /// <summary>A whole number.</summary>
    Integer,
    /// <summary>A decimal number in Excel's general format.</summary>
    Number,
    /// <summary>A real Excel date shown as yyyy-MM-dd.</summary>
    Date,
    /// <summary>A real Excel date shown as yyyy-MM-dd HH:mm; the caller converts to local time.</summary>
    DateTime,
}

/// <summary>
/// One column of a list. Made by the typed factories rather than from a <c>Func&lt;TRow, object?&gt;</c>: numbers and dates are
/// then written without boxing, and a column cannot return a value its kind does not fit.
/// </summary>
public sealed class XlsxColumn<TRow>
{
    private readonly Action<XlsxSheetBuffer, TRow, bool> _write;
    private readonly Func<TRow, bool>? _highlight;

    private XlsxColumn(string title, double width, XlsxColumnKind kind, Func<TRow, bool>? highlight, Action<XlsxSheetBuffer, TRow, bool> write)
    {
        Title = title;
        Width = width;
        Kind = kind;
        _highlight = highlight;
        _write = write;
    }

    public string Title { get; }

    /// <summary>In characters of the default font; a Chinese character takes two.</summary>
    public double Width { get; }

    public XlsxColumnKind Kind { get; }

    public static XlsxColumn<TRow> Text(string title, double width, Func<TRow, string?> value, Func<TRow, bool>? highlight = null) =>
        new(title, width, XlsxColumnKind.Text, highlight, (buffer, row, red) => buffer.Text(value(row), red));

    public static XlsxColumn<TRow> Integer(string title, double width, Func<TRow, long?> value, Func<TRow, bool>? highlight = null) =>
        new(title, width, XlsxColumnKind.Integer, highlight, (buffer, row, red) => buffer.Integer(value(row), red));

    public static XlsxColumn<TRow> Number(string title, double width, Func<TRow, decimal?> value, Func<TRow, bool>? highlight = null) =>
        new(title, width, XlsxColumnKind.Number, highlight, (buffer, row, red) => buffer.Number(value(row), red));

    public static XlsxColumn<TRow> Date(string title, double width, Func<TRow, DateOnly?> value, Func<TRow, bool>? highlight = null) =>
        new(title, width, XlsxColumnKind.Date, highlight,
            (buffer, row, red) => buffer.Date(value(row)?.ToDateTime(TimeOnly.MinValue), XlsxStyle.Date, red));

    public static XlsxColumn<TRow> DateTime(string title, double width, Func<TRow, DateTime?> value, Func<TRow, bool>? highlight = null) =>
        new(title, width, XlsxColumnKind.DateTime, highlight, (buffer, row, red) => buffer.Date(value(row), XlsxStyle.DateTime, red));

    internal void Write(XlsxSheetBuffer buffer, TRow row) => _write(buffer, row, _highlight?.Invoke(row) ?? false);
}

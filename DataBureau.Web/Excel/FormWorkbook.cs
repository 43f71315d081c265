using System.Globalization;
using ClosedXML.Excel;

namespace DataBureau.Web.Excel;

/// <summary>A label and its value on an official form.</summary>
public sealed record FormField(string Label, string? Value);

/// <summary>
/// Builds the forms that are printed, signed and filed: A4 upright, one page wide, in the faces official papers use. Called top to
/// bottom; each call adds the next lines. Row heights are estimated from the text, since merged cells never size themselves.
/// </summary>
public sealed class FormWorkbook : IDisposable
{
    private const int Columns = 6;
    private const double ColumnWidth = 14;
    private const double LineHeight = 17;
    private const double Padding = 6;
    private const double SectionHeight = 20;

    /// <summary>What an upright A4 page holds between the margins, in points, less what printers differ by.</summary>
    private const double PageHeight = 700;

    /// <summary>So much too long, and the form is printed a little smaller instead of leaving a few lines to a second page.</summary>
    private const double Shrinks = 1.12;

    private const string Serial = "序号";
    private const string TitleFont = "宋体";
    private const string BodyFont = "仿宋";

    private readonly XLWorkbook _workbook = new();
    private readonly IXLWorksheet _sheet;
    private readonly List<(double Height, bool KeepsNext)> _rows = [];
    private int _row = 1;

    public FormWorkbook(string sheetName)
    {
        _sheet = _workbook.AddWorksheet(XlsxSheetInfo.UniqueName(sheetName, 1, []));
        _sheet.Style.Font.SetFontName(BodyFont).Font.SetFontSize(12).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        for (var column = 1; column <= Columns; column++) _sheet.Column(column).Width = ColumnWidth;
        var page = _sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Portrait;
        page.FitToPages(1, 0);
        page.Margins.SetTop(0.98).SetBottom(0.79).SetLeft(0.79).SetRight(0.79).SetHeader(0.3).SetFooter(0.4);
        page.CenterHorizontally = true;
        var footer = page.Footer.Center;
        footer.AddText("第 ");
        footer.AddText(XLHFPredefinedText.PageNumber);
        footer.AddText(" 页，共 ");
        footer.AddText(XLHFPredefinedText.NumberOfPages);
        footer.AddText(" 页");
    }

    public FormWorkbook Title(string title)
    {
        Merge(1, Columns, title).Style.Font.SetFontName(TitleFont).Font.SetFontSize(20).Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        return EndRow(34, keepsNext: true);
    }

    /// <summary>The line under the title: 编号, or what else tells one such form from another, at the left, a date or the unit at the right.</summary>
    public FormWorkbook NumberLine(string number, string right = "", string label = "编号")
    {
        Merge(1, 3, $"{label}：{number}");
        Merge(4, Columns, right).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        return EndRow(22, keepsNext: true);
    }

    /// <summary>A bold band across the form that begins a part of it, and stays on a page with its beginning.</summary>
    public FormWorkbook Section(string title)
    {
        Boxed(Merge(1, Columns, title)).Style.Font.SetBold().Fill.SetBackgroundColor(XLColor.FromArgb(0xF2, 0xF2, 0xF2));
        return EndRow(SectionHeight, keepsNext: true);
    }

    /// <summary>Labels and values, two pairs to a line; a value too long for half a line gets a whole one.</summary>
    public FormWorkbook Fields(params ReadOnlySpan<FormField> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            var pair = i + 1 < fields.Length && Lines(fields[i].Value, 2) <= 2 && Lines(fields[i + 1].Value, 2) <= 2;
            Label(1, fields[i].Label);
            Value(2, pair ? 3 : Columns, fields[i].Value);
            var lines = Math.Max(Lines(fields[i].Label, 1), Lines(fields[i].Value, pair ? 2 : Columns - 1));
            if (pair)
            {
                i++;
                Label(4, fields[i].Label);
                Value(5, Columns, fields[i].Value);
                lines = Math.Max(lines, Math.Max(Lines(fields[i].Label, 1), Lines(fields[i].Value, 2)));
            }
            EndRow(lines * LineHeight + Padding, keepsNext: i + 1 < fields.Length);
        }
        return this;
    }

    /// <summary>A long text beside its label, at least the given number of lines high so that one can write in it.</summary>
    public FormWorkbook TextBlock(string label, string? text, int minLines = 3)
    {
        Label(1, label);
        Value(2, Columns, text).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        return EndRow(Math.Max(minLines, Lines(text, Columns - 1)) * LineHeight + Padding);
    }

    /// <summary>A table inside the form; the columns share its width by the weights, which add up to six.</summary>
    public FormWorkbook Table(IReadOnlyList<(string Title, int Weight)> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns.Sum(column => column.Weight), Columns);
        TableRow(columns, [.. columns.Select(column => column.Title)], header: true);
        foreach (var row in rows) TableRow(columns, row, header: false);
        return this;
    }

    /// <summary>An opinion with room for seal, signature and date at its lower right.</summary>
    public FormWorkbook Opinion(string label, string? opinion, string? signer = null, DateOnly? date = null, int minLines = 2)
    {
        // One box of two rows: a cell has one alignment, and the opinion begins at the upper left.
        Label(1, label);
        Boxed(_sheet.Range(_row, 1, _row + 1, 1).Merge());
        Value(2, Columns, opinion).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top).Border.SetBottomBorder(XLBorderStyleValues.None);
        EndRow(Math.Max(minLines, Lines(opinion, Columns - 1)) * LineHeight + Padding, keepsNext: true);
        var day = date is { } value ? Day(value) : "      年   月   日";
        Value(2, Columns, $"签字（盖章）：{signer ?? "                "}    {day}").Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Border.SetTopBorder(XLBorderStyleValues.None);
        return EndRow(LineHeight + Padding);
    }

    /// <summary>Signature lines side by side, without boxes, for the foot of the form.</summary>
    public FormWorkbook Signatures(params ReadOnlySpan<string> labels)
    {
        EndRow(8, keepsNext: true);
        var width = Math.Max(1, Columns / Math.Max(1, labels.Length));
        for (var i = 0; i < labels.Length; i++) Merge(i * width + 1, Math.Min(Columns, (i + 1) * width), $"{labels[i]}：");
        return EndRow(26);
    }

    /// <summary>Small print: how to fill the form in, how many copies.</summary>
    public FormWorkbook Note(string text)
    {
        Merge(1, Columns, text).Style.Font.SetFontSize(10).Alignment.SetWrapText();
        return EndRow(Lines(text, Columns) * LineHeight);
    }

    /// <summary>Ends the form. ClosedXML writes synchronously, which a response body forbids: hence the detour through memory.</summary>
    public async Task SaveAsync(Stream output, CancellationToken ct = default)
    {
        _sheet.PageSetup.PrintAreas.Add(1, 1, Math.Max(1, _row - 1), Columns);
        Paginate();
        using var buffer = new MemoryStream();
        _workbook.SaveAs(buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(output, ct);
    }

    public void Dispose() => _workbook.Dispose();

    private void TableRow(IReadOnlyList<(string Title, int Weight)> columns, IReadOnlyList<string?> cells, bool header)
    {
        var (start, lines) = (1, 1);
        for (var i = 0; i < columns.Count; i++)
        {
            var range = Value(start, start + columns[i].Weight - 1, i < cells.Count ? cells[i] : null);
            if (header) range.Style.Font.SetBold();
            if (header || columns[i].Title == Serial) range.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
            lines = Math.Max(lines, Lines(i < cells.Count ? cells[i] : null, columns[i].Weight));
            start += columns[i].Weight;
        }
        EndRow(lines * LineHeight + Padding, keepsNext: header);
    }

    private void Label(int column, string label) =>
        Value(column, column, label).Style.Font.SetFontName(TitleFont).Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);

    private IXLRange Value(int from, int to, string? text)
    {
        var range = Boxed(Merge(from, to, Dated(text ?? "")));
        range.Style.Alignment.SetWrapText();
        return range;
    }

    private IXLRange Merge(int from, int to, string text)
    {
        var range = _sheet.Range(_row, from, _row, to);
        if (to > from) range.Merge();
        if (text.Length > 0) _sheet.Cell(_row, from).SetText(text);
        return range;
    }

    private static IXLRange Boxed(IXLRange range)
    {
        range.Style.Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetInsideBorder(XLBorderStyleValues.Thin);
        return range;
    }

    private FormWorkbook EndRow(double height, bool keepsNext = false)
    {
        height = Math.Min(height, 409); // Excel's limit
        _sheet.Row(_row++).Height = height;
        _rows.Add((height, keepsNext));
        return this;
    }

    /// <summary>A block that does not fit under what stands before it begins a page; one that fits no page is left to break where it must.</summary>
    private void Paginate()
    {
        var total = _rows.Sum(row => row.Height);
        if (total <= PageHeight)
            return;
        if (total <= PageHeight * Shrinks)
        {
            _sheet.PageSetup.FitToPages(1, 1);
            return;
        }

        var used = 0.0;
        for (var first = 0; first < _rows.Count;)
        {
            var last = first;
            while (_rows[last].KeepsNext && last + 1 < _rows.Count) last++;
            var height = _rows.Skip(first).Take(last - first + 1).Sum(row => row.Height);
            if (used > 0 && used + height > PageHeight && height <= PageHeight)
            {
                _sheet.PageSetup.AddHorizontalPageBreak(first); // below this many rows
                used = 0;
            }
            used = (used + height) % PageHeight;
            first = last + 1;
        }
    }

    /// <summary>A date that stands alone on a line, as official papers write it, however lists and fields spell it.</summary>
    private static string Dated(string text) => string.Join('\n', text.Split('\n').Select(line =>
        DateOnly.TryParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day) : line));

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>How many lines a text needs in so many columns; a Chinese character counts two.</summary>
    private static int Lines(string? text, int columns)
    {
        var perLine = columns * ColumnWidth * 0.95;
        return (text ?? "").Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(c => c < 0x2E80 ? 1.1 : 2.2) / perLine)));
    }
}

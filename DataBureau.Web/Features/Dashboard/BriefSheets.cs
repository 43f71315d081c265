using ClosedXML.Excel;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Sheets for A4, one page wide, in the faces official papers use.</summary>
internal static class BriefSheets
{
    private static readonly XLColor Shade = XLColor.FromArgb(0xF2, 0xF2, 0xF2);
    private static readonly XLColor Bar = XLColor.FromArgb(0x7F, 0xA6, 0xD8);

    public static IXLWorksheet Add(XLWorkbook book, string name, XLPageOrientation orientation, double[] widths)
    {
        var sheet = book.AddWorksheet(name);
        sheet.Style.Font.SetFontName("仿宋").Font.SetFontSize(11).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        for (var i = 0; i < widths.Length; i++)
            sheet.Column(i + 1).Width = widths[i];
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = orientation;
        page.FitToPages(1, 0);
        page.CenterHorizontally = true;
        page.Footer.Center.AddText("第 ");
        page.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Center.AddText(" 页，共 ");
        page.Footer.Center.AddText(XLHFPredefinedText.NumberOfPages);
        page.Footer.Center.AddText(" 页");
        return sheet;
    }

    /// <returns>The row after it.</returns>
    public static int Heading(IXLWorksheet sheet, string text, int columns)
    {
        sheet.Range(1, 1, 1, columns).Merge().FirstCell().SetText(text).Style.Font.SetFontName("宋体").Font.SetFontSize(20).Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        sheet.Row(1).Height = 40;
        return 3;
    }

    /// <summary>A title, a line of headings and the rows, ruled.</summary>
    /// <returns>The row after it.</returns>
    public static int Table(IXLWorksheet sheet, int row, string title, IReadOnlyList<string> headers, IEnumerable<object?[]> rows)
    {
        sheet.Cell(row, 1).SetText(title).Style.Font.SetFontName("宋体").Font.SetBold().Font.SetFontSize(12);
        var first = ++row;
        for (var i = 0; i < headers.Count; i++)
            sheet.Cell(row, i + 1).SetText(headers[i]).Style.Font.SetBold().Fill.SetBackgroundColor(Shade).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetWrapText();
        foreach (var cells in rows)
        {
            row++;
            for (var i = 0; i < cells.Length; i++)
                Put(sheet.Cell(row, i + 1), cells[i]);
        }

        sheet.Range(first, 1, row, headers.Count).Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        return row + 1;
    }

    /// <summary>ClosedXML draws no charts: a bar in each cell, longest for the largest, is what a workbook can show of itself.</summary>
    public static void DataBar(IXLRange range)
    {
        // The largest by its value: "highest" is written in a way that Excel reads as 0.
        var most = range.Cells().Where(c => c.DataType == XLDataType.Number).Select(c => c.GetDouble()).DefaultIfEmpty(0).Max();
        range.AddConditionalFormat().DataBar(Bar).Minimum(XLCFContentType.Number, 0).Maximum(XLCFContentType.Number, Math.Max(1, most));
    }

    public static void Note(IXLWorksheet sheet, int row, int columns, string text) => sheet.Range(row, 1, row, columns).Merge().FirstCell().SetText(text).Style.Alignment.SetWrapText();

    private static void Put(IXLCell cell, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                cell.SetText(text).Style.Alignment.SetWrapText();
                break;
            case int number:
                cell.SetValue(number).Style.NumberFormat.SetFormat("#,##0");
                break;
            case decimal number:
                cell.SetValue(number).Style.NumberFormat.SetFormat("0.0");
                break;
            case DateOnly day:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue)).Style.DateFormat.SetFormat("yyyy-mm-dd");
                break;
            default:
                throw new ArgumentException($"{value.GetType().Name} is no value of a cell.");
        }
    }
}

using ClosedXML.Excel;

namespace DataBureau.Web.Features.Imports;

/// <summary>The workbook to fill in: every column as text, so that codes keep their zeros and their last digits.</summary>
internal static class SheetTemplate
{
    public static async Task WriteAsync(Stream output, string sheetName, IReadOnlyList<SheetColumn> columns, IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet(sheetName);
        for (var i = 1; i <= columns.Count; i++)
        {
            var header = sheet.Cell(1, i).SetValue(columns[i - 1].Title + (columns[i - 1].Required ? "（必填）" : string.Empty));
            header.Style.Font.SetBold().Fill.SetBackgroundColor(XLColor.FromHtml(columns[i - 1].Required ? "#dbe8f8" : "#eef1f5"));
            sheet.Column(i).Width = columns[i - 1].Wide ? 40 : 20;
            sheet.Column(i).Style.NumberFormat.SetFormat("@");
            if (columns[i - 1].Choices is { Count: > 0 } choices)
                sheet.Range(2, i, 2001, i).SetDataValidation().List($"\"{string.Join(',', choices)}\"", true);
        }

        sheet.SheetView.FreezeRows(1);
        var help = workbook.AddWorksheet("填写说明");
        for (var i = 0; i < notes.Count; i++)
            help.Cell(i + 1, 1).SetValue(notes[i]);
        help.Column(1).Width = 100;
        using var buffer = new MemoryStream();
        workbook.SaveAs(buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(output, cancellationToken);
    }
}

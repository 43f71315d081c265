using System.IO.Compression;
using System.Text;
using DataBureau.Web.Excel;

namespace DataBureau.Tests.Excel;

/// <summary>Builds the files the tests read, and reads them.</summary>
internal static class Workbooks
{
    public static XlsxColumn<string?[]> TextColumn(int index) => XlsxColumn<string?[]>.Text($"栏目{index + 1}", 20, row => row[index]);

    public static XlsxTable<string?[]> TextTable(int columns) => new("清单", [.. Enumerable.Range(0, columns).Select(TextColumn)]);

    public static async Task<byte[]> WriteAsync<TRow>(XlsxTable<TRow> table, IEnumerable<TRow> rows)
    {
        using var output = new MemoryStream();
        await XlsxTableWriter.WriteAsync(output, table, rows.ToAsyncEnumerable());
        return output.ToArray();
    }

    public static async Task<WorkbookReader> OpenAsync(byte[] content, string name = "清单.xlsx", WorkbookLimits? limits = null)
    {
        var opening = await WorkbookReader.OpenAsync(new MemoryStream(content), name, limits);
        Assert.True(opening.IsOpen, opening.Refusal?.Sentence);
        return opening.Reader;
    }

    public static async Task<WorkbookRefusal> RefusalAsync(byte[] content, string name = "清单.xlsx", WorkbookLimits? limits = null)
    {
        var opening = await WorkbookReader.OpenAsync(new MemoryStream(content), name, limits);
        if (opening.IsOpen) await opening.Reader.DisposeAsync();
        Assert.NotNull(opening.Refusal);
        Assert.Contains(name, opening.Refusal.Sentence, StringComparison.Ordinal);
        return opening.Refusal;
    }

    public static async Task<List<WorkbookRow>> RowsAsync(byte[] content, string name = "清单.xlsx", int sheet = 0)
    {
        await using var reader = await OpenAsync(content, name);
        return [.. reader.Sheets[sheet].ReadRows()];
    }

    public static Task<List<WorkbookRow>> CsvRowsAsync(string text) => RowsAsync(Encoding.UTF8.GetBytes(text), "清单.csv");

    public static IEnumerable<string> Texts(this WorkbookRow row) => row.Cells.Select(cell => cell.Text);

    /// <summary>An .xlsx around hand-written sheet XML, for what no ordinary program writes.</summary>
    public static byte[] Package(string sheetData, string afterData = "", IReadOnlyDictionary<string, byte[]>? extra = null)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", Encoding.UTF8.GetBytes("<Types/>"));
            Add(archive, "xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>
                """u8.ToArray());
            Add(archive, "xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
                """u8.ToArray());
            Add(archive, "xl/styles.xml", """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="170" formatCode="00000"/>
                <numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="10"/></cellXfs></styleSheet>
                """u8.ToArray());
            Add(archive, "xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(
                $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheetData}</sheetData>{afterData}</worksheet>"""));
            foreach (var (name, content) in extra ?? new Dictionary<string, byte[]>()) Add(archive, name, content);
        }
        return output.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(content);
    }
}

using System.Text;
using DataBureau.Web.Excel;

namespace DataBureau.Tests.Excel;

public sealed class WorkbookReaderTests
{
    private static string Cell(string attributes, string content = "") => $"""<row r="1"><c r="A1" {attributes}>{content}</c></row>""";

    private static async Task<CellValue> OnlyCellAsync(string attributes, string content) =>
        Assert.Single(await Workbooks.RowsAsync(Workbooks.Package(Cell(attributes, content)))).Column(1);

    [Theory]
    [InlineData("", "42", CellKind.Number, "42")]
    [InlineData("", "42.0", CellKind.Number, "42")]
    [InlineData("", "1.5E3", CellKind.Number, "1500")]
    [InlineData("", "123456789012345", CellKind.Number, "123456789012345")]
    [InlineData("", "0.30000000000000004", CellKind.Number, "0.3")]
    [InlineData("", "-0.5", CellKind.Number, "-0.5")]
    [InlineData("s=\"2\"", "123", CellKind.Number, "00123")]
    [InlineData("s=\"4\"", "0.25", CellKind.Number, "25%")]
    [InlineData("s=\"1\"", "45351", CellKind.Date, "2024-02-29")]
    [InlineData("s=\"3\"", "45351.5", CellKind.Date, "2024-02-29 12:00:00")]
    [InlineData("s=\"1\"", "1", CellKind.Date, "1900-01-01")]
    [InlineData("t=\"b\"", "1", CellKind.Boolean, "TRUE")]
    [InlineData("t=\"e\"", "#N/A", CellKind.Error, "#N/A")]
    [InlineData("t=\"e\"", "#REF!", CellKind.Error, "#REF!")]
    [InlineData("t=\"str\"", "结果", CellKind.Text, "结果")]
    [InlineData("t=\"d\"", "2024-01-02T10:00:00", CellKind.Date, "2024-01-02 10:00:00")]
    public async Task Cell_OfAType_ReadAsShown(string attributes, string value, CellKind kind, string text) =>
        Assert.Equal(new CellValue(kind, text), await OnlyCellAsync(attributes, $"<v>{value}</v>"));

    [Theory]
    [InlineData("2.02115E+17", "202115000000000000")]
    [InlineData("1234567890123456", "1234567890123460")]
    public async Task Number_BeyondFifteenDigits_FlaggedPrecisionLost(string value, string text) =>
        Assert.Equal(new CellValue(CellKind.Number, text, CellFlags.PrecisionLost), await OnlyCellAsync("", $"<v>{value}</v>"));

    [Fact]
    public async Task Formula_WithCachedValue_YieldsTheValue() =>
        Assert.Equal(new CellValue(CellKind.Number, "3"), await OnlyCellAsync("", "<f>1+2</f><v>3</v>"));

    [Theory]
    [InlineData("<f>1+2</f>")]
    [InlineData("<f>1+2</f><v></v>")]
    [InlineData("<f>1+2</f><v/>")]
    public async Task Formula_WithoutCachedValue_IsEmptyAndFlagged(string content) =>
        Assert.Equal(new CellValue(CellKind.Empty, null, CellFlags.FormulaWithoutValue), await OnlyCellAsync("", content));

    [Fact]
    public async Task Formula_WhoseCalculatedTextIsEmpty_IsBlank() =>
        Assert.Equal(["x"], Assert.Single(await Workbooks.RowsAsync(Workbooks.Package(Cell("t=\"str\"", "<f>IF(1,\"\")</f><v></v>") + """<row r="2"><c r="A2" t="str"><v>x</v></c></row>"""))).Texts());

    [Fact]
    public async Task Text_WithControlCharacters_CleanedAndFlagged() =>
        Assert.Equal(new CellValue(CellKind.Text, "甲 乙\n丙", CellFlags.HadControlCharacters),
            await OnlyCellAsync("t=\"inlineStr\"", "<is><r><t xml:space=\"preserve\">　甲\u00a0</t></r><rPh><t>jia</t></rPh><r><t>乙&#13;\n丙&#1;\u200b </t></r></is>"));

    [Fact]
    public async Task Rows_BlankOnesBetween_KeepTheirNumbers()
    {
        var rows = await Workbooks.RowsAsync(Workbooks.Package(
            """<row r="2"><c r="B2"><v>1</v></c></row><row r="3" hidden="1"><c r="A3" s="1"/></row><row r="7"><c><v>2</v></c><c r="D7"><v>3</v></c></row><row><c><v>4</v></c></row>"""));

        Assert.Equal([2, 7, 8], rows.Select(row => row.Number));
        Assert.Equal(["", "1"], rows[0].Texts());
        Assert.Equal(["2", "", "", "3"], rows[1].Texts());
    }

    [Fact]
    public async Task Rows_PhantomAtTheEnd_NeitherCountNorBreakLimits()
    {
        var phantom = string.Concat(Enumerable.Range(2, 20_000).Select(i => $"""<row r="{i}"><c r="A{i}" s="1"/><c r="XFD{i}" s="1"/></row>"""));
        await using var reader = await Workbooks.OpenAsync(Workbooks.Package(Cell("", "<v>1</v>") + phantom), limits: new() { MaxRows = 1 });

        Assert.Single(reader.Sheets[0].ReadRows());
    }

    [Fact]
    public async Task Rows_MoreThanTheLimit_RefusedWhileReading()
    {
        var content = await Workbooks.WriteAsync(Workbooks.TextTable(1), Enumerable.Repeat(new[] { "x" }, 20));
        await using var reader = await Workbooks.OpenAsync(content, limits: new() { MaxRows = 10 });

        Assert.Equal("TooManyRows", Assert.Throws<WorkbookReadException>(() => reader.Sheets[0].ReadRows().Count()).Refusal.Code);
    }

    [Fact]
    public async Task Columns_TwoHundredAndOne_RefusedNamingTheColumn()
    {
        await using var reader = await Workbooks.OpenAsync(await Workbooks.WriteAsync(Workbooks.TextTable(201), []));

        var refusal = Assert.Throws<WorkbookReadException>(() => reader.Sheets[0].ReadRows().First()).Refusal;
        Assert.Equal("TooManyColumns", refusal.Code);
        Assert.Contains("GS", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_TwoHundred_Read() =>
        Assert.Equal(200, Assert.Single(await Workbooks.RowsAsync(await Workbooks.WriteAsync(Workbooks.TextTable(200), []))).Cells.Count);

    [Theory]
    [InlineData("""<row r="1048577"><c><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="XFE1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c t="s"><v>99</v></c></row>""")]
    [InlineData("""<row r="1"><c><v>1</c></row>""")]
    public async Task Sheet_Damaged_RefusedAsCorruptWhileReading(string sheetData)
    {
        await using var reader = await Workbooks.OpenAsync(Workbooks.Package(sheetData));

        Assert.Equal("Corrupt", Assert.Throws<WorkbookReadException>(() => reader.Sheets[0].ReadRows().Count()).Refusal.Code);
    }

    [Fact]
    public async Task Cell_FarTooLong_IsCutAndFlagged()
    {
        var cell = await OnlyCellAsync("t=\"inlineStr\"", $"<is><t>{new string('a', 500_000)}</t></is>");

        Assert.Equal((XlsxText.MaxCellLength, CellFlags.TooLong), (cell.Text.Length, cell.Flags));
    }

    [Fact]
    public async Task Attribute_WithoutEnd_RefusedAsCorrupt()
    {
        var random = new Random(1);
        var noise = string.Create(6 << 20, random, (span, r) => { foreach (ref var c in span) c = (char)('a' + r.Next(26)); });
        await using var reader = await Workbooks.OpenAsync(Workbooks.Package($"""<row r="1" x="{noise}"/>"""));

        Assert.Throws<WorkbookReadException>(() => reader.Sheets[0].ReadRows().Count());
    }

    [Fact]
    public async Task Workbook_WithEmptySheet_HasNoRows() => Assert.Empty(await Workbooks.RowsAsync(Workbooks.Package("")));

    [Fact]
    public async Task Merges_OfASheet_AreGivenOneBased()
    {
        await using var reader = await Workbooks.OpenAsync(Workbooks.Package(Cell("", "<v>1</v>"), """<mergeCells><mergeCell ref="A1:C2"/></mergeCells>"""));

        Assert.Equal([new MergedRange(1, 1, 2, 3)], reader.Sheets[0].ReadMerges());
        Assert.Single(reader.Sheets[0].ReadRows());
    }

    [Fact]
    public async Task Rows_Cancelled_Stop()
    {
        using var cancel = new CancellationTokenSource();
        await using var reader = await Workbooks.OpenAsync(Encoding.UTF8.GetBytes("a\nb\nc\n"), "表.csv");
        using var rows = reader.Sheets[0].ReadRows(cancel.Token).GetEnumerator();
        Assert.True(rows.MoveNext());
        await cancel.CancelAsync();

        Assert.Throws<OperationCanceledException>(() => rows.MoveNext());
    }
}

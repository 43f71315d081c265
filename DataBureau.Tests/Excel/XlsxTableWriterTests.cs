using System.Runtime.CompilerServices;
using System.Text;
using ClosedXML.Excel;
using DataBureau.Web.Excel;
using ExcelDataReader;

namespace DataBureau.Tests.Excel;

public sealed class XlsxTableWriterTests
{
    private sealed record Item(string? Code, long? Count, decimal? Share, DateOnly? Day, DateTime? Time);

    private static readonly XlsxTable<Item> Items = new("目录",
    [
        XlsxColumn<Item>.Text("编码", 18, item => item.Code, item => item.Code == "红"),
        XlsxColumn<Item>.Integer("数量", 10, item => item.Count),
        XlsxColumn<Item>.Number("比例", 10, item => item.Share),
        XlsxColumn<Item>.Date("日期", 12, item => item.Day),
        XlsxColumn<Item>.DateTime("时间", 18, item => item.Time),
    ]);

    [Fact]
    public async Task Write_TypedColumns_ReadByClosedXmlWithTypesAndPositions()
    {
        var content = await Workbooks.WriteAsync(Items,
        [
            new("007", 42, 0.25m, new(2024, 2, 29), new(2024, 2, 29, 13, 45, 0, DateTimeKind.Unspecified)),
            new(null, null, null, null, new(2025, 1, 1, 0, 0, 0, DateTimeKind.Unspecified)),
        ]);

        using var workbook = new XLWorkbook(new MemoryStream(content));
        var sheet = workbook.Worksheet("目录");
        Assert.Equal("007", sheet.Cell("A2").GetValue<string>());
        Assert.Equal(XLDataType.Text, sheet.Cell("A2").DataType);
        Assert.Equal(42, sheet.Cell("B2").GetValue<int>());
        Assert.Equal(0.25, sheet.Cell("C2").GetValue<double>());
        Assert.Equal(new DateTime(2024, 2, 29), sheet.Cell("D2").GetDateTime());
        Assert.Equal(new DateTime(2024, 2, 29, 13, 45, 0), sheet.Cell("E2").GetDateTime());
        Assert.True(sheet.Cell("A3").IsEmpty());
        Assert.Equal(new DateTime(2025, 1, 1), sheet.Cell("E3").GetDateTime());
    }

    [Fact]
    public async Task Write_EmptyCellsBetween_ReadByExcelDataReaderInTheRightColumns()
    {
        var content = await Workbooks.WriteAsync(Workbooks.TextTable(4), [["a", null, "", "d"], [null, null, null, null], [null, "b", null, null]]);

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
        List<List<string?>> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, 4).Select(reader.GetString)]);
        Assert.Equal(new List<string?> { "a", null, null, "d" }, rows[1]);
        Assert.Equal(new List<string?> { null, "b", null, null }, rows[3]);
    }

    [Fact]
    public async Task Write_HeaderAndPage_FrozenFilteredRepeatedLandscape()
    {
        var content = await Workbooks.WriteAsync(Items with { Preamble = ["盐城市公共数据目录"] }, [new("1", 1, 1, null, null)]);

        using var workbook = new XLWorkbook(new MemoryStream(content));
        var sheet = workbook.Worksheet(1);
        Assert.Equal("盐城市公共数据目录", sheet.Cell("A1").GetValue<string>());
        Assert.True(sheet.Cell("A2").Style.Font.Bold);
        Assert.Equal(2, sheet.SheetView.SplitRow);
        Assert.Equal("A2:E3", sheet.AutoFilter.Range.RangeAddress.ToString());
        Assert.Equal(2, sheet.PageSetup.LastRowToRepeatAtTop);
        Assert.Equal(XLPageOrientation.Landscape, sheet.PageSetup.PageOrientation);
        Assert.Equal(XLPaperSize.A4Paper, sheet.PageSetup.PaperSize);
        Assert.Equal(1, sheet.PageSetup.PagesWide);
        Assert.Equal(18, sheet.Column(1).Width, 1);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 10")]
    [InlineData("-5")]
    [InlineData("@x")]
    public async Task Write_TextLikeFormula_IsQuotedStringNeverFormula(string text)
    {
        var content = await Workbooks.WriteAsync(Workbooks.TextTable(1), [[text]]);

        using var workbook = new XLWorkbook(new MemoryStream(content));
        var cell = workbook.Worksheet(1).Cell("A2");
        Assert.False(cell.HasFormula);
        Assert.True(cell.Style.IncludeQuotePrefix);
        Assert.Equal(text, cell.GetValue<string>());
    }

    [Fact]
    public async Task Write_Highlighted_FillsOnlyThatCell()
    {
        var content = await Workbooks.WriteAsync(Items, [new("红", 1, null, null, null), new("白", 2, null, null, null)]);

        using var workbook = new XLWorkbook(new MemoryStream(content));
        Assert.Equal("FFFFC7CE", workbook.Worksheet(1).Cell("A2").Style.Fill.BackgroundColor.Color.Name, ignoreCase: true);
        Assert.Equal(XLFillPatternValues.None, workbook.Worksheet(1).Cell("A3").Style.Fill.PatternType);
    }

    [Fact]
    public async Task Write_MoreRowsThanASheetHolds_ContinuesOnFurtherSheets()
    {
        var rows = Enumerable.Range(1, 25).Select(i => new[] { $"{i}" });

        var content = await Workbooks.WriteAsync(Workbooks.TextTable(1) with { MaxRowsPerSheet = 10 }, rows);

        await using var reader = await Workbooks.OpenAsync(content);
        Assert.Equal(["清单", "清单（2）", "清单（3）"], reader.Sheets.Select(sheet => sheet.Name));
        Assert.Equal([11, 11, 6], reader.Sheets.Select(sheet => sheet.ReadRows().Count()));
        Assert.Equal("栏目1", reader.Sheets[2].ReadRows().First().Column(1).Text);
    }

    [Fact]
    public async Task Write_ExactlyFullSheet_BeginsNoFurtherSheet()
    {
        var content = await Workbooks.WriteAsync(Workbooks.TextTable(1) with { MaxRowsPerSheet = 10 }, Enumerable.Repeat(new[] { "x" }, 10));

        await using var reader = await Workbooks.OpenAsync(content);
        Assert.Single(reader.Sheets);
    }

    [Fact]
    public async Task Write_NoRows_HasHeaderOnly()
    {
        var rows = await Workbooks.RowsAsync(await Workbooks.WriteAsync(Workbooks.TextTable(2), []));

        Assert.Equal(["栏目1", "栏目2"], Assert.Single(rows).Texts());
    }

    [Fact]
    public async Task Write_ResponseThatForbidsSynchronousCalls_Succeeds()
    {
        var output = new NoSyncStream();

        var written = await XlsxTableWriter.WriteAsync(output, Workbooks.TextTable(1), Enumerable.Range(0, 50_000).Select(i => new[] { $"行{i}" }).ToAsyncEnumerable());

        Assert.Equal(50_000, written);
        Assert.Equal(50_001, (await Workbooks.RowsAsync(output.Received.ToArray())).Count);
    }

    [Fact]
    public async Task Write_BeforeFirstRow_BytesHaveLeft()
    {
        var output = new NoSyncStream();
        long before = 0;
        async IAsyncEnumerable<string?[]> Rows()
        {
            before = output.Received.Length;
            await Task.Yield();
            yield return ["x"];
        }

        await XlsxTableWriter.WriteAsync(output, Workbooks.TextTable(1), Rows());

        Assert.True(before > 0);
    }

    [Fact]
    public async Task Write_Progress_ReportsEveryThousandAndTheEnd()
    {
        List<long> reported = [];

        await Workbooks.WriteAsync(Workbooks.TextTable(1) with { Progress = reported.Add, MaxRowsPerSheet = 1_500 }, Enumerable.Repeat(new[] { "x" }, 3_200));

        Assert.Equal([1_000, 2_500, 3_200], reported);
    }

    [Fact]
    public async Task Write_Cancelled_StopsAndLeavesNoReadableWorkbook()
    {
        using var cancel = new CancellationTokenSource();
        using var output = new MemoryStream();
        async IAsyncEnumerable<string?[]> Rows([EnumeratorCancellation] CancellationToken ct = default)
        {
            for (var i = 0; ; i++)
            {
                if (i == 5_000) await cancel.CancelAsync();
                ct.ThrowIfCancellationRequested();
                yield return [$"{i}"];
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => XlsxTableWriter.WriteAsync(output, Workbooks.TextTable(1), Rows(), cancel.Token));

        await Workbooks.RefusalAsync(output.ToArray());
    }

    [Fact]
    public async Task Write_TooLongText_IsCutWithMark()
    {
        var rows = await Workbooks.RowsAsync(await Workbooks.WriteAsync(Workbooks.TextTable(1), [[new string('长', 40_000)]]));

        var text = rows[1].Column(1).Text;
        Assert.Equal(XlsxText.MaxCellLength, text.Length);
        Assert.EndsWith(XlsxText.CutMark, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_LongInteger_SurvivesAsText()
    {
        var rows = await Workbooks.RowsAsync(await Workbooks.WriteAsync(Items, [new("x", 123_456_789_012_345_678, null, null, null)]));

        Assert.Equal(new CellValue(CellKind.Text, "123456789012345678"), rows[1].Column(2));
    }

    [Fact]
    public async Task Write_ForbiddenSheetName_IsReplaced()
    {
        var content = await Workbooks.WriteAsync(Workbooks.TextTable(1) with { SheetName = "目录/清单:[2024]*" + new string('长', 40) }, []);

        using var workbook = new XLWorkbook(new MemoryStream(content));
        Assert.Equal(31, workbook.Worksheet(1).Name.Length);
    }
}

using DataBureau.Web.Excel;

namespace DataBureau.Tests.Excel;

/// <summary>A second sheet of the same rows: it waits on disk while the first is written.</summary>
public sealed class XlsxDetailTests
{
    [Fact]
    public async Task Write_RowsWithLines_SecondSheetHasTheLinesOfEachInOrder()
    {
        var book = await WriteAsync(Numbers(4), limit: 100);

        Assert.Equal(["清单", "明细"], await SheetsAsync(book));
        Assert.Equal(["0", "1", "2", "3"], (await Workbooks.RowsAsync(book)).Skip(1).Select(r => r.Column(1).Text));
        // 0 has none, 1 one, 2 two, 3 three.
        Assert.Equal(["行|第几", "1|0", "2|0", "2|1", "3|0", "3|1", "3|2"], await LinesAsync(book, 1));
    }

    [Fact]
    public async Task Write_MoreLinesThanASheetHolds_GoesOnOnAFurtherSheet()
    {
        var book = await WriteAsync(Numbers(4), limit: 4);

        Assert.Equal(["清单", "明细", "明细（2）"], await SheetsAsync(book));
        Assert.Equal(["行|第几", "3|1", "3|2"], await LinesAsync(book, 2));
    }

    [Fact]
    public async Task Write_NoLines_SecondSheetHasItsHeaderAlone() => Assert.Equal(["行|第几"], await LinesAsync(await WriteAsync(Numbers(1), limit: 4), 1));

    /// <summary>Far more than the buffers hold: nothing is lost or cut between them.</summary>
    [Fact]
    public async Task Write_ManyLines_AllArrive()
    {
        var lines = await LinesAsync(await WriteAsync(Numbers(300), limit: 20_000), 1);

        Assert.Equal(20_001, lines.Count);
        Assert.Equal("1|0", lines[1]);
        Assert.All(lines.Skip(1).Zip(Numbers(300).ToBlockingEnumerable().SelectMany(n => Enumerable.Range(0, n).Select(i => $"{n}|{i}"))), pair => Assert.Equal(pair.Second, pair.First));
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var n = 0; n < count; n++)
        {
            yield return n;
            await Task.Yield();
        }
    }

    private static async Task<byte[]> WriteAsync(IAsyncEnumerable<int> rows, int limit)
    {
        var output = new NoSyncStream();
        var detail = new XlsxDetail<int>(
            new("明细", [XlsxColumn<(int Row, int Line)>.Integer("行", 8, l => l.Row), XlsxColumn<(int Row, int Line)>.Integer("第几", 8, l => l.Line)]) { MaxRowsPerSheet = limit }, n => n);
        await XlsxTableWriter.WriteAsync(output, new XlsxTable<int>("清单", [XlsxColumn<int>.Integer("序号", 8, n => n)]), detail, rows);
        return output.Received.ToArray();
    }

    private static async Task<IEnumerable<string>> SheetsAsync(byte[] book)
    {
        await using var reader = await Workbooks.OpenAsync(book);
        return [.. reader.Sheets.Select(s => s.Name)];
    }

    private static async Task<List<string>> LinesAsync(byte[] book, int sheet) => [.. (await Workbooks.RowsAsync(book, sheet: sheet)).Select(r => $"{r.Column(1).Text}|{r.Column(2).Text}")];
}

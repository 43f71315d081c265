using System.Text;
using DataBureau.Web.Excel;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Excel;

public sealed class CsvTests
{
    [Theory]
    [InlineData("甲,乙\r\n1,2\r\n")]
    [InlineData("甲,乙\n1,2")]
    [InlineData("甲,乙\r1,2\r")]
    [InlineData("甲;乙\n1;2\n")]
    [InlineData("甲\t乙\n1\t2\n")]
    [InlineData("甲|乙\n1|2\n")]
    [InlineData("\"甲\",\"乙\"\n\"1\",\"2\"\n")]
    public async Task Csv_OfAnyDelimiterAndLineEnd_IsSplit(string text)
    {
        var rows = await Workbooks.CsvRowsAsync(text);

        Assert.Equal(["甲", "乙"], rows[0].Texts());
        Assert.Equal(["1", "2"], rows[1].Texts());
    }

    [Fact]
    public async Task Csv_QuotedFields_KeepDelimitersQuotesAndLineEnds()
    {
        var rows = await Workbooks.CsvRowsAsync("a,b,c\n\"x,y\",\"说\"\"好\"\"\",\"一\r\n二\"\n\n后,,\n");

        Assert.Equal(["x,y", "说\"好\"", "一\n二"], rows[1].Texts());
        Assert.Equal(4, rows[2].Number);
        Assert.Equal(["后"], rows[2].Texts());
    }

    [Fact]
    public async Task Csv_Values_StayText()
    {
        var cells = (await Workbooks.CsvRowsAsync("007,=1+1,2.02115E+17\n"))[0].Cells;

        Assert.Equal([new(CellKind.Text, "007"), new(CellKind.Text, "=1+1"), new(CellKind.Text, "2.02115E+17", CellFlags.PrecisionLost)], cells);
    }

    [Fact]
    public async Task Csv_NulCharacter_RemovedAndFlagged() =>
        Assert.Equal(new CellValue(CellKind.Text, "ab", CellFlags.HadControlCharacters), (await Workbooks.CsvRowsAsync("a\0b\n"))[0].Column(1));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("GB18030")]
    public async Task Csv_InEncoding_IsDecoded(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        // The first Chinese character stands beyond any sample a sniffer would take.
        var text = string.Concat(Enumerable.Repeat("ascii,1\n", 20_000)) + "盐城市𠮷,数据局\n";

        var rows = await Workbooks.RowsAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "编码.csv");

        Assert.Equal(["ascii", "1"], rows[0].Texts());
        Assert.Equal(["盐城市𠮷", "数据局"], rows[^1].Texts());
    }

    [Fact]
    public async Task Csv_UnterminatedQuote_RefusedNamingTheLine()
    {
        await using var reader = await Workbooks.OpenAsync("a,b\n1,2\n\"x\ny\",ok\n3,\"没有结束\n4,5\n"u8.ToArray(), "坏.csv");

        var refusal = Assert.Throws<WorkbookReadException>(() => reader.Sheets[0].ReadRows().Count()).Refusal;
        Assert.Equal("UnterminatedQuote", refusal.Code);
        Assert.Contains("第 5 行", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_LongCell_IsCutAndFlagged()
    {
        var cell = (await Workbooks.CsvRowsAsync(new string('长', 100_000) + ",b\n"))[0].Column(1);

        Assert.Equal((XlsxText.MaxCellLength, CellFlags.TooLong), (cell.Text.Length, cell.Flags));
    }

    [Fact]
    public async Task Csv_MoreThanTwoHundredColumns_Refused()
    {
        await using var reader = await Workbooks.OpenAsync(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("x", 201))), "宽.csv");

        Assert.Equal("TooManyColumns", Assert.Throws<WorkbookReadException>(() => reader.Sheets[0].ReadRows().Count()).Refusal.Code);
    }

    [Fact]
    public void Parser_OfArbitraryQuotedFields_GivesThemBack()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>[]>(), fields =>
        {
            if (fields.Length == 0) return true;
            var record = string.Join(',', fields.Select(field => $"\"{field.Get.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            using var parser = new CsvParser(new StringReader(record + "\r\n"), ',');
            return parser.Read() == CsvParser.Step.Record && parser.Fields.SequenceEqual(fields.Select(field => field.Get)) && parser.Read() == CsvParser.Step.End;
        });

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Parser_FieldsAcrossBufferEnds_AreWhole()
    {
        var fields = Enumerable.Range(0, 5_000).Select(i => new string((char)('a' + i % 26), i % 97) + "\"\n,").ToList();
        var text = string.Concat(fields.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\",plain{field.Length}\r\n"));
        using var parser = new CsvParser(new StringReader(text), ',');

        foreach (var field in fields)
        {
            Assert.Equal(CsvParser.Step.Record, parser.Read());
            Assert.Equal([field, $"plain{field.Length}"], parser.Fields);
        }
        Assert.Equal(CsvParser.Step.End, parser.Read());
    }
}

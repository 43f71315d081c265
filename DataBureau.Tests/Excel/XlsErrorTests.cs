using DataBureau.Tests.Shared;
using DataBureau.Web.Excel;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Excel;

/// <summary>Error cells of a legacy .xls; the library that reads the rest gives them as empty.</summary>
public sealed class XlsErrorTests
{
    private const byte NotAvailable = 0x2A, Reference = 0x17, Division = 0x07;

    [Theory]
    [InlineData(0x00, "#NULL!")]
    [InlineData(Division, "#DIV/0!")]
    [InlineData(0x0F, "#VALUE!")]
    [InlineData(Reference, "#REF!")]
    [InlineData(0x1D, "#NAME?")]
    [InlineData(0x24, "#NUM!")]
    [InlineData(NotAvailable, "#N/A")]
    public async Task Cell_WithAnError_ReadAsItsText(byte code, string text)
    {
        var row = Assert.Single(await RowsAsync(new XlsBook().Sheet("表", XlsBook.Error(0, 0, code), XlsBook.FormulaError(0, 2, code))));

        Assert.Equal([new(CellKind.Error, text), default, new(CellKind.Error, text)], row.Cells);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(200_000)]
    public async Task Sheet_ErrorsAmongValues_EachInItsPlace(int padding)
    {
        var rows = await RowsAsync(new XlsBook { Padding = padding }.Sheet("表", XlsBook.Text(0, 0, "名称"), XlsBook.Text(0, 1, "条数"), XlsBook.Text(2, 0, "婚姻登记"),
            XlsBook.FormulaError(2, 1, Reference), XlsBook.Flag(2, 2, true), XlsBook.Number(3, 1, 7), XlsBook.FormulaNumber(3, 3, 1.5)));

        Assert.Equal([1, 3, 4], rows.Select(row => row.Number));
        Assert.Equal(["婚姻登记", "#REF!", "TRUE"], rows[1].Texts());
        Assert.Equal([CellKind.Text, CellKind.Error, CellKind.Boolean], rows[1].Cells.Select(cell => cell.Kind));
        Assert.Equal(["", "7", "", "1.5"], rows[2].Texts());
    }

    [Fact]
    public async Task Rows_OfNothingButErrors_AreRows()
    {
        var rows = await RowsAsync(new XlsBook().Sheet("表", XlsBook.Error(1, 0, NotAvailable), XlsBook.Text(2, 0, "乙"), XlsBook.Error(40, 9, Division)));

        Assert.Equal([2, 3, 41], rows.Select(row => row.Number));
        Assert.Equal("#DIV/0!", rows[2].Column(10).Text);
    }

    [Fact]
    public async Task Sheets_HiddenAndCharts_ErrorsStayWithTheirOwn()
    {
        var book = new XlsBook().Sheet("甲", XlsBook.Text(0, 0, "甲")).Add("图", hidden: false, kind: 2).Add("隐", hidden: true, kind: 0, XlsBook.Error(0, 0, Reference))
            .Sheet("乙", XlsBook.Text(0, 0, "乙"), XlsBook.Error(0, 1, NotAvailable));
        await using var reader = await Workbooks.OpenAsync(book.ToArray(), "旧表.xls");

        Assert.Equal(["甲", "隐", "乙"], reader.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(["甲", "#REF!", "乙 #N/A"], reader.Sheets.Select(sheet => string.Join(' ', sheet.ReadRows().SelectMany(row => row.Texts()))));
        Assert.True(reader.Sheets[1].Hidden);
    }

    [Fact]
    public async Task Sheet_ReadTwice_SameErrors()
    {
        await using var reader = await Workbooks.OpenAsync(new XlsBook().Sheet("表", XlsBook.Error(0, 0, Reference), XlsBook.Text(1, 0, "x")).ToArray(), "旧表.xls");

        var first = reader.Sheets[0].ReadRows().SelectMany(row => row.Texts()).ToList();

        Assert.Equal(["#REF!", "x"], first);
        Assert.Equal(first, reader.Sheets[0].ReadRows().SelectMany(row => row.Texts()).ToList());
    }

    [Fact]
    public async Task Chart_InsideASheet_ItsRecordsAreNoCells()
    {
        var rows = await RowsAsync(new XlsBook().Sheet("表", XlsBook.Text(0, 0, "x"), XlsBook.Begin(0x20), XlsBook.Error(0, 1, Reference), XlsBook.Record(0x0A)));

        Assert.Equal(["x"], Assert.Single(rows).Texts());
    }

    [Fact]
    public async Task Error_BeyondTheColumnLimit_RefusedLikeAnyValue()
    {
        var opening = await WorkbookReader.OpenAsync(new MemoryStream(new XlsBook().Sheet("表", XlsBook.Error(0, 200, Reference)).ToArray()), "旧表.xls");
        await using var reader = opening.Reader!;

        Assert.Equal("TooManyColumns", Assert.Throws<WorkbookReadException>(() => reader.Sheets[0].ReadRows().ToList()).Refusal.Code);
    }

    [Fact]
    public async Task Open_SheetThatBreaksOff_Refused()
    {
        var workbook = new XlsBook().Sheet("表", XlsBook.Text(0, 0, "x")).Workbook();

        Assert.Equal("Corrupt", (await Workbooks.RefusalAsync(XlsBook.Compound(workbook[..^4]), "旧表.xls")).Code);
    }

    [Fact]
    public async Task Open_RecordLongerThanTheFile_Refused()
    {
        var book = new XlsBook().Sheet("表", XlsBook.Text(0, 0, "x"), [0x05, 0x02, 0xFF, 0xFF]);

        Assert.Equal("Corrupt", (await Workbooks.RefusalAsync(book.ToArray(), "旧表.xls")).Code);
    }

    [Fact]
    public async Task Open_ErrorRecordTooShort_Refused()
    {
        var book = new XlsBook().Sheet("表", XlsBook.Record(0x205, 0, 0));

        Assert.Equal("Corrupt", (await Workbooks.RefusalAsync(book.ToArray(), "旧表.xls")).Code);
    }

    [Fact]
    public async Task Open_SectorsInACircle_Refused()
    {
        var file = new XlsBook { Padding = 5_000 }.Sheet("表").ToArray();
        BitConverter.GetBytes(5).CopyTo(file, 512 + 6 * 4);

        Assert.Equal("Corrupt", (await Workbooks.RefusalAsync(file, "旧表.xls")).Code);
    }

    [SharedDataFact]
    public async Task RealTemplate_HasNoErrorCells()
    {
        var opening = await WorkbookReader.OpenAsync(SharedDataFactAttribute.PathOf("templates", "resource-templet.xls"), "resource-templet.xls");
        await using var reader = opening.Reader!;

        var cells = reader.Sheets.SelectMany(sheet => sheet.ReadRows()).SelectMany(row => row.Cells).ToList();

        Assert.NotEmpty(cells);
        Assert.DoesNotContain(cells, cell => cell.Kind == CellKind.Error);
    }

    [Fact]
    public void Bytes_Overwritten_ReadOrRefusedInASentence()
    {
        const int tests = 300;
        var whole = new XlsBook { Padding = 5_000 }.Sheet("表", XlsBook.Text(0, 0, "x"), XlsBook.Error(1, 1, Reference)).ToArray();
        var damage = Gen.ArrayOf(Gen.Zip(Gen.Choose(8, whole.Length - 1), Gen.Choose(0, 255)), 12);
        Prop.ForAll(damage.ToArbitrary(), changes =>
        {
            var file = whole.ToArray();
            foreach (var (at, value) in changes) file[at] = (byte)value;
            return ReadsOrRefuses(file);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
    }

    [Fact]
    public void Header_Overwritten_ReadOrRefusedInASentence()
    {
        const int tests = 300;
        var whole = new XlsBook().Sheet("表", XlsBook.Text(0, 0, "x"), XlsBook.Error(1, 1, Reference)).ToArray();
        var damage = Gen.ArrayOf(Gen.Zip(Gen.OneOf(Gen.Choose(24, 90), Gen.Choose(512, 560), Gen.Choose(1024, 1320), Gen.Choose(2048, whole.Length - 1)), Gen.Elements(0, 1, 2, 9, 127, 254, 255)), 3);
        Prop.ForAll(damage.ToArbitrary(), changes =>
        {
            var file = whole.ToArray();
            foreach (var (at, value) in changes) file[at] = (byte)value;
            return ReadsOrRefuses(file);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
    }

    [Fact]
    public void Bytes_AtRandomAfterTheMagic_Refused() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 255)).Resize(3_000).ToArbitrary(), noise =>
            ReadsOrRefuses([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. noise.Select(b => (byte)b)])).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static bool ReadsOrRefuses(byte[] file)
    {
        var opening = WorkbookReader.OpenAsync(new MemoryStream(file), "旧表.xls").GetAwaiter().GetResult();
        if (!opening.IsOpen) return opening.Refusal.Sentence.Contains("旧表.xls", StringComparison.Ordinal);
        try
        {
            return opening.Reader.Sheets.Sum(sheet => sheet.ReadRows().Count()) >= 0;
        }
        catch (WorkbookReadException refused)
        {
            return refused.Refusal.Sentence.Length > 0;
        }
        finally
        {
            opening.Reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static Task<List<WorkbookRow>> RowsAsync(XlsBook book) => Workbooks.RowsAsync(book.ToArray(), "旧表.xls");
}

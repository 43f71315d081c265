using ClosedXML.Excel;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue.Import;

namespace DataBureau.Tests.Features.Catalogue;

/// <summary>What single cells hold and an entry cannot.</summary>
[Trait("Category", "Service")]
public sealed class ImportCellTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ImportKit _kit = new(bureau);

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Cell_WithInvisibleCharacters_ComesInWithoutThemAndSaysSo(string kind)
    {
        var name = ImportKit.Name();
        var dirty = name.Insert(2, "\u200b");
        var file = kind == "csv" ? ImportKit.Csv(ImportKit.Row(dirty)) : ImportKit.Xlsx(w => ImportKit.Fill(w.AddWorksheet("目录"), ["信息资源名称", "信息资源摘要"], [dirty, "摘要。"]));

        var report = await _kit.ImportAsync(file);

        Assert.Empty(report.Errors);
        var warning = Assert.Single(report.Warnings);
        Assert.Equal((2, "A", "信息资源名称", "ControlCharacters"), (warning.Row, warning.ColumnLetters, warning.Header, warning.Code));
        Assert.Contains("已去掉", warning.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, report.Counts.Imported);
        await _kit.EntryAsync(name);
    }

    [Fact]
    public async Task Cell_WithInvisibleCharacters_IsAReminderInTheWorkbookAndTheCommand()
    {
        var file = ImportKit.Csv(ImportKit.Row(ImportKit.Name().Insert(2, "\u200b")));
        var request = await _kit.RequestAsync(file);
        using var output = new MemoryStream();

        await CatalogueErrorWorkbook.WriteAsync(request, await _kit.CheckAsync(file), output, null, default);
        var (code, said) = await _kit.CommandAsync(file, "--organisation", "山西省民政厅", "--as", "liaison", "--dry-run");

        output.Position = 0;
        using var workbook = new XLWorkbook(output);
        Assert.Contains("（提醒）", workbook.Worksheet("问题清单").Cell("F2").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Contains("\"errors\":[],\"warnings\":[{", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formula_NeverCalculated_IsAnError()
    {
        var file = ImportKit.Csv();
        File.Delete(file);
        file = Path.ChangeExtension(file, ".xlsx");
        await File.WriteAllBytesAsync(file, Workbooks.Package($"""<row r="1">{Text("A1", "信息资源名称")}{Text("B1", "更新周期")}</row><row r="2">{Text("A2", ImportKit.Name())}<c r="B2"><f>C2</f><v></v></c></row>"""));

        Assert.Equal((2, "B", "FormulaWithoutValue"), Assert.Single((await _kit.CheckAsync(file)).Errors.Select(e => (e.Row, e.ColumnLetters, e.Code))));
    }

    [Fact]
    public async Task ItemName_LongerThanTheFormTakes_IsAnError()
    {
        var report = await _kit.CheckAsync(ImportKit.Csv(ImportKit.Row(ImportKit.Name()).Replace(",编号,", $",{new string('长', 201)},", StringComparison.Ordinal)));

        Assert.Equal((2, "G", "TooLong"), Assert.Single(report.Errors.Select(e => (e.Row, e.ColumnLetters, e.Code))));
        Assert.Equal(1, report.Counts.Rejected);
    }

    [Fact]
    public async Task Lists_LongerThanIsKept_AreErrorsOfTheCheck()
    {
        var file = ImportKit.Xlsx(w => ImportKit.Fill(w.AddWorksheet("目录"), ["信息资源名称", "信息资源格式", "关联资源代码"],
            [ImportKit.Name(), string.Join('、', Enumerable.Range(0, 50).Select(n => $"其他:自定类型{n}")), string.Join('、', Enumerable.Range(0, 300).Select(n => $"3060010101/{n:000000}"))],
            [ImportKit.Name(), "数据库:mysql", "2.02115E+17"]));

        var report = await _kit.CheckAsync(file);

        Assert.Equal([(2, "B", "TooLong"), (2, "C", "TooLong"), (3, "C", "PrecisionLost")], report.Errors.Select(e => (e.Row, e.ColumnLetters, e.Code)));
        Assert.Contains("最多 400 字", report.Errors[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("连起来有 5399 字，最多 4000 字", report.Errors[1].Sentence, StringComparison.Ordinal);
    }

    private static string Text(string place, string text) => $"""<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>""";
}

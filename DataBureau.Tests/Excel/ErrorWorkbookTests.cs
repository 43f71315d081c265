using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Excel;
using Microsoft.Extensions.Logging;

namespace DataBureau.Tests.Excel;

public sealed class ErrorWorkbookTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private static readonly CellFinding[] Findings =
    [
        new("清单", 3, 2, "栏目2", "每旬", "更新周期不在可选范围内。", "请改为“每日”“每月”或“每年”。", IsError: true),
        new("清单", 3, 1, "栏目1", "=1+1", "名称像公式。", "请确认。", IsError: false),
        new("清单", 5, null, "", null, "与第 4 行重复。", "请删除其中一行。", IsError: true),
    ];

    private static readonly string?[][] Rows = [["甲", "每日"], ["=1+1", "每旬"], ["乙", "每年"], ["乙", "每年"]];

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Write_SmallXlsx_ColoursCommentsColumnAndList()
    {
        using var workbook = new XLWorkbook(await WriteAsync(await Workbooks.WriteAsync(Workbooks.TextTable(2), Rows), "清单.xlsx"));
        var sheet = workbook.Worksheet("清单");

        Assert.Contains("更新周期不在可选范围内", sheet.Cell("B3").Comment.Text, StringComparison.Ordinal);
        Assert.Equal("FFFFC7CE", sheet.Cell("B3").Style.Fill.BackgroundColor.Color.Name, ignoreCase: true);
        Assert.NotEqual(sheet.Cell("A3").Style.Fill.BackgroundColor, sheet.Cell("B3").Style.Fill.BackgroundColor);
        Assert.Equal(ErrorWorkbook.ProblemColumnTitle, sheet.Cell("C1").GetValue<string>());
        Assert.Equal("", sheet.Cell("C2").GetValue<string>());
        Assert.Equal("与第 4 行重复。请删除其中一行。", sheet.Cell("C5").GetValue<string>());
        Assert.Equal("A1:C5", sheet.AutoFilter.Range.RangeAddress.ToString());
        var list = workbook.Worksheet(ErrorWorkbook.ProblemSheetName);
        Assert.Equal(["清单", "3", "B", "栏目2", "每旬", "更新周期不在可选范围内。", "请改为“每日”“每月”或“每年”。"], list.Row(2).Cells(1, 7).Select(cell => cell.GetValue<string>()));
    }

    [Theory]
    [InlineData("清单.xlsx", ErrorWorkbook.DefaultEditableRows)]
    [InlineData("清单.xlsx", 2)]
    [InlineData("清单.csv", ErrorWorkbook.DefaultEditableRows)]
    [InlineData("清单.csv", 2)]
    public async Task Write_AnyForm_KeepsAllCellsAtTheirPlaces(string name, int editableRows)
    {
        var original = name.EndsWith("csv", StringComparison.Ordinal) ? "栏目1,栏目2\n甲,每日\n=1+1,每旬\n\n乙,每年\n乙,每年\n"u8.ToArray() : await Workbooks.WriteAsync(Workbooks.TextTable(2), Rows);
        var before = await Workbooks.RowsAsync(original, name);

        var after = await Workbooks.RowsAsync((await WriteAsync(original, name, editableRows)).ToArray());

        Assert.Equal(before.Select(row => (row.Number, row.Column(1).Text, row.Column(2).Text)), after.Select(row => (row.Number, row.Column(1).Text, row.Column(2).Text)));
        Assert.Equal(ErrorWorkbook.ProblemColumnTitle, after[0].Column(3).Text);
        Assert.Contains("更新周期不在可选范围内", after.Single(row => row.Number == 3).Column(3).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_LargeXlsx_StreamsWithColours()
    {
        using var workbook = new XLWorkbook(await WriteAsync(await Workbooks.WriteAsync(Workbooks.TextTable(2), Rows), "清单.xlsx", editableRows: 2));

        Assert.Equal("FFFFC7CE", workbook.Worksheet("清单").Cell("B3").Style.Fill.BackgroundColor.Color.Name, ignoreCase: true);
        Assert.False(workbook.Worksheet("清单").Cell("B3").HasComment);
        Assert.Equal("B", workbook.Worksheet(ErrorWorkbook.ProblemSheetName).Cell("C2").GetValue<string>());
    }

    [Theory]
    [InlineData(ErrorWorkbook.DefaultEditableRows)]
    [InlineData(2)]
    public async Task Write_ReturnedFileAgain_ReplacesColumnListAndColours(int editableRows)
    {
        var first = (await WriteAsync(await Workbooks.WriteAsync(Workbooks.TextTable(2), Rows), "清单.xlsx")).ToArray();

        using var workbook = new XLWorkbook(await WriteAsync(first, "清单.xlsx", editableRows, [Findings[2]]));

        var sheet = workbook.Worksheet("清单");
        Assert.Equal(["清单", ErrorWorkbook.ProblemSheetName], workbook.Worksheets.Select(each => each.Name));
        Assert.Equal(3, sheet.LastColumnUsed().ColumnNumber());
        Assert.Equal("", sheet.Cell("C3").GetValue<string>());
        Assert.Equal(XLFillPatternValues.None, sheet.Cell("B3").Style.Fill.PatternType);
        Assert.False(sheet.Cell("B3").HasComment);
        Assert.NotEqual("", sheet.Cell("C5").GetValue<string>());
    }

    [Fact]
    public async Task Write_WorkbookThatClosedXmlCannotOpen_StillComesBack()
    {
        var log = new Remarks();
        var odd = Workbooks.Package("""<row r="1"><c r="A1" t="inlineStr"><is><t>栏目1</t></is></c></row><row r="3"><c r="A3"><v>7</v></c></row>""");
        Assert.ThrowsAny<Exception>(() => new XLWorkbook(new MemoryStream(odd)));

        var rows = await Workbooks.RowsAsync((await WriteAsync(odd, "怪.xlsx", findings: [new("表", 3, 1, "栏目1", "7", "不对。", "请改。", true)], logger: log)).ToArray());

        Assert.Equal((3, "7", "【栏目1】不对。请改。"), (rows[1].Number, rows[1].Column(1).Text, rows[1].Column(2).Text));
        Assert.Equal([LogLevel.Warning], log.Levels);
    }

    [Theory]
    [InlineData(ErrorWorkbook.DefaultEditableRows, true)]
    [InlineData(2, false)]
    public async Task Write_WorkbookAsOpenpyxlSavesIt_KeepsItsShape(int editableRows, bool edited)
    {
        var log = new Remarks();
        using var workbook = new XLWorkbook(await WriteAsync(AsOpenpyxlSaves(), "清单.xlsx", editableRows, headers: new Dictionary<string, int>(StringComparer.Ordinal) { ["清单"] = 1 }, logger: log));

        var (sheet, list) = (workbook.Worksheet("清单"), workbook.Worksheet("字典"));
        Assert.Empty(log.Levels);
        Assert.Equal(edited, sheet.Cell("B3").HasComment);
        Assert.Equal("FFFFC7CE", sheet.Cell("B3").Style.Fill.BackgroundColor.Color.Name, ignoreCase: true);
        Assert.Equal("A1:C5", sheet.AutoFilter.Range.RangeAddress.ToString());
        Assert.Equal((XLWorksheetVisibility.Visible, XLWorksheetVisibility.Hidden), (sheet.Visibility, list.Visibility));
        Assert.Equal(["每日", "每月"], list.CellsUsed().Select(cell => cell.GetString()));
    }

    [SharedDataFact]
    public async Task Write_RealTemplates_ComeBackReadable()
    {
        foreach (var file in Directory.GetFiles(SharedDataFactAttribute.PathOf("templates")))
        {
            var name = Path.GetFileName(file);
            string sheet;
            await using (var reader = await Workbooks.OpenAsync(await File.ReadAllBytesAsync(file), name)) sheet = reader.Sheets[0].Name;
            using var output = new MemoryStream();
            await ErrorWorkbook.WriteAsync(output, file, name, [new(sheet, 4, 1, "名称", "", "名称不能为空。", "请填写名称。", true)], new Dictionary<string, int> { [sheet] = 3 });

            var rows = await Workbooks.RowsAsync(output.ToArray());
            Assert.Contains(rows.Single(row => row.Number == 3).Cells, cell => cell.Text == ErrorWorkbook.ProblemColumnTitle);
            Assert.Contains(rows.Single(row => row.Number == 4).Cells, cell => cell.Text.Contains("名称不能为空", StringComparison.Ordinal));
        }
    }

    [SharedDataFact]
    public async Task Write_RealListing_ComesBackComplete()
    {
        var file = SharedDataFactAttribute.PathOf("listings", "yancheng-2023.xlsx");
        using var output = new MemoryStream();

        await ErrorWorkbook.WriteAsync(output, file, "yancheng-2023.xlsx", [.. Enumerable.Range(2, 1_000).Select(row => new CellFinding("Sheet1", row, 2, "更新频率", "每年", "不在范围内。", "请改。", true))]);

        Assert.Equal(2_428, (await Workbooks.RowsAsync(output.ToArray())).Count);
    }

    /// <summary>A sheet to fill in and a hidden one of choices; the fill of an unfilled cell has no kind.</summary>
    private static byte[] AsOpenpyxlSaves()
    {
        using var stream = new MemoryStream();
        using (var workbook = new XLWorkbook())
        {
            ImportKit.Fill(workbook.AddWorksheet("清单"), ["栏目1", "栏目2"], ["甲", "每日"], ["丙", "每旬"], ["乙", "每年"], ["乙", "每年"]);
            ImportKit.Fill(workbook.AddWorksheet("字典").Hide(), ["每日"], ["每月"]);
            workbook.SaveAs(stream);
        }

        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = archive.GetEntry("xl/styles.xml")!;
            using var text = part.Open();
            using var reader = new StreamReader(text);
            var styles = reader.ReadToEnd();
            Assert.Contains("patternType=\"none\"", styles, StringComparison.Ordinal);
            text.SetLength(0);
            text.Write(Encoding.UTF8.GetBytes(styles.Replace("patternType=\"none\"", "", StringComparison.Ordinal)));
        }

        return stream.ToArray();
    }

    private sealed class Remarks : ILogger
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Levels.Add(logLevel);
    }

    private async Task<MemoryStream> WriteAsync(
        byte[] original, string name, int editableRows = ErrorWorkbook.DefaultEditableRows, IReadOnlyList<CellFinding>? findings = null, IReadOnlyDictionary<string, int>? headers = null, ILogger? logger = null)
    {
        await File.WriteAllBytesAsync(_path, original);
        var output = new MemoryStream();
        await ErrorWorkbook.WriteAsync(output, _path, name, findings ?? Findings, headers, editableRows, logger);
        output.Position = 0;
        return output;
    }
}

using DataBureau.Tests.Shared;
using DataBureau.Web.Excel;

namespace DataBureau.Tests.Excel;

public sealed class RealFileTests
{
    [SharedDataFact]
    public async Task Listing_Portal_HasAllRows()
    {
        await using var reader = await OpenAsync("listings", "portal-listings-2023.csv");

        var rows = reader.Sheets[0].ReadRows().ToList();

        Assert.Equal(109_947 + 1, rows.Count);
        Assert.Equal("来源地区", rows[0].Column(1).Text);
        Assert.Equal(10, rows.Max(row => row.Cells.Count));
    }

    [SharedDataFact]
    public async Task Listing_Yancheng_HasAllRows()
    {
        await using var reader = await OpenAsync("listings", "yancheng-2023.xlsx");

        var rows = reader.Sheets[0].ReadRows().ToList();

        Assert.Equal(2_428, rows.Count);
        Assert.Equal("目录名称", rows[0].Column(1).Text);
        Assert.Equal("旅行社信息_可开放", rows[1].Column(1).Text);
        Assert.Equal(2_428, rows[^1].Number);
    }

    [SharedDataFact]
    public async Task Listing_Yinchuan_HasAllRows()
    {
        await using var reader = await OpenAsync("listings", "yinchuan-2023.xlsx");

        Assert.Equal(1_006, reader.Sheets[0].ReadRows().Count());
    }

    [SharedDataFact]
    public async Task Template_OfTheNation_GivesHeadersAndMerges()
    {
        await using var reader = await OpenAsync("templates", "excelTemplate.xlsx");

        var rows = reader.Sheets[0].ReadRows().Take(3).ToList();

        Assert.Equal("政务信息资源Excel模版", rows[0].Column(1).Text);
        Assert.Equal("信息资源名称\n（必填项）", rows[1].Column(27).Text);
        Assert.Contains(reader.Sheets[0].ReadMerges(), range => range is { FirstRow: 2, FirstColumn: 1, LastColumn: > 10 });
    }

    [SharedDataFact]
    public async Task Template_OfAVendor_GivesBothSheets()
    {
        await using var reader = await OpenAsync("templates", "数据资源目录导入模板.xlsx");

        Assert.Equal(["数据资源目录导入", "信息项导入"], reader.Sheets.Select(sheet => sheet.Name));
        Assert.Equal("*数据资源目录名称", reader.Sheets[0].ReadRows().Single(row => row.Number == 3).Column(2).Text);
    }

    [SharedDataFact]
    public async Task Template_LegacyForm_IsReadWithMerges()
    {
        await using var reader = await OpenAsync("templates", "resource-templet.xls");

        Assert.Equal(WorkbookFormat.Xls, reader.Format);
        Assert.Equal("资源目录编制_模版", reader.Sheets[0].ReadRows().First().Column(2).Text);
        Assert.NotEmpty(reader.Sheets[0].ReadMerges());
        Assert.Equal(reader.Sheets[0].ReadRows().Count(), reader.Sheets[0].ReadRows().Count());
    }

    private static async Task<WorkbookReader> OpenAsync(params string[] parts)
    {
        var opening = await WorkbookReader.OpenAsync(SharedDataFactAttribute.PathOf(parts), parts[^1]);
        Assert.True(opening.IsOpen, opening.Refusal?.Sentence);
        return opening.Reader;
    }
}

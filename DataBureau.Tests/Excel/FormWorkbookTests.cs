using ClosedXML.Excel;
using DataBureau.Web.Excel;

namespace DataBureau.Tests.Excel;

public sealed class FormWorkbookTests
{
    [Fact]
    public async Task Form_OfManyFields_IsOneA4PageWideWithMergedBoxes()
    {
        using var workbook = await BuildAsync();
        var sheet = workbook.Worksheet("目录审核表");

        Assert.Equal("政务数据目录审核表", sheet.Cell("A1").GetValue<string>());
        Assert.Contains(sheet.MergedRanges, range => range.RangeAddress.ToString() == "A1:F1");
        Assert.Equal("编号：SX-2024-0007", sheet.Cell("A2").GetValue<string>());
        Assert.Equal(XLPaperSize.A4Paper, sheet.PageSetup.PaperSize);
        Assert.Equal(XLPageOrientation.Portrait, sheet.PageSetup.PageOrientation);
        Assert.Equal(1, sheet.PageSetup.PagesWide);
        Assert.Equal("$A$1:$F$18", Assert.Single(sheet.PageSetup.PrintAreas).RangeAddress.ToString());
    }

    [Fact]
    public async Task Form_Fields_StandInPairsAndLongOnesAlone()
    {
        using var workbook = await BuildAsync();
        var sheet = workbook.Worksheet(1);

        Assert.Equal(["目录名称", "企业登记信息", "目录编码", "0012345"], new[] { "A4", "B4", "D4", "E4" }.Select(cell => sheet.Cell(cell).GetValue<string>()));
        Assert.Equal("摘要", sheet.Cell("A6").GetValue<string>());
        Assert.Contains(sheet.MergedRanges, range => range.RangeAddress.ToString() == "B6:F6");
        Assert.True(sheet.Row(6).Height > sheet.Row(4).Height);
        Assert.Equal(XLBorderStyleValues.Thin, sheet.Cell("B4").Style.Border.TopBorder);
    }

    [Fact]
    public async Task Form_TextLikeFormula_StaysText()
    {
        using var workbook = await BuildAsync();
        var cell = workbook.Worksheet(1).Cell("E5");

        Assert.False(cell.HasFormula);
        Assert.Equal("=1+1", cell.GetValue<string>());
    }

    [Fact]
    public async Task Form_SavedToResponse_WritesAsynchronously()
    {
        using var form = new FormWorkbook("表").Title("标题");
        var output = new NoSyncStream();

        await form.SaveAsync(output);

        Assert.True(output.Received.Length > 0);
    }

    [Fact]
    public async Task Form_Opinion_HasSignatureAndDateAtTheLowerRightOfItsBox()
    {
        using var workbook = await BuildAsync();
        var sheet = workbook.Worksheet(1);
        var (opinion, signature) = (sheet.Cell("B14"), sheet.Cell("B15"));

        Assert.Equal(("审核意见", "同意发布。"), (sheet.Cell("A14").GetValue<string>(), opinion.GetValue<string>()));
        Assert.Equal("签字（盖章）：张三    2024年3月5日", signature.GetValue<string>());
        Assert.Equal(XLAlignmentHorizontalValues.Right, signature.Style.Alignment.Horizontal);
        Assert.Contains(sheet.MergedRanges, range => range.RangeAddress.ToString() == "A14:A15");
        Assert.Equal((XLBorderStyleValues.None, XLBorderStyleValues.None), (opinion.Style.Border.BottomBorder, signature.Style.Border.TopBorder));
    }

    [Fact]
    public async Task Form_SerialNumbers_AreCentredUnderTheirHeader()
    {
        using var workbook = await SaveAsync(new FormWorkbook("表").Table([("序号", 1), ("材料名称", 5)], [["1", "规划文本"]]));
        var sheet = workbook.Worksheet(1);

        Assert.Equal([XLAlignmentHorizontalValues.Center, XLAlignmentHorizontalValues.Center], new[] { "A1", "A2" }.Select(c => sheet.Cell(c).Style.Alignment.Horizontal));
        Assert.NotEqual(XLAlignmentHorizontalValues.Center, sheet.Cell("B2").Style.Alignment.Horizontal);
    }

    [Fact]
    public async Task Form_Dates_AreWrittenOneWay()
    {
        using var workbook = await SaveAsync(new FormWorkbook("表").Fields(new("批准日期", "2026-12-01"), new("批准文号", "晋政发〔2026〕3号")).Opinion("意见", "同意。", "张三", new DateOnly(2026, 12, 1)));
        var sheet = workbook.Worksheet(1);

        Assert.Equal("2026年12月1日", sheet.Cell("B1").GetValue<string>());
        Assert.EndsWith("2026年12月1日", sheet.Cell("B3").GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_LongerThanAPage_BreaksBeforeABlockNotInside()
    {
        var form = new FormWorkbook("表").Title("标题");
        for (var i = 0; i < 12; i++)
            form.Section($"第 {i} 部分").TextBlock("说明", "内容", 6);
        using var workbook = await SaveAsync(form);
        var sheet = workbook.Worksheet(1);

        Assert.NotEmpty(sheet.PageSetup.RowBreaks);
        Assert.All(sheet.PageSetup.RowBreaks, below => Assert.StartsWith("第", sheet.Cell(below + 1, 1).GetValue<string>(), StringComparison.Ordinal));
        Assert.Equal((1, 0), (sheet.PageSetup.PagesWide, sheet.PageSetup.PagesTall));
    }

    private static async Task<XLWorkbook> SaveAsync(FormWorkbook form)
    {
        using (form)
        {
            var output = new MemoryStream();
            await form.SaveAsync(output);
            output.Position = 0;
            return new XLWorkbook(output);
        }
    }

    private static Task<XLWorkbook> BuildAsync() => SaveAsync(
        new FormWorkbook("目录审核表")
            .Title("政务数据目录审核表")
            .NumberLine("SX-2024-0007", "填表日期：2024 年 3 月 1 日")
            .Section("一、基本信息")
            .Fields(
                new("目录名称", "企业登记信息"), new("目录编码", "0012345"),
                new("提供单位", "省市场监督管理局"), new("备注", "=1+1"),
                new("摘要", new string('长', 150)),
                new("更新周期", "每日"), new("共享属性", "有条件共享"),
                new("联系人", null))
            .TextBlock("共享条件", "用于办理行政许可事项时核验。", minLines: 3)
            .Section("二、会商意见")
            .Table([("单位", 2), ("意见", 3), ("日期", 1)], [["省公安厅", "同意", "2024-03-02"], ["省税务局", "建议明确用途", "2024-03-03"]])
            .Opinion("审核意见", "同意发布。", "张三", new DateOnly(2024, 3, 5))
            .Signatures("经办人", "负责人")
            .Note("注：本表一式两份。"));
}

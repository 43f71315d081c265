using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class TableFooterTests
{
    [Theory]
    [InlineData("合计|2", "合计")]
    [InlineData("合 计||2||1,000.5", "合计")]
    [InlineData("|总计：12条", "总计")]
    [InlineData("小计", "小计")]
    [InlineData("填表人：张三", "填表人")]
    [InlineData("填 表 人:张三||审核人：李四|填表日期：2026年1月1日", "填表人")]
    [InlineData("单位（盖章）：|联系电话：0351-1234567", "单位(盖章)")]
    [InlineData("联系人：王五|单位负责人：赵六", "单位负责人")]
    public void Label_OfARowOfTheSheet_IsFound(string row, string label) => Assert.Equal(label, LabelOf(row));

    [Theory]
    [InlineData("")]
    [InlineData("2|3")] // numbers of what
    [InlineData("合计|养老机构信息")]
    [InlineData("填表人：张三|养老机构信息")]
    [InlineData("填表人：张三|5")]
    [InlineData("填表人|张三")]
    [InlineData("合计服务人数信息")]
    [InlineData("审核人信息")]
    [InlineData("联系电话：0351-1234567")]
    [InlineData("养老机构信息|填表人：张三")]
    public void Label_OfARowWithAnythingElse_IsNone(string row) => Assert.Null(LabelOf(row));

    private static string? LabelOf(string row) => TableFooter.LabelOf(row.Split('|'), static c => c);
}

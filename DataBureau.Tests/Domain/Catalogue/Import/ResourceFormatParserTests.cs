using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class ResourceFormatParserTests
{
    [Theory]
    [InlineData("['xls', 'xml', 'xls', '接口']", "电子表格:xls、自描述格式:xml、服务接口")]
    [InlineData("电子表格-xlsx", "电子表格:xlsx")]
    [InlineData("电子文件/html", "电子文件:html")]
    [InlineData("xls/xlsx", "电子表格:xls、电子表格:xlsx")]
    [InlineData("数据库：MySQL；电子文件：pdf", "数据库:mysql、电子文件:pdf")]
    [InlineData("数据库:impala", "数据库:impala")]
    [InlineData("file", "电子文件")]
    [InlineData("sql server", "数据库:sqlServer")]
    [InlineData("达梦", "数据库:Dm")]
    [InlineData("zip,其他:shp", "其他:zip、其他:shp")]
    public void Format_Spelling_IsPartsInOrderOnce(string text, string expected) => Assert.Equal(expected, ResourceFormatParser.Parse(text).Value.ToString());

    [Theory]
    [InlineData("03,0310", "「03,0310」像是某个平台的内部代码")]
    [InlineData("$type", "不是一种格式")]
    [InlineData("data", "没有说明是什么格式")]
    [InlineData("['xls', 'link']", "「link」说的是取得的途径")]
    [InlineData("自描述:MySQL", "mysql 属于数据库")]
    [InlineData("shp", "例如「其他:shp」")]
    public void Format_OtherWords_AreUnknownAndSayWhy(string text, string why) => Assert.Contains(why, ResourceFormatParser.Parse(text).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("['']")]
    [InlineData("暂无")]
    [InlineData(null)]
    public void Format_NothingWritten_IsBlank(string? text) => Assert.True(ResourceFormatParser.Parse(text).IsBlank);

    [Theory]
    [InlineData("电子表格", "xlsx", null, "电子表格:xlsx", null)]
    [InlineData("电子文件", "xml", null, "电子文件:xml", null)]
    [InlineData("电子表格", null, null, "电子表格", null)]
    [InlineData(null, "oracle", null, "数据库:oracle", null)]
    [InlineData("数据库", "其他", "神通", "数据库:神通", null)]
    [InlineData("电子文件", "其他", "纸质档案（扫描件）", "电子文件:其他", "纸质档案（扫描件）")]
    [InlineData("电子文件", "pdf", "扫描件", "电子文件:pdf", "扫描件")]
    [InlineData("[]", "xls", null, "电子表格:xls", null)]
    [InlineData(null, null, "图纸", "其他:图纸", null)]
    [InlineData("电子表格:xls", "xls", null, "电子表格:xls", null)]
    public void Format_ThreeCells_AreReadTogether(string? category, string? type, string? other, string expected, string? note)
    {
        var parsed = ResourceFormatParser.Parse(category, type, other);
        Assert.Equal((expected, note), (parsed.Value.ToString(), parsed.Note));
    }

    [Theory]
    [InlineData("电子表格", "oracle", "oracle 属于数据库")]
    [InlineData("xls", "pdf", "不一致")]
    [InlineData("什么", "xls", "「什么」")]
    public void Format_CellsThatContradict_AreRefused(string category, string type, string why) =>
        Assert.Contains(why, ResourceFormatParser.Parse(category, type).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Format_TextOfAnyReading_IsReadBackTheSame()
    {
        foreach (var spelling in VocabularyTable.Spellings(File.ReadAllText(VocabularyTable.ApprovedPath))["格式"])
        {
            if (ResourceFormatParser.Parse(spelling) is { HasValue: true } parsed)
                Assert.Equal(parsed.Value, ResourceFormatParser.Parse(parsed.Value.ToString()).Value);
        }
    }
}

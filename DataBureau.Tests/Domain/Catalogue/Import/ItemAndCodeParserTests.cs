using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class ItemAndCodeParserTests
{
    [Theory]
    [InlineData("C", ItemDataType.Character, null)]
    [InlineData("字符型C", ItemDataType.Character, null)]
    [InlineData("字符型（C）", ItemDataType.Character, null)]
    [InlineData("VARCHAR2(50)", ItemDataType.Character, "VARCHAR2(50)")]
    [InlineData("number(10,2)", ItemDataType.Numeric, "number(10,2)")]
    [InlineData("高精度型", ItemDataType.Numeric, "高精度型")]
    [InlineData("int", ItemDataType.Integer, null)]
    [InlineData("整数型", ItemDataType.Integer, null)]
    [InlineData("datetime", ItemDataType.DateTime, null)]
    [InlineData("日期型", ItemDataType.Date, null)]
    [InlineData("布尔型", ItemDataType.Logical, null)]
    public void ItemDataType_Spelling_IsMapped(string text, ItemDataType expected, string? note)
    {
        var parsed = ItemDataTypeParser.Parse(text);
        Assert.Equal((expected, note), (parsed.Value, parsed.Note));
    }

    [Theory]
    [InlineData("时间型", "日期时间型T")]
    [InlineData("其他", "通用型G")]
    [InlineData("X", "不在类型表内")]
    public void ItemDataType_OtherWords_AreUnknownAndSayWhatWouldBeRight(string text, string hint) => Assert.Contains(hint, ItemDataTypeParser.Parse(text).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("20", 20, null)]
    [InlineData("20.0", 20, null)]
    [InlineData("18,2", 18, "小数 2 位")]
    [InlineData("（18，2）", 18, "小数 2 位")]
    [InlineData("32位", 32, null)]
    public void ItemLength_Spelling_IsWholeDigits(string text, int expected, string? note)
    {
        var parsed = ItemLengthParser.Parse(text);
        Assert.Equal((expected, note), (parsed.Value, parsed.Note));
    }

    [Theory]
    [InlineData("18.2")]
    [InlineData("0")]
    [InlineData("不限")]
    [InlineData("-5")]
    public void ItemLength_NoLength_IsUnknown(string text) => Assert.Contains("不是正整数", ItemLengthParser.Parse(text).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("L1", SecurityGrade.General1)]
    [InlineData("2级", SecurityGrade.General2)]
    [InlineData("一般数据3级", SecurityGrade.General3)]
    [InlineData("四级", SecurityGrade.General4)]
    [InlineData("重要数据", SecurityGrade.Important)]
    [InlineData("核心", SecurityGrade.Core)]
    public void Grade_Spelling_IsMapped(string text, SecurityGrade expected) => Assert.Equal(expected, new GradeParser().Parse(text).Value);

    [Theory]
    [InlineData("一般数据", "没有说明是第几级")]
    [InlineData("1", "是否为「1级」")]
    [InlineData("5级", "不是数据分级")]
    public void Grade_Unclear_IsUnknown(string text, string why) => Assert.Contains(why, new GradeParser().Parse(text).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("公用企业", DataOwnership.PublicUtility)]
    [InlineData("政务数据", DataOwnership.Government)]
    public void Ownership_Spelling_IsMapped(string text, DataOwnership expected) => Assert.Equal(expected, OwnershipParser.Parse(text).Value);

    [Fact]
    public void Ownership_PublicData_IsUnknown() => Assert.Contains("好几类单位", OwnershipParser.Parse("公共数据").Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-03-01")]
    [InlineData("2024/3/1")]
    [InlineData("2024.3.1")]
    [InlineData("2024年3月1日")]
    [InlineData("20240301")]
    [InlineData("2024-03-01 12:30:59")]
    [InlineData("2024-03-01T12:30:59.123")]
    [InlineData("２０２４－０３－０１")]
    public void Date_Spelling_IsTheDay(string text) => Assert.Equal(new DateOnly(2024, 3, 1), DateParser.Parse(text).Value);

    [Theory]
    [InlineData("24-03-01", "只有两位")]
    [InlineData("2024-02-30", "没有这一天")]
    [InlineData("1948-01-01", "不在 1949 至 2100 之间")]
    [InlineData("2024-03", "没有写到日")]
    [InlineData("45352", "日期序号")]
    [InlineData("1585584000000", "时间戳")]
    [InlineData("2024-02-29T16:00:00Z", "时区")]
    [InlineData("2024-03/01", "不是日期")]
    public void Date_Unclear_IsUnknownAndSaysWhy(string text, string why) => Assert.Contains(why, DateParser.Parse(text).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Code_NationalPattern_HasPrefixAndSequence()
    {
        var code = ResourceCodeRules.Parse(" 3060010101／000012 ").Value;
        Assert.Equal(("3060010101/000012", new ResourceCodeStructure("3060010101", "000012"), null), (code.Text, code.Structure, code.Warning));
    }

    [Theory]
    [InlineData("XQ-2023-001", "不是「前段码/后段码」的写法")]
    [InlineData("202115000000000000", "可能被 Excel 舍去")]
    public void Code_ForeignLayout_IsKeptWithWarning(string text, string warning)
    {
        var code = ResourceCodeRules.Parse(text).Value;
        Assert.Equal((text, null), (code.Text, code.Structure));
        Assert.Contains(warning, code.Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.02115E+17")]
    [InlineData("3.06e10")]
    public void Code_Scientific_IsPrecisionLost(string text)
    {
        Assert.StartsWith("代码被 Excel 改成了科学计数法", ResourceCodeRules.Parse(text).Sentence, StringComparison.Ordinal);
        Assert.True(RelatedCodesParser.Parse($"306001/1、{text}").IsUnknown);
    }

    [Fact]
    public void RelatedCodes_AnySeparator_AreSplitOnce() =>
        Assert.Equal(["306001/1", "306001/2", "306001/3"], RelatedCodesParser.Parse("306001/1、306001/2；306001/1\n 306001/3，").Value);

    [Fact]
    public void RelatedCodes_None_IsBlank() => Assert.True(RelatedCodesParser.Parse("无").IsBlank);
}

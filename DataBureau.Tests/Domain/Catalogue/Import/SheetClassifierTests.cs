using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class SheetClassifierTests
{
    private static readonly string[][] Entries = [["信息资源名称", "信息资源摘要"], ["a", "b"]];
    private static readonly string Prose = new('说', 80);

    [Theory]
    [InlineData("目录", SheetKind.Entries)]
    [InlineData("填写示例", SheetKind.Instructions)]
    [InlineData("字典", SheetKind.Dictionary)]
    [InlineData("问题清单", SheetKind.ErrorList)]
    public void Classify_SheetWithHeader_NameMayOverrule(string name, SheetKind expected) => Assert.Equal(expected, Classify(name, Entries));

    [Fact]
    public void Classify_ItemsThatNameTheirEntry_IsItems() => Assert.Equal(SheetKind.Items, Classify("Sheet2", [["目录名称", "信息项名称", "数据类型", "共享属性"]]));

    [Fact]
    public void Classify_EntriesWithTheirItems_IsEntries() => Assert.Equal(SheetKind.Entries, Classify("Sheet1", [["目录名称", "目录摘要", "信息项名称", "数据类型"]]));

    [Fact]
    public void Classify_LongTextOnly_IsInstructions() => Assert.Equal(SheetKind.Instructions, Classify("Sheet3", [[Prose], [Prose], ["注"]]));

    [Fact]
    public void Classify_ColumnsHeadedByValues_IsDictionary() => Assert.Equal(SheetKind.Dictionary, Classify("Sheet4", [["电子文件", "电子表格", "数据库"], ["doc", "xls", "mysql"]]));

    [Fact]
    public void Classify_SomethingElse_IsUnknown() => Assert.Equal(SheetKind.Unknown, Classify("Sheet5", [["a", "b"], ["1", "2"]]));

    private static SheetKind Classify(string name, string[][] rows) => SheetClassifier.Classify(name, rows, HeaderDetector.Detect(rows, []));
}

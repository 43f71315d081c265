using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class HeaderDetectorTests
{
    private static readonly string[] Plain = ["信息资源名称", "信息资源提供方", "更新周期"];

    [Fact]
    public void Detect_EmptySheet_IsNoTable() => Assert.IsType<HeaderDetection.NoTable>(Detect([[], ["", " "]]));

    [Fact]
    public void Detect_HeaderUnderTitleInstructionAndBlankRow_IsFound()
    {
        var layout = Found([["2024年政务信息资源目录"], ["填表说明：每个信息资源填写一行，信息资源名称不得重复，更新周期按实际情况填写，提供方填写单位全称。"], [], Plain, ["人口信息", "公安局", "每年"]], new MergedRange(0, 0, 0, 2), new MergedRange(1, 0, 1, 2));
        Assert.Equal([3], layout.HeaderRows);
        Assert.Equal(4, layout.FirstDataRow);
        Assert.Equal([CatalogueField.Name, CatalogueField.ProviderName, CatalogueField.UpdateFrequency], layout.Mapping.Columns.Select(c => c.Field));
    }

    [Fact]
    public void Detect_TwoRowHeaderWithoutMergedRanges_GroupReachesRight()
    {
        var layout = Found([["名称", "共享属性", "", "共享方式", ""], ["", "类型", "条件", "分类", "类型"], ["人口信息", "无条件共享", "", "共享平台方式", "接口"]]);
        Assert.Equal([0, 1], layout.HeaderRows);
        Assert.Equal(
            [CatalogueField.Name, CatalogueField.SharingAttribute, CatalogueField.SharingCondition, CatalogueField.SharingMethodCategory, CatalogueField.SharingMethod],
            layout.Columns.Select(c => c.Field!.Value));
        Assert.Equal("共享方式/类型", layout.Columns[4].Title);
    }

    [Fact]
    public void Detect_ColumnNumbersBelowHeader_AreNotData() => Assert.Equal(2, Found([Plain, ["1", "2", "3"], ["人口信息", "公安局", "每年"]]).FirstDataRow);

    [Fact]
    public void Detect_TwoColumnsForOneField_BetterWordWinsAndOtherIsExplained()
    {
        var layout = Found([["发布时间", "资源名称", "目录名称", "发布日期"]]);
        Assert.Equal((1, 3), (layout.Find(CatalogueField.Name)!.Index, layout.Find(CatalogueField.PublicationDate)!.Index));
        Assert.Contains("第 D 列「发布日期」更合适", layout.Columns[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_DataWithoutHeader_IsListed()
    {
        var column = Found([["名称", "摘要"], ["a", "b", "c"]]).Columns[2];
        Assert.Equal((2, string.Empty, "有数据而没有表头，不读取。"), (column.Index, column.Text, column.Why));
    }

    [Fact]
    public void Detect_NoNameColumn_IsRefusedWithHeadersFound()
    {
        var refusal = Assert.IsType<HeaderDetection.NotACatalogue>(Detect([["系统名称", "更新周期", "建设单位"], ["a", "每年", "b"]]));
        Assert.Equal("这张表不是目录表：找到的表头是「系统名称」、「更新周期」、「建设单位」，能识别的只有「更新周期」。目录表的表头至少要有「信息资源名称」和另外一栏，例如「信息资源提供方」「信息资源摘要」「更新周期」。", refusal.Sentence);
    }

    [Fact]
    public void Detect_NameColumnOnly_IsRefused() => Assert.IsType<HeaderDetection.NotACatalogue>(Detect([["名称", "单价"], ["a", "1"]]));

    [Fact]
    public void Detect_FormWithTwoLabelsPerRow_IsForm()
    {
        var form = Detect(
        [
            ["政务信息资源登记表"],
            ["信息资源名称", "", "信息资源代码", ""],
            ["信息资源提供方", "", "提供方代码", ""],
            ["信息资源摘要", ""],
            ["共享类型", "", "更新周期", ""],
            ["负责人签字", "", "年 月 日"],
        ]);
        Assert.Contains("不是每行一条的目录表", Assert.IsType<HeaderDetection.Form>(form).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_ItemsNamedLikeLabels_AreStillATable()
    {
        string[][] rows = [["信息资源名称", "信息项名称", "数据类型", "数据长度"], .. new[] { "摘要", "发布日期", "联系电话", "更新周期", "提供单位", "名称" }.Select(item => new[] { "企业信息", item, "C", "20" })];
        var layout = Found(rows);
        Assert.Equal((SheetKind.Items, 1), (layout.Kind, layout.FirstDataRow));
    }

    [Fact]
    public void Detect_ExplanationOfFields_IsNoForm() => Assert.IsType<HeaderDetection.NotACatalogue>(Detect(
        [["字段", "填写说明"], ["信息资源名称", "必填"], ["信息资源摘要", "必填"], ["更新周期", "必填"], ["共享类型", "必填"], ["发布日期", "选填"], ["信息资源代码", "选填"]]));

    [Fact]
    public void Fingerprint_SameHeadersPrintedDifferently_IsTheSame() =>
        Assert.Equal(Found([Plain]).Fingerprint, Found([["标题"], ["*信息资源名称 ", "信息资源提供方\n（必填项）", "更新周期："]]).Fingerprint);

    [Fact]
    public void Fingerprint_RowAboutTheSheetAboveHeader_DoesNotCount() => Assert.Equal(
        Found([Plain]).Fingerprint,
        Found([["填报目录"], ["填报单位：公安局", "", "填报日期：2024-03-01"], Plain], new MergedRange(0, 0, 0, 2), new MergedRange(1, 0, 1, 1)).Fingerprint);

    [Fact]
    public void Fingerprint_ColumnsMoved_Differs()
    {
        Assert.NotEqual(Found([Plain]).Fingerprint, Found([[Plain[1], Plain[0], Plain[2]]]).Fingerprint);
        Assert.NotEqual(Found([Plain]).Fingerprint, Found([[Plain[0], "", Plain[1], Plain[2]]]).Fingerprint);
    }

    private static HeaderDetection Detect(string[][] rows, params MergedRange[] merged) => HeaderDetector.Detect(rows, merged);

    private static HeaderLayout Found(string[][] rows, params MergedRange[] merged) => Assert.IsType<HeaderDetection.Found>(Detect(rows, merged)).Header;
}

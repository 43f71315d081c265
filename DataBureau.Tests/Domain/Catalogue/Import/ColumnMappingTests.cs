using System.Text.Json;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class ColumnMappingTests
{
    private static readonly ColumnMapping Mapping = new([new(CatalogueField.Name, 0), new(CatalogueField.Abstract, 1)]);

    [Fact]
    public void Json_RoundTrip_KeepsFieldsByName()
    {
        var json = JsonSerializer.Serialize(Mapping);
        Assert.Equal("""{"Columns":[{"Field":"Name","Column":0},{"Field":"Abstract","Column":1}]}""", json);
        Assert.Equal(Mapping.Columns, JsonSerializer.Deserialize<ColumnMapping>(json)!.Columns);
    }

    [Fact]
    public void Validate_FieldTwice_NamesBothColumns()
    {
        var corrected = Mapping.ApplyCorrection(27, CatalogueField.Abstract);
        Assert.Equal(["「信息资源摘要」同时对应了第 B 列、第 AB 列，请只留一列。"], corrected.Validate());
    }

    [Fact]
    public void Validate_NoName_SaysWhatIsMissing() =>
        Assert.Equal(["没有一列对应「信息资源名称」。请指定哪一列是信息资源名称。"], Mapping.ApplyCorrection(0, null).Validate());

    [Fact]
    public void Validate_DeeperClassLevels_MayRepeat() =>
        Assert.Empty(Mapping.ApplyCorrection(5, CatalogueField.ClassLevelDeeper).ApplyCorrection(6, CatalogueField.ClassLevelDeeper).Validate());

    [Fact]
    public void Validate_OneColumnTwiceOrOutside_IsRefused()
    {
        var broken = new ColumnMapping([.. Mapping.Columns, new(CatalogueField.Code, 0), new(CatalogueField.Theme, -1)]);
        Assert.Equal(2, broken.Validate().Count);
    }

    [Fact]
    public void Validate_Items_NeedItemAndItsEntry()
    {
        Assert.Equal(["没有一列对应「信息项名称」。请指定哪一列是信息项名称。"], Mapping.Validate(SheetKind.Items));
        Assert.Contains("哪个目录条目", Assert.Single(new ColumnMapping([new(CatalogueField.ItemName, 0)]).Validate(SheetKind.Items)), StringComparison.Ordinal);
    }

    [Fact]
    public void ApplyCorrection_ToLayout_ReplacesGuessesAndSaysSo()
    {
        var layout = HeaderDetector.Detect([["名称", "摘要", "更新时间", "标签"]], []).Layout!;
        var corrected = layout.ApplyCorrection(layout.Mapping.ApplyCorrection(2, CatalogueField.PublicationDate).ApplyCorrection(1, null));
        Assert.Equal([CatalogueField.Name, null, CatalogueField.PublicationDate, null], corrected.Columns.Select(c => c.Field));
        Assert.Equal("按您的指定作为「发布日期」读入。", corrected.Columns[2].Why);
        Assert.Equal(HeaderMatch.Ignored, corrected.Columns[3].Match);
        Assert.Equal(layout.Fingerprint, corrected.Fingerprint);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Letters_Index_IsTheColumnOfExcel(int index, string expected) => Assert.Equal(expected, ColumnMapping.Letters(index));
}

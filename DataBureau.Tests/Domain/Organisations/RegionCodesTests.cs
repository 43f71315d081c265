using DataBureau.Domain.Organisations;
using DataBureau.Web.Seed;

namespace DataBureau.Tests.Domain.Organisations;

public sealed class RegionCodesTests
{
    [Theory]
    [InlineData("140000", "14", RegionLevel.Province, "000000")]
    [InlineData("140100", "1401", RegionLevel.City, "140000")]
    [InlineData("140105", "140105", RegionLevel.County, "140100")]
    [InlineData("000000", "", RegionLevel.Nation, "000000")]
    public void Code_OfEachLevel_PrefixLevelAndParent(string code, string prefix, RegionLevel level, string parent)
    {
        Assert.Equal(prefix, RegionCodes.Prefix(code));
        Assert.Equal(level, RegionCodes.Level(code));
        Assert.Equal(parent, RegionCodes.Parent(code));
    }

    [Theory]
    [InlineData("140000", "140105", true)]
    [InlineData("140100", "140105", true)]
    [InlineData("140105", "140105", true)]
    [InlineData("140105", "140100", false)]
    [InlineData("140100", "140200", false)]
    [InlineData("130000", "140000", false)]
    [InlineData("000000", "350527", true)]
    public void Contains_ByPrefix(string region, string other, bool contains) => Assert.Equal(contains, RegionCodes.Contains(region, other));

    [Fact]
    public void SelfAndAbove_County_NearestFirstWithoutTheNation() => Assert.Equal(["140105", "140100", "140000"], RegionCodes.SelfAndAbove("140105"));

    [Theory]
    [InlineData("14010", false)]
    [InlineData("1401O0", false)]
    [InlineData("１４０１００", false)]
    [InlineData(null, false)]
    [InlineData("140100", true)]
    public void IsValid_SixDigits(string? code, bool valid) => Assert.Equal(valid, RegionCodes.IsValid(code));

    [Fact]
    public void ReferenceRegions_EachLiesInItsParentAndHasItsLevel() => Assert.All(ReferenceData.ReadRegions(), r =>
    {
        Assert.Equal(RegionCodes.Level(r.Code), r.Level);
        Assert.True(r.ParentCode is null || (r.ParentCode == RegionCodes.Parent(r.Code) && RegionCodes.Contains(r.ParentCode, r.Code)));
    });

    [Theory]
    [InlineData("140105", RegionLevel.Province, "140000")]
    [InlineData("140105", RegionLevel.City, "140100")]
    [InlineData("140105", RegionLevel.County, "140105")]
    [InlineData("140100", RegionLevel.County, "140100")]
    public void At_ALevel_IsTheRegionOfItAbove(string code, RegionLevel level, string expected) => Assert.Equal(expected, RegionCodes.At(code, level));
}

using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class SharingParserTests
{
    private static readonly SharingParser Sharing = new();

    [Theory]
    [InlineData("无条件共享", SharingAttribute.Unconditional, null)]
    [InlineData("1", SharingAttribute.Unconditional, null)]
    [InlineData("申请共享", SharingAttribute.Conditional, null)]
    [InlineData("不共享", SharingAttribute.NotShared, null)]
    [InlineData("暂不共享", SharingAttribute.NotShared, "暂不共享")]
    public void Sharing_ClearSynonym_IsMapped(string text, SharingAttribute expected, string? note)
    {
        var parsed = Sharing.Parse(text);
        Assert.Equal((expected, note), (parsed.Value, parsed.Note));
    }

    [Theory]
    [InlineData("无条件开放", "开放请填在「开放类型」一栏")]
    [InlineData("按需共享", "请改填「有条件共享」")]
    [InlineData("是", "没有说明有无条件")]
    [InlineData("看情况", "不是共享属性")]
    public void Sharing_OtherWords_AreUnknownAndSayWhy(string text, string why) => Assert.Contains(why, Sharing.Parse(text).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Sharing_JurisdictionLabels_AreAccepted() =>
        Assert.Equal(SharingAttribute.Conditional, new SharingParser(new Dictionary<string, SharingAttribute> { ["按需共享"] = SharingAttribute.Conditional }).Parse("按需共享").Value);

    [Theory]
    [InlineData("共享平台方式", "接口", SharingMethod.Interface)]
    [InlineData("共享平台方式", "数据库", SharingMethod.Database)]
    [InlineData("邮件或介质", "拷盘", SharingMethod.Media)]
    [InlineData("邮件方式", "无", SharingMethod.Mail)]
    [InlineData("共享平台方式/接口", null, SharingMethod.Interface)]
    [InlineData(null, "WebService", SharingMethod.Interface)]
    [InlineData(null, "库表交换", SharingMethod.Database)]
    [InlineData("介质方式", null, SharingMethod.Media)]
    public void SharingMethod_ClassAndType_AreReadTogether(string? category, string? type, SharingMethod expected) =>
        Assert.Equal(expected, SharingMethodParser.Parse(category, type).Value);

    [Theory]
    [InlineData("共享平台方式", null, "没有说明在平台上怎样共享")]
    [InlineData("邮件或介质", "无", "没有说明是哪一种")]
    [InlineData("共享平台方式", "邮件", "不一致")]
    [InlineData("邮件方式", "接口", "不一致")]
    [InlineData(null, "数据库、接口", "写了不止一种")]
    [InlineData(null, "电话", "不是共享方式")]
    [InlineData("某平台", "接口", "不是共享方式")]
    public void SharingMethod_UnclearOrContradicting_IsUnknownAndSaysWhy(string? category, string? type, string why) =>
        Assert.Contains(why, SharingMethodParser.Parse(category, type).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "-")]
    public void SharingMethod_NothingWritten_IsBlank(string? category, string? type) => Assert.True(SharingMethodParser.Parse(category, type).IsBlank);
}

using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class FrequencyAndOpeningParserTests
{
    private static readonly OpeningTypeParser Opening = new();

    [Theory]
    [InlineData("每年", UpdateFrequency.Yearly, null)]
    [InlineData(" 按年更新 ", UpdateFrequency.Yearly, null)]
    [InlineData("一年一次", UpdateFrequency.Yearly, null)]
    [InlineData("‘每年’", UpdateFrequency.Yearly, null)]
    [InlineData("每天", UpdateFrequency.Daily, null)]
    [InlineData("半个月", UpdateFrequency.HalfMonthly, null)]
    [InlineData("即时", UpdateFrequency.RealTime, null)]
    [InlineData("静态数据", UpdateFrequency.Static, null)]
    [InlineData("每月(更新说明:暂无新业务数据产生)", UpdateFrequency.Monthly, "暂无新业务数据产生")]
    [InlineData("每季度（次月，10日前）", UpdateFrequency.Quarterly, "次月，10日前")]
    [InlineData("其他：每五年", UpdateFrequency.Other, "每五年")]
    [InlineData("每两年", UpdateFrequency.Other, "每两年")]
    [InlineData("小时级", UpdateFrequency.Other, "小时级")]
    [InlineData("每年1-2次", UpdateFrequency.Other, "每年1-2次")]
    [InlineData("自定义", UpdateFrequency.Other, "自定义")]
    public void UpdateFrequency_Spelling_IsMappedAndItsWordsKept(string text, UpdateFrequency expected, string? note)
    {
        var parsed = UpdateFrequencyParser.Parse(text);
        Assert.Equal((expected, note), (parsed.Value, parsed.Note));
    }

    [Theory]
    [InlineData("牲畜饲养")]
    [InlineData("2023年")]
    [InlineData("无")]
    [InlineData("年报")]
    public void UpdateFrequency_NoFrequency_IsUnknownInWords(string text) =>
        Assert.Contains($"「{text}」看不出多久更新一次", UpdateFrequencyParser.Parse(text).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("无条件", OpeningType.Unconditional)]
    [InlineData("完全开放", OpeningType.Unconditional)]
    [InlineData("需申请开放", OpeningType.Conditional)]
    [InlineData("受限开放", OpeningType.Conditional)]
    [InlineData("禁止开放", OpeningType.NotOpened)]
    public void OpeningType_ClearSynonym_IsMapped(string text, OpeningType expected) => Assert.Equal(expected, Opening.Parse(text).Value);

    [Theory]
    [InlineData("无条件开发", "是否为「无条件开放」")]
    [InlineData("无条件共享", "共享请填在「共享属性」一栏")]
    [InlineData("登录开放", "登录条件不是开放类型；请改填「有条件开放」")]
    [InlineData("开放网站", "开放的渠道")]
    [InlineData("L1", "数据分级")]
    [InlineData("依申请公开", "与开放不是一回事")]
    [InlineData("可开放", "没有说明有无条件")]
    [InlineData("无", "没有填的请留空")]
    public void OpeningType_OtherWords_AreUnknownAndSayWhy(string text, string why) => Assert.Contains(why, Opening.Parse(text).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("暂无")]
    [InlineData(" — ")]
    [InlineData(null)]
    public void OpeningType_Placeholder_IsBlank(string? text) => Assert.True(Opening.Parse(text).IsBlank);

    [Fact]
    public void OpeningType_JurisdictionLabels_AreAcceptedAndAdvised()
    {
        var fujian = new OpeningTypeParser(new Dictionary<string, OpeningType> { ["普遍开放"] = OpeningType.Unconditional, ["按规则开放"] = OpeningType.Conditional });
        Assert.Equal(OpeningType.Conditional, fujian.Parse("按规则开放").Value);
        var refusal = fujian.Parse("登录开放").Sentence;
        Assert.Contains("请改填「按规则开放」", refusal, StringComparison.Ordinal);
        Assert.EndsWith("可填：普遍开放、按规则开放、不予开放。", refusal, StringComparison.Ordinal);
        Assert.True(Opening.Parse("按规则开放").IsUnknown);
    }

    [Theory]
    [InlineData("是", true)]
    [InlineData("0", false)]
    [InlineData("可开放", true)]
    [InlineData("不予开放", false)]
    [InlineData("有条件开放", true)]
    public void IsOpen_Word_IsYesOrNo(string text, bool expected) => Assert.Equal(expected, IsOpenParser.Parse(text).Value);

    [Theory]
    [InlineData(null, "可开放", "无条件开放", OpeningType.Unconditional, null)]
    [InlineData(null, "可开放", "有条件开放", OpeningType.Conditional, null)]
    [InlineData("是", null, "经审核同意，方可取得", OpeningType.Conditional, "经审核同意，方可取得")]
    [InlineData("是", null, "无", OpeningType.Unconditional, null)]
    [InlineData("否", null, null, OpeningType.NotOpened, null)]
    [InlineData("有条件开放", null, "需申请", OpeningType.Conditional, "需申请")]
    [InlineData(null, "无条件开放", null, OpeningType.Unconditional, null)]
    [InlineData("否", "不予开放", null, OpeningType.NotOpened, null)]
    public void Opening_CellsThatAgree_AreReadTogether(string? isOpen, string? type, string? condition, OpeningType expected, string? kept)
    {
        var reading = OpeningReading.Combine(isOpen, type, condition, Opening);
        Assert.Empty(reading.Problems);
        Assert.Equal((expected, kept, expected != OpeningType.NotOpened), (reading.Type.Value, reading.Condition, reading.IsOpen));
    }

    [Theory]
    [InlineData("否", "无条件开放", null)]
    [InlineData(null, "有条件开放", "无条件开放")]
    [InlineData("是", "不予开放", null)]
    [InlineData("无条件开放", "有条件开放", null)]
    public void Opening_CellsThatContradict_AreRefusedOnce(string? isOpen, string? type, string? condition)
    {
        var reading = OpeningReading.Combine(isOpen, type, condition, Opening);
        Assert.EndsWith("两者矛盾。请改成一致。", Assert.Single(reading.Problems), StringComparison.Ordinal);
        Assert.True(reading.Type.IsUnknown);
    }

    [Fact]
    public void Opening_LocalLabelUnderYesOrNo_IsReadAndItsWordsKept()
    {
        var local = new OpeningTypeParser(new Dictionary<string, OpeningType> { ["按规则开放"] = OpeningType.Conditional });
        Assert.Equal(OpeningType.Conditional, OpeningReading.Combine("按规则开放", null, null, local).Type.Value);
        Assert.Equal("暂不开放", OpeningReading.Combine("暂不开放", null, null, local).Type.Note);
    }

    [Fact]
    public void Opening_YesAlone_LeavesTypeBlank()
    {
        var reading = OpeningReading.Combine("是", null, null, Opening);
        Assert.Equal((true, ParsedKind.Blank), (reading.IsOpen, reading.Type.Kind));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Opening_TypeCellUnreadable_IsProblemAndNotConcluded()
    {
        var reading = OpeningReading.Combine("是", "登录开放", "实名登录后下载", Opening);
        Assert.Contains("登录条件", Assert.Single(reading.Problems), StringComparison.Ordinal);
        Assert.True(reading.Type.IsUnknown);
    }
}

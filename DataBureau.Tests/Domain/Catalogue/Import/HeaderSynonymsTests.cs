using DataBureau.Domain;
using DataBureau.Domain.Catalogue.Import;

namespace DataBureau.Tests.Domain.Catalogue.Import;

public sealed class HeaderSynonymsTests
{
    [Theory]
    [InlineData("*信息资源名称", "信息资源名称")]
    [InlineData("＊ 信息资源名称：", "信息资源名称")]
    [InlineData("信息资源名称\n（必填项）", "信息资源名称")]
    [InlineData("数据存储总量（G）\n（必填项）", "数据存储总量")]
    [InlineData("3、更新周期", "更新周期")]
    [InlineData("ＩＤ", "id")]
    [InlineData("名称(英文)", "名称(英文)")]
    public void Normalise_WhatVariesBetweenPrintings_IsDropped(string header, string expected) => Assert.Equal(expected, HeaderText.Normalise(header));

    [Theory]
    [InlineData(null, "数据资源目录名称", CatalogueField.Name)]
    [InlineData(null, "更新频度", CatalogueField.UpdateFrequency)]
    [InlineData(null, "更新频次", CatalogueField.UpdateFrequency)]
    [InlineData(null, "内容简介", CatalogueField.Abstract)]
    [InlineData("共享方式", "类型", CatalogueField.SharingMethod)]
    [InlineData("共享属性", "类型", CatalogueField.SharingAttribute)]
    [InlineData("信息资源格式", "类型", CatalogueField.FormatType)]
    [InlineData("信息项信息", "名称", CatalogueField.ItemName)]
    [InlineData("信息资源提供方", "信息资源提供方", CatalogueField.ProviderName)]
    [InlineData(null, "分类二十六级（选填项）", CatalogueField.ClassLevelDeeper)]
    [InlineData(null, "共享条件/不予共享依据", CatalogueField.SharingCondition)]
    [InlineData(null, "开放状态", CatalogueField.OpeningType)]
    [InlineData(null, "可开放", CatalogueField.IsOpen)]
    [InlineData(null, "数据归属", CatalogueField.Ownership)]
    [InlineData(null, "本年度更新周期", CatalogueField.UpdateFrequency)]
    public void Find_KnownHeader_IsItsField(string? group, string header, CatalogueField expected) => Assert.Equal(expected, HeaderSynonyms.Find(group, header).Field);

    [Theory]
    [InlineData(null, "问题说明", "退回的工作簿")]
    [InlineData(null, "更新时间", "不是发布日期")]
    [InlineData(null, "标签", "没有对应的字段")]
    [InlineData(null, "状态", "系统记录")]
    [InlineData(null, "更新周期说明", "补充说明")]
    [InlineData(null, "挂接资源名称", "库表的名称")]
    [InlineData("信息项信息", "共享属性", "信息项一级")]
    public void Find_ColumnWithoutCounterpart_IsIgnoredWithReason(string? group, string header, string reason)
    {
        var guess = HeaderSynonyms.Find(group, header);
        Assert.Equal((null, HeaderMatch.Ignored), (guess.Field, guess.Match));
        Assert.Contains(reason, guess.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "关联信息资源名称")]
    [InlineData(null, "原信息资源代码")]
    [InlineData("共享开放信息", "条件")]
    [InlineData(null, "公开属性")]
    public void Find_AmbiguousHeader_IsLeftToThePerson(string? group, string header) => Assert.Null(HeaderSynonyms.Find(group, header).Field);

    [Fact]
    public void Fields_All_HaveChineseTitleAndAreReachable()
    {
        Assert.All(ImportableFields.All, f => Assert.NotEmpty(f.ChineseName()));
        Assert.All(ImportableFields.All.Where(f => f != CatalogueField.ClassLevelDeeper), f => Assert.Equal(f, HeaderSynonyms.Find(null, f.ChineseName()).Field));
    }
}

using DataBureau.Domain.Projects;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.Projects;

public sealed class ComponentRulesTests
{
    [Fact]
    public void Replaces_ComesBackToItself_IsACircleThatNamesTheWay()
    {
        var (a, b, c) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var register = new[] { new ComponentLink(a, "甲", null), new ComponentLink(b, "乙", a), new ComponentLink(c, "丙", b) }.ToDictionary(l => l.Id);

        Assert.Contains("甲 → 丙 → 乙 → 甲", ComponentRules.Circle(a, "甲", c, register)!.Sentence, StringComparison.Ordinal);
        Assert.Equal("ComponentCircle", ComponentRules.Circle(a, "甲", a, register)?.Code);
        Assert.Equal("ComponentReplacedGone", ComponentRules.Circle(a, "甲", Guid.NewGuid(), register)?.Code);
        Assert.Null(ComponentRules.Circle(Guid.NewGuid(), "丁", c, register));
    }

    [Fact]
    public void Replaces_WhateverTheLinks_EndsAndRefusesExactlyTheCircles() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 9), 8).ToArbitrary(), links =>
    {
        var ids = links.Select((_, i) => new Guid(i, 0, 0, new byte[8])).ToList();
        var register = links.Select((l, i) => new ComponentLink(ids[i], $"{i}", l < ids.Count && l != i ? ids[l] : null)).ToDictionary(l => l.Id);
        return register.Values.All(link =>
        {
            var seen = new HashSet<Guid>();
            var next = link.ReplacesId;
            while (next is { } at && at != link.Id && seen.Add(at))
                next = register[at].ReplacesId;
            return (ComponentRules.Circle(link.Id, link.Name, link.ReplacesId, register) is not null) == (next == link.Id);
        });
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("统一身份认证", "统一身份认证", true)]
    [InlineData("身份认证", "统一身份认证平台", true)]
    [InlineData("电子证照共享", "电子证照", true)]
    [InlineData("视频会议", "统一身份认证", false)]
    [InlineData("", "统一身份认证", false)]
    public void Fit_ByWords_FindsWhatAnswers(string capability, string offered, bool fits) => Assert.Equal(fits, ComponentRules.Fit(capability, "某组件", [offered]) > 0);

    [Fact]
    public void Split_AnySeparator_EachOnce() => Assert.Equal(["身份认证", "电子印章"], ComponentRules.Split("身份认证、电子印章；身份认证，"));
}

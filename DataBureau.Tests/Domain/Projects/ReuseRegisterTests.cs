using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Projects;
using static DataBureau.Tests.Domain.Projects.ProjectCases;

namespace DataBureau.Tests.Domain.Projects;

/// <summary>J05: what is to be reused is in the register and in use, or is said to be in no register.</summary>
public sealed class ReuseRegisterTests
{
    private static readonly RegisteredComponent Live = new(Guid.NewGuid(), "统一身份认证平台", NameKey.Of("统一身份认证平台"), Retired: false);
    private static readonly RegisteredComponent Retired = new(Guid.NewGuid(), "旧版短信网关", NameKey.Of("旧版短信网关"), Retired: true);
    private static readonly RegisteredComponent[] Register = [Live, Retired];

    [Fact]
    public void Reuse_OfTheRegister_ChosenOrNamedInFull_IsComplete()
    {
        Assert.Empty(Check(Row("统一身份认证平台") with { ComponentId = Live.Id }));
        Assert.Empty(Check(Row(" 统一身份认证 平台")));
    }

    [Fact]
    public void Reuse_OfWhatIsInNoRegister_AsksForTheMarkAndTheOwner()
    {
        var row = Row("国家人口库");
        Assert.Contains("「国家人口库」不在登记册中", Check(row).Single(), StringComparison.Ordinal);
        Assert.Contains("请写明它属于哪个单位", Check(row with { Unregistered = true }).Single(), StringComparison.Ordinal);

        var marked = row with { Unregistered = true, Owner = "公安部" };

        Assert.Empty(Check(marked));
        Assert.Equal("国家人口库（未登记平台，所属单位：公安部）", marked.Target());
        Assert.Contains("未登记平台，所属单位：公安部", ProjectFields.All.Single(f => f.Key == nameof(ProjectContent.Reuse)).Text(Content() with { Reuse = [marked] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Reuse_OfWhatWasTakenOutOfUse_IsAFindingHoweverItIsNamed()
    {
        foreach (var row in new[] { Row("旧版短信网关") with { ComponentId = Retired.Id }, Row("旧版短信网关"), Row("旧版短信网关") with { Unregistered = true, Owner = "省大数据中心" } })
            Assert.Contains("「旧版短信网关」已经停用", Check(row).Single(), StringComparison.Ordinal);
        // Chosen once, and not in the register any more.
        Assert.Contains("不在登记册中", Check(Row("撤销的组件") with { ComponentId = Guid.NewGuid() }).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Submit_ReuseOfSomethingUnregistered_RefusedWhereARuleAsksForReuse()
    {
        var content = Content() with { Reuse = [Row("统一身份认证平台")] };

        var refusal = Draft(content: content).Try(ProjectAction.Submit, Builder)!;

        Assert.Equal(("ProjectReuseOpen", "J05"), (refusal.Code, refusal.Basis?.Mechanism));
        Assert.Null(Draft("350000", content).Try(ProjectAction.Submit, Builder));
        var registered = Draft(content: content);
        registered.Know(registered.Facts with { Register = Register });
        Assert.Null(registered.Try(ProjectAction.Submit, Builder));
        // Taken out of use while the project waits, it stands in the way of the reply too.
        registered.Know(registered.Facts with { Register = [Live with { Retired = true }] });
        Assert.Equal("ProjectReuseOpen", registered.Try(ProjectAction.Approve, Head)?.Code);
    }

    private static ReuseRow Row(string name) => new("某项能力", ReuseConclusion.Reusable, null, name, null);

    private static IReadOnlyList<string> Check(ReuseRow row) => [.. ProjectCheck.Reuse([row], Register).Select(f => f.Sentence)];
}

using DataBureau.Domain.Policy;
using DataBureau.Web.Features.Policies;

namespace DataBureau.Tests.Features.Policies;

public sealed class RuleComparisonTests
{
    private static readonly JurisdictionPolicy[] Policies = [.. PolicyLibrary.Embedded.Jurisdictions.Where(j => j.Packs.Count > 0)];

    private static RuleAnswer Answer(string title, string place) =>
        RuleComparison.Of(Policies).Single(r => r.Title == title).Answers[Array.FindIndex(Policies, p => p.Name == place)];

    [Fact]
    public void Of_Fujian_NotSharedIsTemporaryAndNeedsABasis()
    {
        Assert.Contains("暂不共享", Answer("共享类型", "福建省").Text, StringComparison.Ordinal);
        Assert.Equal("暂不共享", Answer("须提供依据的类型", "福建省").Text);
        Assert.Equal("法律、行政法规、国家政策", Answer("可以引用的依据", "福建省").Text);
        Assert.Contains("复核日期", Answer("受限共享的期限", "福建省").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Taiyuan_SharingFromTheProvinceOpeningItsOwn()
    {
        Assert.Equal(Answer("须说明理由的类型", "山西省").Text, Answer("须说明理由的类型", "太原市").Text);
        Assert.Contains("SXM-12-3", Answer("须说明理由的类型", "太原市").Citations.Select(c => c.Id));
        Assert.Equal("三类", Answer("开放方式", "太原市").Text);
        Assert.Equal("负面清单", Answer("开放方式", "山西省").Text);
    }

    [Fact]
    public void Of_NothingAsked_NothingCited()
    {
        var answer = Answer("须说明理由的类型", "福建省");

        Assert.Equal("不要求", answer.Text);
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public void Of_Plans_OnlyTheOneThatIsFiledIsNamed()
    {
        Assert.Equal("大数据发展应用规划：报上一级工业和信息化主管部门", Answer("规划的备案", "山西省").Text);
        Assert.Equal(Answer("规划的备案", "山西省").Text, Answer("规划的备案", "太原市").Text);
        Assert.Equal("没有条文要求备案", Answer("规划的备案", "福建省").Text);
        Assert.Empty(Answer("规划的备案", "福建省").Citations);
        Assert.NotEmpty(Answer("规划种类", "石家庄市").Citations);
        Assert.Contains("数字经济发展规划（市级、县级）", Answer("规划由谁编制", "山西省").Text, StringComparison.Ordinal);
        Assert.Equal("数字福建专项规划：未规定批准环节", Answer("规划由谁批准", "福建省").Text);
        Assert.Equal("没有条文要求公布", Answer("规划的公布", "山西省").Text);
        Assert.Equal("数字经济专项规划或实施方案：向社会公布", Answer("规划的公布", "石家庄市").Text);
    }
}

using AngleSharp.Dom;
using Bunit;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>The page of a set of indicators: what cannot be read is never taken for a number.</summary>
[Trait("Category", "Service")]
public sealed class IndicatorSetPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Theory]
    [InlineData("第 1 项权重", "十五")]
    [InlineData("第 1 项权重", "-5")]
    [InlineData("第 1 项权重", "101")]
    [InlineData("优秀分数线", "abc")]
    [InlineData("良好分数线", "-5")]
    [InlineData("合格分数线", "")]
    public async Task Save_NumberUnreadable_MessageAtTheFieldTextKeptNothingSaved(string label, string typed)
    {
        var view = await NewAsync();
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        var page = Open(reviewer, view);
        await page.InvokeAsync(() => Input(page, label).Change(typed));

        await page.InvokeAsync(() => Save(page).ClickAsync(new()));

        var input = Input(page, label);
        Assert.Equal(typed, input.GetAttribute("value") ?? string.Empty);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains("0 到 100 之间的数字", page.Find("#" + input.GetAttribute("aria-describedby")).TextContent, StringComparison.Ordinal);
        Assert.Contains("0 到 100 之间的数字", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        var saved = (await bureau.AsAsync<IndicatorSetService, IndicatorSetView?>("reviewer", s => s.FindAsync(view.Id, default)))!;
        Assert.Equal((view.Version, view.Content.Thresholds), (saved.Version, saved.Content.Thresholds));
        Assert.Equal(view.Content.Indicators.Select(i => i.Weight), saved.Content.Indicators.Select(i => i.Weight));
    }

    [Fact]
    public async Task Save_WeightNotFilledInYet_IsADraftAndSaved()
    {
        var view = await NewAsync();
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        var page = Open(reviewer, view);
        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent.EndsWith("添加指标", StringComparison.Ordinal)).Click());

        await page.InvokeAsync(() => Save(page).ClickAsync(new()));

        Assert.Empty(page.FindAll("[aria-invalid=true]"));
        Assert.Equal(view.Content.Indicators.Count + 1, (await bureau.AsAsync<IndicatorSetService, IndicatorSetView?>("reviewer", s => s.FindAsync(view.Id, default)))!.Content.Indicators.Count);
    }

    [Fact]
    public async Task Page_LeftWhileTyping_BringsItBackAndAnActSavesItFirst()
    {
        var view = await NewAsync();
        await using (var reviewer = await PageContext.AsAsync(bureau, "reviewer"))
        {
            var page = Open(reviewer, view);
            await page.InvokeAsync(() => Input(page, "名称").Change("写到一半的指标"));
        }

        await using var again = await PageContext.AsAsync(bureau, "reviewer");
        var back = Open(again, view);
        back.WaitForAssertion(() => Assert.Equal("写到一半的指标", Input(back, "名称").GetAttribute("value")));
        Assert.Contains("已恢复您", back.Markup, StringComparison.Ordinal);

        await back.InvokeAsync(() => back.FindAll("button").Single(b => b.TextContent.Trim() == "启用").ClickAsync(new()));

        var enabled = (await bureau.AsAsync<IndicatorSetService, IndicatorSetView?>("reviewer", s => s.FindAsync(view.Id, default)))!;
        Assert.Equal(("写到一半的指标", DataBureau.Domain.ChiefDataOfficers.Evaluation.IndicatorSetState.Enabled), (enabled.Content.Name, enabled.State));
    }

    private static IRenderedComponent<IndicatorSetDetail> Open(PageContext person, IndicatorSetView view)
    {
        var page = person.Context.Render<IndicatorSetDetail>(p => p.Add(x => x.Id, view.Id));
        page.WaitForElement("section[aria-label=指标]");
        return page;
    }

    /// <summary>By its label, or by the name it carries itself in a table.</summary>
    private static IElement Input(IRenderedComponent<IndicatorSetDetail> page, string label) =>
        page.FindAll("label").FirstOrDefault(l => l.TextContent == label) is { } found ? page.Find("#" + found.GetAttribute("for")) : page.Find($"input[aria-label='{label}']");

    private static IElement Save(IRenderedComponent<IndicatorSetDetail> page) => page.FindAll("button").Single(b => b.TextContent.EndsWith("保存", StringComparison.Ordinal));

    private async Task<IndicatorSetView> NewAsync() =>
        Assert.IsType<Outcome<IndicatorSetView>.Done>(await bureau.AsAsync<IndicatorSetService, Outcome<IndicatorSetView>>("reviewer", s => s.CreateAsync())).View;
}

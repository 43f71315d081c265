using AngleSharp.Dom;
using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Catalogue;

[Trait("Category", "Service")]
public sealed partial class CatalogueDetailPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Detail_PermittedIsEmpty_NoActionButtons()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("甲目录"));
        await using var leader = await PageContext.AsAsync(bureau, "leader");

        var page = Show(leader, entry.Id);

        Assert.Empty(page.FindAll("[aria-label=办理], .remark-button"));
        Assert.DoesNotContain(page.FindAll("a.button"), a => a.TextContent.Contains("编辑", StringComparison.Ordinal));
        Assert.Contains("草稿", page.Find(".page-header").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_ActRefused_ShowsTheReasonAndKeepsTheComment()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("乙目录"), CatalogueAction.Submit);
        await using var head = await PageContext.AsAsync(bureau, "head");
        var page = Show(head, entry.Id);
        var tooLong = new string('长', 2001);
        await page.InvokeAsync(() => page.Find("textarea").Change(tooLong));

        await page.InvokeAsync(() => Button(page, "退回").ClickAsync(new()));

        Assert.Contains("意见超过", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(tooLong, page.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task Detail_ReturnedWithRemark_RemarkIsSavedAndShownAtTheField()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("丙目录"), CatalogueAction.Submit);
        await using var head = await PageContext.AsAsync(bureau, "head");
        var page = Show(head, entry.Id);
        await page.InvokeAsync(() => page.Find("[aria-label='批注 信息资源摘要']").Click());
        page.WaitForElement("[aria-label='信息资源摘要的批注']");
        await page.InvokeAsync(() => page.Find("[aria-label='信息资源摘要的批注']").Change("写明统计范围"));
        await page.InvokeAsync(() => page.Find("textarea").Change("太笼统"));

        await page.InvokeAsync(() => Button(page, "退回").ClickAsync(new()));

        Assert.Contains("已退回", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("批注：写明统计范围", page.Find("p.remark").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-label=办理]"));
    }

    [Fact]
    public async Task Detail_ActedTwiceAtOnce_OneEffect()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("丁目录"));
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, entry.Id);
        var acted = page.FindComponent<WorkflowActions<CatalogueAction>>().Instance.OnAct;

        await bureau.WhileHeldAsync(
            db => db.CatalogueEntries.Where(c => c.Id == entry.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.UpdatedAt, c => c.UpdatedAt)),
            () => page.InvokeAsync(() => Task.WhenAll(acted.InvokeAsync(CatalogueAction.Submit), acted.InvokeAsync(CatalogueAction.Submit))));

        await using var db = bureau.OpenDb();
        Assert.Equal(2, await db.History.CountAsync(h => h.CaseId == entry.Id));
    }

    [Fact]
    public async Task Detail_IncompleteDraft_SubmitIsDisabledAndSaysWhy()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("戊目录") with { Abstract = null });
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");

        var page = Show(liaison, entry.Id);

        var submit = Button(page, "提交");
        Assert.True(submit.HasAttribute("disabled"));
        var why = page.Find("#" + submit.GetAttribute("aria-describedby"));
        Assert.Contains("未填写信息资源摘要", why.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/policies?id=", why.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_ChangedElsewhere_TellsAndKeepsWhatIsWritten()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("己目录"), CatalogueAction.Submit);
        await using var head = await PageContext.AsAsync(bureau, "head");
        var page = Show(head, entry.Id);
        await page.InvokeAsync(() => page.Find("textarea").Change("写到一半"));

        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.ActAsync(entry.Id, entry.Version, CatalogueAction.Withdraw, null));

        page.WaitForAssertion(() => Assert.Contains("刚刚更新了本件", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("写到一半", page.Find("textarea").GetAttribute("value"));
        await page.InvokeAsync(() => page.Find("[role=alert] button").Click());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-label=办理]")));
    }

    [Fact]
    public async Task Detail_StepDone_NamesWhoBroughtItThere()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("庚目录"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        var (liaison, head) = (entry.History[1].ActorName, entry.History[2].ActorName);

        var page = Show(reviewer, entry.Id);

        var steps = page.FindAll(".stepper li, .steps li");
        Assert.Contains(liaison, steps[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(liaison, steps[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(head, steps[1].TextContent, StringComparison.Ordinal);
        Assert.NotEqual(liaison, head);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("01a1f807-e7f9-7ddf-8103-3b863a87b08b")]
    public async Task Detail_UnknownId_IsNotFound(string id)
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");

        var page = liaison.Context.Render<CatalogueDetail>(p => p.Add(d => d.Id, Guid.Parse(id)));

        page.WaitForAssertion(() => Assert.Equal("没有找到这条目录", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task Detail_Disposed_SubscriptionRemoved()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("辛目录"));
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        Show(liaison, entry.Id);
        Assert.Equal(1, liaison.Subscriptions);

        await liaison.Context.DisposeComponentsAsync();

        Assert.Equal(0, liaison.Subscriptions);
    }

    [Fact]
    public async Task Detail_TheNextEntry_OpensInTheSameTab_WithoutTheLastOnesWords()
    {
        var (entry, next) = (await bureau.EntryAsync(Contents.Complete("壬目录"), CatalogueAction.Submit), await bureau.EntryAsync(Contents.Complete("癸目录"), CatalogueAction.Submit));
        await using var head = await PageContext.AsAsync(bureau, "head");
        var page = Show(head, entry.Id);
        await page.InvokeAsync(() => page.FindAll("[role=tab]").Single(t => t.TextContent == "差异").Click());
        await page.InvokeAsync(() => page.Find("textarea").Change("同意"));
        await page.InvokeAsync(() => Button(page, "通过").ClickAsync(new()));
        Assert.Contains("下一条待审核", page.Find(".next").TextContent, StringComparison.Ordinal);

        page.Render(p => p.Add(d => d.Id, next.Id));

        page.WaitForAssertion(() => Assert.Contains("癸目录", page.Find("h1").TextContent, StringComparison.Ordinal));
        page.WaitForElement("[role=tabpanel]");
        Assert.Equal("差异", page.Find("[role=tab][aria-selected=true]").TextContent);
        Assert.Empty(page.FindAll(".next, [role=status]"));
        Assert.True(string.IsNullOrEmpty(page.Find("textarea").GetAttribute("value")));
    }

    [Fact]
    public async Task Detail_ReturnedEntryDiscarded_IsAskedAboutFirst()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("子目录"), CatalogueAction.Submit, CatalogueAction.Return);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        liaison.Context.JSInterop.Mode = JSRuntimeMode.Loose;
        var page = Show(liaison, entry.Id);

        var asked = page.InvokeAsync(() => Button(page, "作废").ClickAsync(new()));
        page.WaitForElement(".dialog-title");
        await page.InvokeAsync(() => page.FindAll(".dialog-actions button").Single(b => b.TextContent == "取消").ClickAsync(new()));
        await asked;

        Assert.Empty(page.FindAll("[role=alert], .dialog-title"));
        await using var db = bureau.OpenDb();
        Assert.Equal(CatalogueState.Returned, await db.CatalogueEntries.Where(e => e.Id == entry.Id).Select(e => e.State).SingleAsync());
    }

    [Fact]
    public async Task Submit_OwnTypingNotSaved_IsRefusedUntilItIsGivenUp()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("丑目录"));
        await bureau.AsAsync<EditBuffers, DateTimeOffset?>("liaison", b => b.SaveAsync($"catalogue/{entry.Id}", entry.Version, "{}"));
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        var page = Show(liaison, entry.Id);
        page.WaitForAssertion(() => Assert.Contains("您有修改尚未保存", page.Find("[role=note]").TextContent, StringComparison.Ordinal));
        Assert.Equal($"/catalogue/{entry.Id}/edit", page.Find("[role=note] a").GetAttribute("href"));

        await page.InvokeAsync(() => Button(page, "提交").ClickAsync(new()));
        Assert.Contains("送出的是修改以前的内容", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("[role=note] button").ClickAsync(new()));
        Assert.Empty(page.FindAll("[role=note]"));
        await page.WaitForAssertionAsync(() => Assert.False(Button(page, "提交").HasAttribute("disabled")));
        await page.InvokeAsync(() => Button(page, "提交").ClickAsync(new()));

        Assert.Contains("已提交", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_TypingOfAnotherOrOverAnOlderVersion_IsNoObstacle()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("寅目录"));
        await bureau.AsAsync<EditBuffers, DateTimeOffset?>("liaison", b => b.SaveAsync($"catalogue/{entry.Id}", entry.Version - 1, "{}"));
        await bureau.AsAsync<EditBuffers, DateTimeOffset?>("reviewer", b => b.SaveAsync($"catalogue/{entry.Id}", entry.Version, "{}"));

        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.ActAsync(entry.Id, entry.Version, CatalogueAction.Submit, null)));
    }

    [Fact]
    public async Task Detail_Returned_SaysByWhomAndWhyAboveTheEntry()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("卯目录"), CatalogueAction.Submit, CatalogueAction.Return);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");

        var page = Show(liaison, entry.Id);

        Assert.Contains("请补充信息项。", page.Find("[role=note]").TextContent, StringComparison.Ordinal);
        Assert.Contains(entry.History[^1].ActorName, page.Find("[role=note]").TextContent, StringComparison.Ordinal);
    }

    private static IRenderedComponent<CatalogueDetail> Show(PageContext person, Guid id)
    {
        var page = person.Context.Render<CatalogueDetail>(p => p.Add(d => d.Id, id));
        page.WaitForElement("[role=tabpanel]");
        return page;
    }

    private static IElement Button(IRenderedComponent<CatalogueDetail> page, string name) => page.FindAll("[aria-label=办理] button").Single(b => b.TextContent == name);
}

using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Features.Catalogue;

[Trait("Category", "Service")]
public sealed class ReviewsPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Reviews_HeadAndReviewer_EachSeesWhatWaitsForThem()
    {
        await bureau.EntryAsync(Contents.Complete("等部门"), CatalogueAction.Submit);
        await bureau.EntryAsync(Contents.Complete("等数据局"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var head = await PageContext.AsAsync(bureau, "head");
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        foreach (var person in new[] { head, reviewer })
            person.Navigation.NavigateTo("/reviews?q=等");

        Assert.Equal(["等部门"], Names(Show(head)));
        Assert.Equal(["等数据局"], Names(Show(reviewer)));
    }

    [Fact]
    public async Task Reviews_ReturnWithoutAnOpinion_ReportsAndKeepsTheSelection()
    {
        await bureau.EntryAsync(Contents.Complete("批量退回"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        reviewer.Navigation.NavigateTo("/reviews?q=批量退回");
        var page = Show(reviewer);
        await page.InvokeAsync(() => page.Find("input[aria-label='选择 批量退回']").Change(true));

        page.WaitForElement("[aria-label=批量办理]");
        await page.InvokeAsync(() => page.FindAll("[aria-label=批量办理] button").Single(b => b.TextContent == "退回").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("退回必须填写意见", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll("tr.selected"));
    }

    [Fact]
    public async Task Reviews_LeftWithAnOpinionNotSent_ItIsThereAgainForTheNextBatchUntilItGoesOut()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("意见暂存"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using (var reviewer = await PageContext.AsAsync(bureau, "reviewer"))
        {
            var left = await ChosenAsync(reviewer);
            await left.InvokeAsync(() => left.Find("[aria-label=批量办理] textarea").Input("请补充口径"));
            await reviewer.Context.DisposeComponentsAsync();
        }

        await using var again = await PageContext.AsAsync(bureau, "reviewer");
        var page = await ChosenAsync(again);
        Assert.Equal("请补充口径", page.Find("[aria-label=批量办理] textarea").GetAttribute("value"));
        await page.InvokeAsync(() => page.FindAll("[aria-label=批量办理] button").Single(b => b.TextContent == "退回").ClickAsync(new()));

        var returned = (await bureau.AsAsync<CatalogueService, CatalogueDetailView?>("liaison", s => s.FindAsync(entry.Id, default)))!;
        Assert.Equal((CatalogueState.Returned, "请补充口径"), (returned.State, returned.History[^1].Comment));
        Assert.Null(await bureau.AsAsync<EditBuffers, EditBuffer?>("reviewer", b => b.FindAsync("opinion/reviews", default)));

        static async Task<IRenderedComponent<Reviews>> ChosenAsync(PageContext person)
        {
            person.Navigation.NavigateTo("/reviews?q=意见暂存");
            var page = Show(person);
            await page.InvokeAsync(() => page.Find("input[aria-label='选择 意见暂存']").Change(true));
            page.WaitForElement("[aria-label=批量办理] textarea");
            return page;
        }
    }

    [Fact]
    public async Task Reviews_ActThatNoneOfTheChosenAdmits_IsClosedAndCounted()
    {
        await bureau.EntryAsync(Contents.Complete("批量尚未通过"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        reviewer.Navigation.NavigateTo("/reviews?q=批量尚未通过");
        var page = Show(reviewer);

        await page.InvokeAsync(() => page.Find("input[aria-label='选择 批量尚未通过']").Change(true));

        page.WaitForElement("[aria-label=批量办理]");
        Assert.True(page.FindAll("[aria-label=批量办理] button").Single(b => b.TextContent == "发布").HasAttribute("disabled"));
        Assert.Contains("已选 1 条：可通过 1 条，可退回 1 条，可发布 0 条", page.Find("[aria-label=批量办理]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviews_SearchFindsNothing_DoesNotSayThatNothingWaits()
    {
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        reviewer.Navigation.NavigateTo("/reviews?q=没有这样的目录");

        var page = Show(reviewer);

        Assert.Contains("没有符合条件的目录", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviews_ChangedWhileRowsAreChosen_FollowsWhenNoneIsChosenAnyMore()
    {
        var waiting = await bureau.EntryAsync(Contents.Complete("实时甲"), CatalogueAction.Submit, CatalogueAction.Approve);
        var coming = await bureau.EntryAsync(Contents.Complete("实时乙"), CatalogueAction.Submit);
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        reviewer.Navigation.NavigateTo("/reviews?q=实时");
        var page = Show(reviewer);
        await page.InvokeAsync(() => page.Find("input[aria-label='选择 实时甲']").Change(true));

        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("head", s => s.ActAsync(coming.Id, coming.Version, CatalogueAction.Approve, null));
        await page.InvokeAsync(() => page.Find("input[aria-label='选择 实时甲']").Change(false));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("a[data-row-link]").Count));
        Assert.Contains(waiting.Content.Name, Names(page));
    }

    [Fact]
    public async Task Reviews_Disposed_SubscriptionRemoved()
    {
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        Show(reviewer);
        Assert.Equal(1, reviewer.Subscriptions);

        await reviewer.Context.DisposeComponentsAsync();

        Assert.Equal(0, reviewer.Subscriptions);
    }

    private static IEnumerable<string> Names(IRenderedComponent<Reviews> page) => page.FindAll("a[data-row-link]").Select(a => a.TextContent);

    private static IRenderedComponent<Reviews> Show(PageContext person)
    {
        var page = person.Context.Render<Reviews>();
        // What is drawn, not what is set: a table that has its rows may not have drawn them yet.
        page.WaitForState(() => page.FindAll("[aria-busy]") is [var table] && table.GetAttribute("aria-busy") == "false");
        return page;
    }
}

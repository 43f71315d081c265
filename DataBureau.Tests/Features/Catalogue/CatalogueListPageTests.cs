using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Catalogue;

[Trait("Category", "Service")]
public sealed class CatalogueListPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task List_FilterInTheAddress_ShowsWhatMatchesAndExportsTheSame()
    {
        await bureau.EntryAsync(Contents.Complete("列表草稿"));
        await bureau.EntryAsync(Contents.Complete("列表送审"), CatalogueAction.Submit);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        liaison.Navigation.NavigateTo("/catalogue?state=Draft&q=列表");

        var page = Show(liaison);

        Assert.Equal(["列表草稿"], page.FindAll("a[data-row-link]").Select(a => a.TextContent));
        Assert.Equal("Draft", page.FindAll("select").First(s => s.ParentElement!.TextContent.Contains("状态", StringComparison.Ordinal)).GetAttribute("value"));
        Assert.EndsWith("state=Draft", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_SeveralStatesInTheAddress_TheFilterNamesThemAll()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        liaison.Navigation.NavigateTo("/catalogue?state=Draft.Returned");

        var page = Show(liaison);

        var state = page.FindAll(".filter select")[0];
        Assert.Equal("Draft.Returned", state.GetAttribute("value"));
        Assert.Equal("草稿、退回修改", state.QuerySelector("option[value='Draft.Returned']")!.TextContent);
        Assert.Null(page.FindAll(".filter select")[1].QuerySelector("option[value='']~option[value*='.']"));
    }

    [Fact]
    public async Task List_FilterChosen_GoesToTheAddressAndTheRowsFollow()
    {
        await bureau.EntryAsync(Contents.Complete("筛选草稿"));
        await bureau.EntryAsync(Contents.Complete("筛选送审"), CatalogueAction.Submit);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        liaison.Navigation.NavigateTo("/catalogue?q=筛选");
        var page = Show(liaison);

        await page.InvokeAsync(() => page.FindAll(".filter select")[0].Change("DepartmentReview"));

        Assert.Contains("state=DepartmentReview", liaison.Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(["筛选送审"], page.FindAll("a[data-row-link]").Select(a => a.TextContent)));
    }

    [Fact]
    public async Task List_Empty_SaysWhatToDoNextByRole()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison.fujian");
        await using var leader = await PageContext.AsAsync(bureau, "leader.fujian");

        Assert.Contains("点「导入」用 Excel 批量编制", Show(liaison).WaitForElement(".empty").TextContent, StringComparison.Ordinal);
        var page = Show(leader);
        Assert.Contains("部门提交并通过审核后", page.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a[href='/catalogue/new'], a[href='/catalogue/import']"));
    }

    [Fact]
    public async Task List_BatchSubmitted_OneReportNamesEveryFailure()
    {
        await bureau.EntryAsync(Contents.Complete("批量完整"));
        await bureau.EntryAsync(Contents.Complete("批量缺摘要") with { Abstract = null });
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        liaison.Navigation.NavigateTo("/catalogue?q=批量");
        var page = Show(liaison);
        Assert.DoesNotContain("批量提交", page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("input[aria-label=选择本页全部]").Change(true));
        page.WaitForAssertion(() => Assert.Contains("批量提交", page.Markup, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent == "批量提交").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("提交：成功 1 条，未成功 1 条。", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("批量缺摘要", Assert.Single(page.FindAll("[role=alert] li")).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tr.selected"));
        await using var db = bureau.OpenDb();
        Assert.Equal(CatalogueState.DepartmentReview, await db.CatalogueEntries.Where(e => e.Content.Name == "批量完整").Select(e => e.State).SingleAsync());
    }

    [Fact]
    public async Task List_NothingChosenCanBeSubmitted_SaysWhyInsteadOfOffering()
    {
        await bureau.EntryAsync(Contents.Complete("已送一"), CatalogueAction.Submit);
        await bureau.EntryAsync(Contents.Complete("已送二"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        liaison.Navigation.NavigateTo("/catalogue?q=已送");
        var page = Show(liaison);

        await page.InvokeAsync(() => page.Find("input[aria-label=选择本页全部]").Change(true));

        page.WaitForAssertion(() => Assert.Contains("都不能提交", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent == "批量提交");
    }

    [Fact]
    public async Task List_SomeChosenCanBeSubmitted_SaysHowManyAndLeavesTheOthersAlone()
    {
        await bureau.EntryAsync(Contents.Complete("掺杂草稿"));
        await bureau.EntryAsync(Contents.Complete("掺杂送审"), CatalogueAction.Submit);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        liaison.Navigation.NavigateTo("/catalogue?q=掺杂");
        var page = Show(liaison);

        await page.InvokeAsync(() => page.Find("input[aria-label=选择本页全部]").Change(true));
        page.WaitForAssertion(() => Assert.Contains("其中 1 条可提交，其余不会改动", page.Markup, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent == "批量提交").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("提交：成功 1 条，未成功 0 条。", page.Find(".banner[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Ref_OfAnotherDepartment_AdmitsNoSubmission()
    {
        var (own, other) = (Guid.NewGuid(), Guid.NewGuid());
        var actor = new Actor(Guid.NewGuid(), "甲", own, "民政局",
            [new(CataloguePermissions.Compile, own, "140100", GrantScope.Organisation), new(CataloguePermissions.View, own, "140000", GrantScope.Region)]);

        Assert.True(Ref(own, CatalogueState.Draft).Admits(CatalogueAction.Submit, actor));
        Assert.True(Ref(own, CatalogueState.Returned).Admits(CatalogueAction.Submit, actor));
        Assert.False(Ref(own, CatalogueState.Published).Admits(CatalogueAction.Submit, actor));
        Assert.False(Ref(other, CatalogueState.Draft).Admits(CatalogueAction.Submit, actor));

        static EntryRef Ref(Guid provider, CatalogueState state) => new(Guid.NewGuid(), 1, "目录", state, new(provider, "140100", null));
    }

    [Fact]
    public async Task List_ReaderWithoutTheRightToCompile_SelectsNothing()
    {
        await bureau.EntryAsync(Contents.Complete("只读目录"));
        await using var leader = await PageContext.AsAsync(bureau, "leader");

        Assert.Empty(Show(leader).FindAll("tbody input[type=checkbox]"));
    }

    private static IRenderedComponent<CatalogueList> Show(PageContext person)
    {
        var page = person.Context.Render<CatalogueList>();
        // What is drawn, not what is set: a table that has its rows may not have drawn them yet.
        page.WaitForState(() => page.FindAll("[aria-busy]") is [var table] && table.GetAttribute("aria-busy") == "false");
        return page;
    }
}

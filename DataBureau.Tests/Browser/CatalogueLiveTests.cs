using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>Several people at once: open pages follow, and of two who decide on the same entry one is told.</summary>
[Collection(BrowserTests.Name)]
public sealed class CatalogueLiveTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task Reviews_EntryIsSignedOffElsewhere_AppearsWithoutReload()
    {
        var id = await server.EntryAsync(Contents.Complete("行政区划界线信息"), CatalogueAction.Submit);
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/reviews");
        await Expect(reviewer.Link("行政区划界线信息")).ToHaveCountAsync(0);

        await server.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("head", s => s.ActAsync(id, 2, CatalogueAction.Approve, null));

        await Expect(reviewer.Link("行政区划界线信息")).ToBeVisibleAsync();
        await Expect(reviewer.Page.GetByRole(AriaRole.Link, new() { Name = "审核台 1 项待办" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Act_TwoReviewersOnTheSameEntry_SecondIsToldAndNothingIsDoneTwice()
    {
        var id = await server.EntryAsync(Contents.Complete("孤儿和困境儿童保障信息"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var first = await Person.SignInAsync(server, "reviewer");
        await using var second = await Person.SignInAsync(server, "bureaulead");
        await first.OpenAsync($"/catalogue/{id}");
        await second.OpenAsync($"/catalogue/{id}");
        await second.Field("意见").FillAsync("请补充主键。");

        await first.Button("通过").ClickAsync();
        await first.ExpectStatusAsync("已通过");
        await second.ExpectAlertAsync("刚刚更新了本件");
        await second.Button("退回").ClickAsync();

        await second.ExpectAlertAsync("您的操作没有执行");
        await Expect(second.Field("意见")).ToHaveValueAsync("请补充主键。");
        await using var db = server.OpenDb();
        Assert.Equal(CatalogueState.Approved, await db.CatalogueEntries.Where(e => e.Id == id).Select(e => e.State).SingleAsync());
        Assert.Equal(4, await db.History.CountAsync(h => h.CaseId == id));
    }

    [BrowserFact]
    public async Task Submit_ClickedTwiceAtOnce_OneEffect()
    {
        var id = await server.EntryAsync(Contents.Complete("残疾人两项补贴发放信息"));
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync($"/catalogue/{id}");

        await liaison.Button("提交").EvaluateAsync("button => { button.click(); button.click(); button.click(); }");

        await liaison.ExpectStatusAsync("已提交");
        await Expect(liaison.Alert).ToHaveCountAsync(0);
        await using var db = server.OpenDb();
        Assert.Equal(2, await db.History.CountAsync(h => h.CaseId == id));
    }

    [BrowserFact]
    public async Task Submit_DoubleClicked_IsNotTakenBackByTheButtonThatFollows()
    {
        var id = await server.EntryAsync(Contents.Complete("流浪乞讨人员救助信息"));
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync($"/catalogue/{id}");
        // The second half, in the moment in which another button takes the place of the first.
        await liaison.Page.EvaluateAsync("""
            () => {
              const watch = new MutationObserver(() => {
                const next = [...document.querySelectorAll('button')].find(button => button.textContent.trim() === '撤回');
                if (!next) return;
                watch.disconnect();
                next.click();
                document.documentElement.dataset.clicked = 'true';
              });
              watch.observe(document.body, { childList: true, characterData: true, subtree: true });
            }
            """);

        await liaison.Button("提交").ClickAsync();

        await liaison.Page.Locator("html[data-clicked]").WaitForAsync();
        await Expect(liaison.Button("撤回")).ToBeEnabledAsync();
        await using var db = server.OpenDb();
        Assert.Equal(CatalogueState.DepartmentReview, await db.CatalogueEntries.Where(e => e.Id == id).Select(e => e.State).SingleAsync());
    }

    [BrowserFact]
    public async Task Discard_AsksFirst_ByKeyboardAsWell()
    {
        var id = await server.EntryAsync(Contents.Complete("误建的目录"));
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync($"/catalogue/{id}");

        await liaison.Button("作废").ClickAsync();
        var dialog = liaison.Page.GetByRole(AriaRole.Dialog, new() { Name = "作废这条目录？" });
        await Expect(dialog).ToBeVisibleAsync();
        Assert.Empty(await liaison.Page.ViolationsAsync());
        await liaison.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(liaison.Button("作废")).ToBeEnabledAsync();
        await liaison.Button("作废").ClickAsync();
        await liaison.Button("确定作废").ClickAsync();

        await liaison.ExpectStatusAsync("已作废「误建的目录」");
    }
}

using ClosedXML.Excel;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>The workbench as people live in it: open what waits, do it, come back, find it gone.</summary>
[Collection(BrowserTests.Name)]
public sealed class InboxJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    private readonly PlanKit _kit = new(server);

    [BrowserFact]
    public async Task Todo_ByKeyboardAlone_OpenedDoneAndGone()
    {
        var plan = await _kit.PlanAsync(PlanState.InternalReview);
        await using var head = await Person.SignInAsync(server, PlanKit.Head);
        await head.OpenAsync("/");
        await Expect(head.Link(plan.Content.Title)).ToBeVisibleAsync();
        await head.HeadingFocusedAsync();

        await TabToAsync(head, plan.Content.Title);
        await head.Page.Keyboard.PressAsync("Enter");
        await Expect(head.Heading).ToHaveTextAsync(plan.Content.Title);
        await head.HeadingFocusedAsync();
        await TabToAsync(head, "通过");
        await head.Page.Keyboard.PressAsync("Enter");
        await head.ExpectStatusAsync("已通过");
        await head.Page.GoBackAsync();

        await Expect(head.Heading).ToHaveTextAsync("工作台");
        await Expect(head.Page.GetByRole(AriaRole.Table, new() { Name = "待办事项" }).Or(head.Page.GetByText("没有待办事项")).First).ToBeVisibleAsync();
        await Expect(head.Link(plan.Content.Title)).ToHaveCountAsync(0);
        await head.Page.GetByRole(AriaRole.Tab, new() { Name = "已办" }).ClickAsync();
        await Expect(head.Link(plan.Content.Title)).ToBeVisibleAsync();
        Assert.EndsWith("/?tab=done", head.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Numbers_OfAnOpenPage_FollowWhatAnotherPersonDoes()
    {
        var plan = await _kit.PlanAsync();
        await using var head = await Person.SignInAsync(server, PlanKit.Head);
        await head.OpenAsync("/policies");
        var before = (await server.AsAsync<InboxService, IReadOnlyDictionary<string, int>>(PlanKit.Head, s => s.CountsAsync(default)))[InboxService.CountKey];

        await server.AsAsync<PlanService, Outcome<PlanDetailView>>(PlanKit.Planner, s => s.ActAsync(plan.Id, plan.Version, PlanAction.Submit, null));

        await Expect(Menu(head, $"工作台 {before + 1} 项待办")).ToBeVisibleAsync();
        await using var planner = await Person.SignInAsync(server, PlanKit.Planner);
        await planner.OpenAsync($"/plans/{plan.Id}");
        await planner.Button("撤回").ClickAsync();
        await Expect(Menu(head, before == 0 ? "工作台" : $"工作台 {before} 项待办")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Copy_SentFromTheCase_ArrivesUnreadAndIsReadWhenOpened()
    {
        var id = await server.EntryAsync(Contents.Complete("抄送给负责人的目录"));
        await using var head = await Person.SignInAsync(server, "head");
        await head.OpenAsync("/?tab=copies");
        await Expect(head.Page.GetByText("没有抄送给您的事项")).ToBeVisibleAsync();
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync($"/catalogue/{id}");
        var name = await NameAsync("head");

        await liaison.Button("抄送").ClickAsync();
        var dialog = liaison.Page.GetByRole(AriaRole.Dialog, new() { Name = "抄送本件" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "抄送", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("还没有选择抄送对象");
        await liaison.Field("抄送对象").PressSequentiallyAsync(name);
        await Expect(dialog).ToContainTextAsync(name);
        await dialog.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();
        await liaison.Field("附言").FillAsync("请先看口径。");
        Assert.Empty(await liaison.Page.ViolationsAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "抄送", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status).First).ToContainTextAsync("已抄送给");

        await Expect(head.Link("抄送给负责人的目录")).ToBeVisibleAsync();
        await Expect(head.Page.GetByRole(AriaRole.Tab, new() { Name = "抄送 1" })).ToBeVisibleAsync();
        await Expect(head.Page.GetByText("请先看口径。").First).ToBeVisibleAsync();
        await head.Link("抄送给负责人的目录").ClickAsync();
        await Expect(head.Heading).ToHaveTextAsync("抄送给负责人的目录");
        await head.Page.GoBackAsync();
        await Expect(head.Page.GetByRole(AriaRole.Table, new() { Name = "抄送事项" }).GetByText("已读")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Search_OnEachTab_StandsInTheAddressIsExportedAndReset()
    {
        await server.EntryAsync(Contents.Complete("ETC 门架通行目录"), CatalogueAction.Submit);
        await server.EntryAsync(Contents.Complete("另一个已办目录"), CatalogueAction.Submit);
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/?tab=done");
        await Expect(liaison.Link("另一个已办目录")).ToBeVisibleAsync();
        var search = liaison.Page.GetByRole(AriaRole.Searchbox, new() { Name = "搜索" });

        await search.FillAsync("etc 门架");
        await search.PressAsync("Enter");

        await Expect(liaison.Link("另一个已办目录")).ToHaveCountAsync(0);
        await Expect(liaison.Link("ETC 门架通行目录")).ToBeVisibleAsync();
        Assert.Equal("?tab=done&q=etc%20%E9%97%A8%E6%9E%B6", new Uri(liaison.Page.Url).Query);
        using var book = new XLWorkbook(new MemoryStream(await liaison.DownloadAsync("导出 Excel")));
        Assert.Equal(["事项", "ETC 门架通行目录"], book.Worksheets.First().Column(1).CellsUsed().Select(c => c.GetString()));
        await liaison.Button("重置").ClickAsync();
        await Expect(liaison.Link("另一个已办目录")).ToBeVisibleAsync();
        Assert.Equal("?tab=done", new Uri(liaison.Page.Url).Query);
        foreach (var (tab, empty) in new[] { ("done", "没有符合条件的已办事项"), ("started", "没有符合条件的事项"), ("copies", "没有符合条件的抄送") })
        {
            await liaison.OpenAsync($"/?tab={tab}&q=没有这样的");
            await Expect(liaison.Page.GetByText(empty)).ToBeVisibleAsync();
            await Expect(liaison.Page.GetByText("点「重置」查看全部")).ToBeVisibleAsync();
            await Expect(liaison.Button("重置")).ToBeVisibleAsync();
            Assert.Empty(await liaison.Page.ViolationsAsync());
        }
    }

    [BrowserFact]
    public async Task Workbench_EveryTabFilledAndEmpty_NoViolations()
    {
        await server.EntryAsync(Contents.Complete("名称很长的目录：" + string.Concat(Enumerable.Repeat("全省城乡居民最低生活保障对象及其家庭成员基本信息", 3))), CatalogueAction.Submit);
        await _kit.PlanAsync(PlanState.PendingFiling);
        foreach (var who in new[] { "liaison", PlanKit.Planner, "sysadmin" })
        {
            await using var person = await Person.SignInAsync(server, who);
            foreach (var tab in new[] { "/", "/?tab=done", "/?tab=started", "/?tab=copies", "/?q=没有这样的", "/?tab=started&kind=plan&state=open" })
            {
                await person.OpenAsync(tab);
                await Expect(person.Page.GetByText("正在读取")).ToHaveCountAsync(0);
                Assert.Empty(await person.Page.ViolationsAsync());
                await Expect(person.Page.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" })).ToHaveCountAsync(who == "sysadmin" ? 0 : 1);
            }
        }
    }

    [BrowserFact]
    public async Task Export_OfTheTodo_HasItsColumnsAndIsRefusedToAdministrators()
    {
        await server.EntryAsync(Contents.Complete("导出待办的目录"));
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/?kind=catalogue");

        using var book = new XLWorkbook(new MemoryStream(await liaison.DownloadAsync("导出 Excel")));

        var sheet = book.Worksheets.First();
        Assert.Equal(["事项", "件数", "业务", "待办理", "来自", "到达时间", "局内时限", "到期日"], sheet.Row(1).CellsUsed().Select(c => c.GetString()));
        Assert.Contains("目录草稿", sheet.Column(1).CellsUsed().Select(c => c.GetString()));
        await using var admin = await Person.SignInAsync(server, "sysadmin");
        Assert.NotEqual(200, (await admin.GetAsync("/export/inbox.xlsx")).Status);
    }

    private static ILocator Menu(Person person, string name) => person.Page.GetByRole(AriaRole.Navigation, new() { Name = "主菜单" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static async Task TabToAsync(Person person, string text)
    {
        for (var i = 0; i < 120; i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if ((await person.Page.EvaluateAsync<string>("() => document.activeElement.innerText ?? ''")).Trim() == text)
                return;
        }

        Assert.Fail($"The keyboard does not reach {text}.");
    }

    private async Task<string> NameAsync(string who)
    {
        await using var db = server.OpenDb();
        return await db.Users.Where(u => u.UserName == who).Select(u => u.DisplayName).SingleAsync();
    }
}

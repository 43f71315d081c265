using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>The bell, the list and the settings, as the person who is told uses them.</summary>
[Collection(BrowserTests.Name)]
public sealed class NotificationJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task Bell_ByKeyboardAlone_OpensShowsTheLastFiveAndClosesWithEscape()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/policies");
        for (var i = 1; i <= 6; i++)
            await server.EntryAsync(Contents.Complete($"铃铛目录{i}"), CatalogueAction.Submit, CatalogueAction.Return);
        var bell = liaison.Page.Locator("summary.bell");
        await Expect(bell).ToHaveAccessibleNameAsync("通知，6 条未读");

        await bell.FocusAsync();
        await liaison.Page.Keyboard.PressAsync("Enter");
        var panel = liaison.Page.GetByRole(AriaRole.Group, new() { Name = "最近的通知" });
        await Expect(panel.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(5);
        await Expect(panel).ToContainTextAsync("铃铛目录6");
        Assert.Empty(await liaison.Page.ViolationsAsync());
        await liaison.Page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToBeHiddenAsync();
        await Expect(bell).ToBeFocusedAsync();

        await liaison.Page.Keyboard.PressAsync("Enter");
        await liaison.Page.Keyboard.PressAsync("Tab");
        await liaison.Page.Keyboard.PressAsync("Enter");
        await Expect(liaison.Heading).ToHaveTextAsync("铃铛目录6");
        await Expect(panel).ToBeHiddenAsync();
        await Expect(bell).ToHaveAccessibleNameAsync("通知，5 条未读");
    }

    [BrowserFact]
    public async Task List_FiltersSearchAndMarks_WorkAndStandInTheAddress()
    {
        await server.EntryAsync(Contents.Complete("列表目录甲"), CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Return);
        await server.EntryAsync(Contents.Complete("列表目录乙"), CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve);
        await using var head = await Person.SignInAsync(server, "head");
        await head.OpenAsync("/notifications");
        await Expect(head.Page.GetByText("列表目录甲")).ToHaveCountAsync(1);
        Assert.Empty(await head.Page.ViolationsAsync());

        await head.Field("搜索").FillAsync("列表目录乙");
        await head.Field("搜索").PressAsync("Enter");
        await Expect(head.Page.GetByText("列表目录甲")).ToHaveCountAsync(0);
        await head.Button("未读，标为已读：通过：数据目录「列表目录乙」").ClickAsync();
        await Expect(head.Page.GetByRole(AriaRole.Cell, new() { Name = "已读" })).ToBeVisibleAsync();
        await head.Button("重置").ClickAsync();
        await Expect(head.Page.GetByText("列表目录甲")).ToHaveCountAsync(1);
        await head.Page.GetByRole(AriaRole.Combobox, new() { Name = "状态" }).SelectOptionAsync("未读");
        await Expect(head.Page.GetByText("列表目录乙")).ToHaveCountAsync(0);
        await head.Page.GetByRole(AriaRole.Combobox, new() { Name = "业务" }).SelectOptionAsync("规划与备案");
        await Expect(head.Page.GetByText("没有符合条件的通知")).ToBeVisibleAsync();
        Assert.EndsWith("/notifications?kind=plan&state=unread", head.Page.Url, StringComparison.Ordinal);
        await head.OpenAsync("/notifications");
        await head.Button("全部标为已读").ClickAsync();
        await Expect(head.Button("全部标为已读")).ToBeDisabledAsync();
        await Expect(head.Page.Locator("summary.bell")).ToHaveAccessibleNameAsync("通知，没有未读");
        Assert.NotEmpty(await head.DownloadAsync("导出 Excel"));
    }

    [BrowserFact]
    public async Task Settings_SwitchedOff_StayOffAndOverdueCannotBe()
    {
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/notifications/settings");
        await Expect(reviewer.Field("接收「逾期」通知")).ToBeDisabledAsync();
        await Expect(reviewer.Page.GetByText("不能关闭")).ToBeVisibleAsync();

        // Not unchecked: until the answer has come, the page shows what is still so.
        await reviewer.Field("接收「办理结果」通知").ClickAsync();
        await reviewer.ExpectStatusAsync("已关闭「办理结果」通知。");
        Assert.Empty(await reviewer.Page.ViolationsAsync());
        await reviewer.ReloadAsync();

        await Expect(reviewer.Field("接收「办理结果」通知")).Not.ToBeCheckedAsync();
        await using var db = server.OpenDb();
        Assert.Equal(NotificationCategory.Decided, await db.NotificationMutes.Select(m => m.Category).SingleAsync());
    }

    [BrowserFact]
    public async Task Exports_PageAndRecord_SayWhatMayBeTakenAndWhatWas()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/catalogue?state=Draft");
        await liaison.DownloadAsync("导出 Excel");

        await liaison.OpenAsync("/exports");

        await Expect(liaison.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("公共数据目录.*状态：草稿.*完成") })).ToBeVisibleAsync();
        await Expect(liaison.Link("导出全部：公共数据目录")).ToBeVisibleAsync();
        await Expect(liaison.Link("导出全部：审计")).ToHaveCountAsync(0);
        Assert.Empty(await liaison.Page.ViolationsAsync());
        Assert.NotEmpty(await liaison.DownloadAsync("导出全部：公共数据目录"));
        await liaison.Link("我的导出记录").First.ClickAsync();
        await Expect(liaison.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("公共数据目录") })).ToHaveCountAsync(2);
        Assert.Empty(await liaison.Page.ViolationsAsync());
    }
}

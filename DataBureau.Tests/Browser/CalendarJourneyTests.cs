using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>The calendar and the time limits as the system administrator sets them and as others then see them.</summary>
[Collection(BrowserTests.Name)]
public sealed class CalendarJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    /// <summary>The first year after the server's day of which the program knows no holidays.</summary>
    private const int Missing = 2027;

    /// <summary>Long enough to end in the missing year, and short enough to end in no later one.</summary>
    private const int Days = 260;

    [BrowserFact]
    public async Task MissingYear_AddedByTheAdministrator_GivesAWaitingCaseItsDate()
    {
        await using var admin = await Person.SignInAsync(server, "sysadmin");
        await admin.OpenAsync("/admin/time-limits");
        await admin.Link("目录审核").ClickAsync();
        await admin.Field("本级设置").SelectOptionAsync("设定");
        await admin.Field("工作日数").FillAsync("很多");
        await admin.Button("保存").ClickAsync();
        await admin.ExpectAlertAsync("请填写 1 到 999 之间的工作日数");
        Assert.Empty(await admin.Page.ViolationsAsync());
        await admin.Field("工作日数").FillAsync($"{Days}");
        await admin.Button("保存").ClickAsync();
        await admin.ExpectStatusAsync("只对今后开始计时的事项生效");

        var id = await server.EntryAsync(Contents.Complete("居家养老服务信息"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync($"/catalogue/{id}");
        await Expect(reviewer.Page.GetByText($"目录审核：日历缺 {Missing} 年，无法推算")).ToBeVisibleAsync();
        await reviewer.OpenAsync("/reviews");
        await Expect(reviewer.Page.GetByText($"日历缺 {Missing} 年，无法推算")).ToBeVisibleAsync();

        await admin.OpenAsync($"/admin/calendar?year={Missing}");
        await admin.ExpectAlertAsync($"{Missing} 年没有节假日数据，落在该年的期限无法推算（现有 1 个）。");
        await admin.Field("放假安排").FillAsync($"{Missing}-01-01 休 元旦\n元旦放假");
        await admin.Button("读入，替换全年").ClickAsync();
        await admin.ExpectAlertAsync("第 2 行：没有读懂");
        Assert.Empty(await admin.Page.ViolationsAsync());
        await admin.Field("放假安排").FillAsync($"1月1日至3日 休 元旦");
        await admin.Button("读入，替换全年").ClickAsync();
        await Expect(admin.Region($"{Missing} 年放假和调休").GetByText("元旦")).ToHaveCountAsync(3);
        await admin.Region("保存").GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        var dialog = admin.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("1 个未办结期限的到期日随之调整，其中 1 个原来无法推算、现在有了到期日。");
        Assert.Empty(await admin.Page.ViolationsAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await admin.ExpectStatusAsync($"已保存 {Missing} 年工作日历。");

        await reviewer.OpenAsync($"/catalogue/{id}");
        await Expect(reviewer.Page.GetByText($"目录审核：剩余 {Days} 个工作日")).ToBeVisibleAsync();
        await reviewer.Page.GetByRole(AriaRole.Tab, new() { Name = "历史" }).ClickAsync();
        await Expect(reviewer.Page.GetByText("工作日历调整，到期日由 「无法推算」 改为")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Notification_WhileThePageIsOpen_AppearsAndIsReadByFollowingIt()
    {
        await using var head = await Person.SignInAsync(server, "head");
        await head.OpenAsync("/notifications");
        await Expect(head.Page.GetByText("没有通知")).ToBeVisibleAsync();
        Assert.Empty(await head.Page.ViolationsAsync());
        var id = await server.EntryAsync(Contents.Complete("残疾人两项补贴信息"), CatalogueAction.Submit);

        await server.AsAsync<CalendarService, bool>("head", async _ =>
        {
            await using var db = server.OpenDb();
            var user = db.Users.Single(u => u.UserName == "head").Id;
            var told = await NotificationWriter.AddAsync(db, [user], new NotificationText(NotificationCategory.DeadlineAhead, CatalogueEntry.Kind, "今天到期：部门审核「残疾人两项补贴信息」", "数据目录「残疾人两项补贴信息」当前状态是「部门审核」。", $"/catalogue/{id}"), server.Now);
            await db.SaveChangesAsync();
            NotificationWriter.Publish((WorkflowNotifier)server.Services.GetService(typeof(WorkflowNotifier))!, told);
            return true;
        });

        await Expect(head.Page.GetByRole(AriaRole.Navigation, new() { Name = "主菜单" }).GetByRole(AriaRole.Link, new() { Name = "通知" })).ToContainTextAsync("1");
        Assert.Empty(await head.Page.ViolationsAsync());
        await head.Link("今天到期：部门审核「残疾人两项补贴信息」").ClickAsync();
        await Expect(head.Heading).ToHaveTextAsync("残疾人两项补贴信息");
        await head.OpenAsync("/notifications?state=unread");
        await Expect(head.Page.GetByText("没有符合条件的通知")).ToBeVisibleAsync();
    }
}

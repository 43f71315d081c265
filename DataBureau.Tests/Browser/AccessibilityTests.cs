using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Help;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>No page, and no state of a page, violates WCAG 2.2 at levels A and AA as far as axe can tell.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(BureauServer server) : IClassFixture<BureauServer>
{
    private static readonly CatalogueContent Unprepared = Contents.Complete() with { Preparations = OpeningPreparation.None, Abstract = null };

    [BrowserTheory]
    [InlineData("liaison")]
    [InlineData("head")]
    [InlineData("reviewer")]
    [InlineData("leader")]
    [InlineData("sysadmin")]
    [InlineData("secadmin")]
    [InlineData("auditadmin")]
    public async Task Menu_EveryPageOfAPerson_NoViolations(string who)
    {
        await server.EntryAsync(Contents.Complete($"目录之一{who}"));
        await server.EntryAsync(Contents.Complete($"目录之二{who}"), CatalogueAction.Submit);
        await server.EntryAsync(Contents.Complete($"目录之三{who}"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var person = await Person.SignInAsync(server, who);
        var menu = person.Page.GetByRole(AriaRole.Navigation, new() { Name = "主菜单" }).GetByRole(AriaRole.Link);
        await Expect(menu.First).ToBeVisibleAsync();
        var pages = await menu.EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");

        await CleanAsync(person, [.. pages, "/account/denied?returnUrl=/audit"]);

        await person.Page.GotoAsync("/account/password");
        Assert.Empty(await person.Page.ViolationsAsync());
    }

    [BrowserFact]
    public async Task Look_AtAPageWithAFault_FindsIt()
    {
        await using var person = await Person.ArriveAsync(server);
        await person.Page.SetContentAsync("<html lang='zh-CN'><title>一页</title><main><h1>一页</h1><img src='data:,'></main></html>");
        Assert.Contains("image-alt", Assert.Single(await person.Page.ViolationsAsync()), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Help_EveryArea_NoViolationsAndTheTopBarLeadsToIt()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/plans");
        await liaison.Link("帮助").ClickAsync();
        await Expect(liaison.Page.GetByRole(AriaRole.Heading, new() { Name = "规划与备案", Level = 1 })).ToBeVisibleAsync();
        await CleanAsync(liaison, [.. HelpArea.All.Select(a => a.Href)]);
    }

    [BrowserFact]
    public async Task SignIn_WithAndWithoutAFailure_NoViolations()
    {
        await using var person = await Person.ArriveAsync(server);
        await person.Page.GotoAsync("/account/login?returnUrl=/reviews");
        await person.ExpectStatusAsync("请先登录");
        Assert.Empty(await person.Page.ViolationsAsync());
        await person.Button("登录").ClickAsync();
        await person.ExpectAlertAsync("请填写用户名和密码。");
        Assert.Empty(await person.Page.ViolationsAsync());
    }

    [BrowserFact]
    public async Task Lists_EmptyNarrowedSelectedAndColumnsOpen_NoViolations()
    {
        await using var leader = await Person.SignInAsync(server, "leader.fujian");
        await CleanAsync(leader, "/", "/catalogue", "/catalogue?q=没有这样的");
        await server.EntryAsync(Contents.Complete("城乡低保对象信息"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/reviews");
        await reviewer.Field("选择 城乡低保对象信息").CheckAsync();
        await CleanAsync(reviewer);
        await reviewer.Button("退回").ClickAsync();
        await reviewer.ExpectAlertAsync("退回：成功 0 条，未成功 1 条。");
        await CleanAsync(reviewer);
        await reviewer.OpenAsync("/catalogue");
        await reviewer.Page.GetByText("列设置").ClickAsync();
        await CleanAsync(reviewer);
    }

    [BrowserFact]
    public async Task Case_EveryTabRefusalAndConflict_NoViolations()
    {
        var id = await server.EntryAsync(Contents.Complete("社会救助统计信息"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync($"/catalogue/{id}");
        foreach (var tab in new[] { "差异", "自动检查", "附件", "历史", "依据", "内容" })
        {
            await reviewer.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(reviewer.Page.GetByRole(AriaRole.Tab, new() { Name = tab })).ToHaveAttributeAsync("aria-selected", "true");
            await CleanAsync(reviewer);
        }

        await reviewer.Button("批注 信息项").ClickAsync();
        await reviewer.Button("退回").ClickAsync();
        await reviewer.ExpectAlertAsync("退回必须填写意见");
        await CleanAsync(reviewer);
        await server.AsAsync<DataBureau.Web.Features.Catalogue.CatalogueService, object>("bureaulead", async s => await s.ActAsync(id, 3, CatalogueAction.Approve, null));
        await reviewer.ExpectAlertAsync("刚刚更新了本件");
        await CleanAsync(reviewer);
        await reviewer.Button("通过").ClickAsync();
        await reviewer.ExpectAlertAsync("您的操作没有执行");
        await CleanAsync(reviewer);
        reviewer.ExpectedErrors.Add("404");
        await CleanAsync(reviewer, "/nowhere", $"/catalogue/{Guid.Empty}");
    }

    [BrowserFact]
    public async Task Edit_MessagesRestoredAndReturned_NoViolations()
    {
        var draft = await server.EntryAsync(Unprepared with { Name = "志愿服务组织信息", Sharing = SharingAttribute.NotShared, Opening = OpeningType.NotOpened });
        var returned = await server.EntryAsync(Contents.Complete("志愿者注册统计信息"), CatalogueAction.Submit, CatalogueAction.Return);
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await CleanAsync(liaison, $"/catalogue/{draft}", "/catalogue/new", $"/catalogue/{returned}/edit", $"/catalogue/{draft}/edit");
        await liaison.Button("添加信息项").ClickAsync();
        await liaison.Field("第3项 长度").FillAsync("很长");
        await liaison.Field("第1种格式 分类").SelectOptionAsync("图形图像");
        await liaison.Button("保存").ClickAsync();
        await liaison.ExpectAlertAsync("有内容不能识别，还没有保存。");
        await CleanAsync(liaison);
        await liaison.ExpectStatusAsync("自动保存");
        await liaison.ReloadAsync();
        await liaison.ExpectStatusAsync("已恢复");
        await CleanAsync(liaison);
    }

    [BrowserFact]
    public async Task Import_ProblemsAndMappingOpen_NoViolations()
    {
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/catalogue/import");
        await reviewer.Field("选择文件").SetInputFilesAsync(await Sheets.FileAsync("目录.xlsx", Sheets.Row("甲类目录"), Sheets.Row("乙类目录", frequency: "看情况")));
        await Expect(reviewer.Page.GetByText("已上传：目录.xlsx")).ToBeVisibleAsync();
        await reviewer.Button("检查").ClickAsync();
        await reviewer.ExpectAlertAsync("1 行有问题");
        await reviewer.Page.GetByRole(AriaRole.Heading, new() { Name = "栏目对应" }).ClickAsync();
        await Expect(reviewer.Field("更新周期 对应栏目")).ToBeVisibleAsync();
        await CleanAsync(reviewer);
    }

    /// <summary>The open page, or each of the given ones.</summary>
    private static async Task CleanAsync(Person person, params string[] paths)
    {
        var found = new List<string>();
        foreach (var path in paths.DefaultIfEmpty(null!))
        {
            if (path is not null)
                await person.OpenAsync(path);
            found.AddRange(await person.Page.ViolationsAsync());
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}

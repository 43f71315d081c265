using DataBureau.Domain.Plans;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>机构改革: two bureaux become one while entries and a plan are under way; its people find their work and go on.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReformJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    private readonly List<string> _violations = [];

    [BrowserFact]
    public async Task Merge_WithWorkUnderWay_TheSuccessorsPeopleGoOn()
    {
        var kit = new PlanKit(server);
        var plan = await kit.PlanAsync(PlanState.PendingFiling);
        await server.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison.taiyuan", s => s.CreateAsync(Contents.Complete("合并前起草的目录")));
        await using var admin = await Person.SignInAsync(server, "sysadmin.taiyuan");
        await using var liaison = await Person.SignInAsync(server, "liaison.taiyuan");
        await liaison.OpenAsync("/catalogue?q=合并前");
        await liaison.Link("合并前起草的目录").ClickAsync();
        await Expect(liaison.Button("提交")).ToBeVisibleAsync();

        await admin.OpenAsync("/admin/organisations?q=太原市民政局");
        await admin.Link("太原市民政局").ClickAsync();
        await admin.Page.GetByRole(AriaRole.Tab, new() { Name = "在办事项" }).ClickAsync();
        await Expect(admin.Page.GetByText("编制中、审核中的目录")).ToBeVisibleAsync();
        await LookAsync(admin);
        await admin.Page.GetByRole(AriaRole.Tab, new() { Name = "机构调整" }).ClickAsync();
        await LookAsync(admin);
        await admin.Link("合并").ClickAsync();

        // Nothing filled in: every field says so.
        await admin.Button("预览").ClickAsync();
        await admin.ExpectAlertAsync("处需要改正");
        await LookAsync(admin);
        await admin.Page.GetByLabel("增加一个单位").FillAsync("太原市工业和信息化局");
        await admin.Page.GetByLabel("增加一个单位").PressAsync("Tab");
        await Expect(admin.Button("去掉太原市工业和信息化局")).ToBeVisibleAsync();
        await admin.Field("新单位名称").FillAsync("太原市民政和信息化局");
        await admin.Field("文号").FillAsync("并编〔2026〕3号");
        await admin.Field("生效日期").FillAsync("2026-3-1");
        await admin.Page.Keyboard.PressAsync("Tab");
        await admin.Button("预览").ClickAsync();
        await Expect(admin.Page.GetByText("报来、还没有办结的规划备案")).ToBeVisibleAsync();
        await LookAsync(admin);
        await admin.Button("确定办理").ClickAsync();
        var dialog = admin.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("办理后不能撤回")).ToBeVisibleAsync();
        await LookAsync(admin);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "确定办理" }).ClickTwiceAsync();
        await Expect(admin.Heading).ToHaveTextAsync("太原市民政和信息化局");
        await admin.ExpectStatusAsync("随之划入");
        await Expect(admin.Page.GetByText("并入的单位").First).ToBeVisibleAsync();
        await LookAsync(admin);

        // The page that was open all the while is told; the fresh one goes on.
        await liaison.Button("提交").ClickAsync();
        await liaison.ExpectAlertAsync("刚刚已由");
        await liaison.Button("提交").ClickAsync();
        await liaison.ExpectStatusAsync("已提交");
        await using var officer = await Person.SignInAsync(server, "filing.taiyuan");
        await officer.OpenAsync("/");
        await officer.Link(plan.Content.Title).First.ClickAsync();
        await officer.Button("受理").ClickAsync();
        await officer.ExpectStatusAsync("已受理");
        await officer.Page.GetByRole(AriaRole.Tab, new() { Name = "历史" }).ClickAsync();
        await Expect(officer.Page.GetByText("机构调整").First).ToBeVisibleAsync();

        // By the name that it had, the body that ended is still found, and says who took over.
        await admin.OpenAsync("/admin/organisations?q=太原市民政局");
        await admin.Link("太原市民政局").ClickAsync();
        await Expect(admin.Page.GetByText("职责和在办事项已划入")).ToBeVisibleAsync();
        await Expect(admin.Button("恢复使用")).ToHaveCountAsync(0);
        Assert.True(_violations.Count == 0, string.Join(Environment.NewLine, _violations));
    }

    [BrowserFact]
    public async Task Way_ChosenByKeyboardAlone_LeadsToItsFields()
    {
        await using var admin = await Person.SignInAsync(server, "sysadmin");
        await admin.OpenAsync("/admin/organisations?q=山西省水利厅");
        var href = await admin.Link("山西省水利厅").GetAttributeAsync("href");
        await admin.OpenAsync(href + "/change");
        await admin.HeadingFocusedAsync();
        await admin.Page.GetByRole(AriaRole.Radio, new() { Name = "更名" }).FocusAsync();
        await admin.Page.Keyboard.PressAsync("Space");
        await Expect(admin.Button("下一步")).ToBeEnabledAsync();
        await admin.Button("下一步").FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await admin.Field("新名称").FillAsync("山西省水务厅");
        await admin.Field("文号").FillAsync("晋编〔2026〕8号");
        await admin.Field("生效日期").FillAsync("2026-3-1");
        await admin.Page.Keyboard.PressAsync("Tab");
        await admin.Button("预览").FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await Expect(admin.Page.GetByText("「山西省水利厅」更名为「山西省水务厅」")).ToBeVisibleAsync();
        await admin.Button("确定办理").FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await admin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "确定办理" }).FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await Expect(admin.Heading).ToHaveTextAsync("山西省水务厅");
        await admin.OpenAsync(href + "?tab=names");
        await Expect(admin.Page.GetByText("晋编〔2026〕8号")).ToBeVisibleAsync();
    }

    private async Task LookAsync(Person person) => _violations.AddRange(await person.Page.ViolationsAsync());
}

using ClosedXML.Excel;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Features.Plans;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>A county's plan to the city's office with a supplement, and a city's plan to the province's, by the people who do it. axe looks at every page on the way.</summary>
[Collection(BrowserTests.Name)]
public sealed class PlanJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    private const string Title = "小店区大数据发展应用规划（2026—2030年）";
    private const string Upstream = "全省大数据发展应用总体规划";

    private readonly List<string> _violations = [];

    [BrowserFact]
    public async Task Journey_CountyToCityWithSupplement_IsFiledUnderANumber()
    {
        await using var planner = await Person.SignInAsync(server, PlanKit.Planner);
        await using var head = await Person.SignInAsync(server, PlanKit.Head);
        await using var officer = await Person.SignInAsync(server, PlanKit.Officer);

        await DraftAsync(planner);
        await SignOffAsync(head);
        await ApproveAndSendAsync(planner);
        await AskForMoreAsync(officer);
        await SupplementAsync(planner);
        await RecordAsync(officer);
        await TakeAwayAsync(planner);
        Assert.True(_violations.Count == 0, string.Join(Environment.NewLine, _violations));
    }

    [BrowserFact]
    public async Task Journey_CityToProvince_IsFiledThereAndAmended()
    {
        var plan = await CityPlanAsync();
        await using var planner = await Person.SignInAsync(server, "planner.taiyuan");
        await planner.OpenAsync($"/plans/{plan}");
        // A kind that is filed is not put into effect without it.
        await Expect(planner.Button("实施")).ToHaveCountAsync(0);
        await planner.Button("报备").ClickTwiceAsync();
        await planner.ExpectStatusAsync("已向山西省工业和信息化厅报送备案。");
        await Expect(planner.Button("改送")).ToHaveCountAsync(0);

        await using var officer = await Person.SignInAsync(server, "filing");
        await officer.OpenAsync("/plans?waiting=1");
        await officer.Link("太原市大数据发展应用规划").ClickAsync();
        await officer.Button("受理").ClickAsync();
        await officer.ExpectStatusAsync("已受理");
        await officer.Button("不予备案").ClickAsync();
        await officer.ExpectAlertAsync("不予备案必须填写意见");
        await officer.Field("意见").FillAsync("与省总体规划衔接。");
        await officer.Button("予以备案").ClickAsync();
        await officer.ExpectStatusAsync("已备案，备案号 140000-GHBA-2026-0001。");

        await Expect(planner.Page.GetByText("刚刚更新了本件")).ToBeVisibleAsync();
        await planner.Button("载入最新内容").ClickAsync();
        await planner.Field("意见").FillAsync("增加算力布局。");
        await planner.Button("变更").ClickAsync();
        await planner.Field("主要内容").FillAsync("增加算力布局。");
        await planner.Button("保存").ClickAsync();
        await planner.ExpectStatusAsync("已保存");
        await Expect(planner.Page.GetByText("第 2 版").First).ToBeVisibleAsync();
        await planner.Button("作废").ClickAsync();
        await planner.Button("确定作废").ClickAsync();
        await planner.ExpectStatusAsync("已作废");
    }

    private async Task DraftAsync(Person planner)
    {
        await planner.OpenAsync("/plans");
        await LookAsync(planner);
        await planner.Link("新建").ClickAsync();
        await Expect(planner.Page.GetByText("可以编制下列规划")).ToBeVisibleAsync();
        await LookAsync(planner);
        await planner.Button("选择 大数据发展应用规划").ClickAsync();
        await planner.Field("规划名称").FillAsync(Title);
        await planner.Field("规划期（起）").FillAsync("2026");
        await planner.Field("规划期（止）").FillAsync("二〇三〇");
        await planner.Field("主要内容").FillAsync("建设区级数据基础设施。");
        await planner.ExpectStatusAsync("自动保存");
        await server.KeptAsync("建设区级数据基础设施。");
        // The power goes; nothing is lost.
        await planner.ReloadAsync();
        await planner.ExpectStatusAsync("已恢复");
        await Expect(planner.Field("规划名称")).ToHaveValueAsync(Title);
        await planner.Button("保存").ClickAsync();
        await planner.ExpectAlertAsync("有内容不能识别");
        await LookAsync(planner);
        await planner.Field("规划期（止）").FillAsync("2030");
        await planner.Field($"{Upstream}名称").FillAsync("山西省大数据发展应用总体规划");
        await planner.Field($"{Upstream}文号或版本").FillAsync("晋政发〔2025〕3号");
        await planner.Button("保存").ClickAsync();
        await planner.ExpectStatusAsync("已新建");
        await Expect(planner.Button("提交")).ToBeDisabledAsync();
        await LookAsync(planner);
        await UploadAsync(planner, 0, "规划文本.pdf");
        await planner.Button("提交").ClickAsync();
        await planner.ExpectStatusAsync("已提交");
    }

    private async Task SignOffAsync(Person head)
    {
        await head.OpenAsync("/");
        await LookAsync(head);
        await head.Waiting("审签", Title).ClickAsync();
        await head.Button("通过").ClickAsync();
        await head.ExpectStatusAsync("已通过");
        await LookAsync(head);
    }

    private async Task ApproveAndSendAsync(Person planner)
    {
        await OpenFromDeskAsync(planner, "登记批准");
        await FillApprovalAsync(planner, "太原市人民政府");
        await Expect(planner.Region("办理")).ToContainTextAsync("批准机关应当是本级人民政府，「太原市人民政府」不是。");
        await FillApprovalAsync(planner, "太原市小店区人民政府");
        await planner.Page.GetByRole(AriaRole.Tab, new() { Name = "材料" }).ClickAsync();
        await UploadAsync(planner, 1, "批准文件.pdf");
        await planner.Button("登记批准").ClickAsync();
        await planner.ExpectStatusAsync("已登记批准");
        await planner.Button("报备").ClickAsync();
        await planner.ExpectStatusAsync("已向太原市工业和信息化局报送备案。");
        await LookAsync(planner);
    }

    private async Task AskForMoreAsync(Person officer)
    {
        await OpenFromDeskAsync(officer, "受理备案");
        await officer.Button("告知补正").ClickAsync();
        await officer.Button("发出补正告知").ClickAsync();
        await officer.ExpectAlertAsync("至少勾选一项");
        await officer.Field("与省总体规划的衔接说明").CheckAsync();
        await officer.Field("与省总体规划的衔接说明的补正要求").FillAsync("请说明与省总体规划的衔接。");
        await officer.Field("联系人").CheckAsync();
        await officer.Field("联系人的补正要求").FillAsync("请填写联系人。");
        await LookAsync(officer);
        await officer.Button("发出补正告知").ClickAsync();
        await officer.ExpectStatusAsync("已告知补正");
    }

    private async Task SupplementAsync(Person planner)
    {
        await OpenFromDeskAsync(planner, "补正报送");
        await Expect(planner.Region("待补正")).ToContainTextAsync("请说明与省总体规划的衔接。");
        await LookAsync(planner);
        await planner.Link("编辑").ClickAsync();
        await Expect(planner.Field("联系人")).ToHaveAccessibleDescriptionAsync("补正要求：请填写联系人。");
        await planner.Field("联系人").FillAsync("王静");
        await planner.Button("保存").ClickAsync();
        await planner.ExpectStatusAsync("已保存");
        await planner.Page.GetByRole(AriaRole.Tab, new() { Name = "材料" }).ClickAsync();
        // The text and the approval were not asked for: theirs are closed.
        await UploadAsync(planner, 0, "衔接说明.pdf");
        await planner.Field("意见").FillAsync("已补交衔接说明，补填联系人。");
        await planner.Button("补正报送").ClickAsync();
        await planner.ExpectStatusAsync("已补正报送");
    }

    private async Task RecordAsync(Person officer)
    {
        await OpenFromDeskAsync(officer, "受理备案");
        await officer.Button("受理").ClickAsync();
        await officer.ExpectStatusAsync("已受理");
        foreach (var tab in new[] { "材料", "补正", "历史", "依据" })
        {
            await officer.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(officer.Page.GetByRole(AriaRole.Tab, new() { Name = tab })).ToHaveAttributeAsync("aria-selected", "true");
            await LookAsync(officer);
        }

        await officer.Field("意见").FillAsync("材料齐全，予以备案。");
        await officer.Button("予以备案").ClickAsync();
        await officer.ExpectStatusAsync("已备案，备案号 140100-GHBA-2026-0001。");
    }

    private async Task TakeAwayAsync(Person planner)
    {
        await planner.OpenAsync("/plans?state=Filed");
        await LookAsync(planner);
        var rows = await Workbooks.RowsAsync(await planner.DownloadAsync("导出 Excel"));
        Assert.Contains("140100-GHBA-2026-0001", rows[1].Texts());
        await planner.Link(Title).ClickAsync();
        foreach (var (paper, words) in new[] { ("规划备案表", "衔接说明.pdf"), ("备案回执", "材料齐全，予以备案。") })
        {
            using var book = new XLWorkbook(new MemoryStream(await planner.DownloadAsync(paper)));
            Assert.Contains(book.Worksheets.Single().CellsUsed(), c => c.GetString().Contains(words, StringComparison.Ordinal));
        }
    }

    private async Task<Guid> CityPlanAsync()
    {
        var kit = new PlanKit(server);
        const string who = "planner.taiyuan";
        var plan = PlanKit.Done(await kit.CreateAsync(PlanKit.Content() with { Title = "太原市大数据发展应用规划" }, "P02", who));
        await kit.AttachAsync(plan, "text", "approval");
        plan = PlanKit.Done(await kit.ActAsync(plan, PlanAction.Submit, who));
        plan = PlanKit.Done(await kit.ActAsync(plan, PlanAction.Approve, "bureauhead.taiyuan"));
        plan = PlanKit.Done(await kit.SaveAsync(plan, plan.Content with { Approval = new(await kit.OrganAsync("太原市人民政府"), "并政发〔2026〕12号", new DateOnly(2026, 10, 8)) }, who));
        return PlanKit.Done(await kit.ActAsync(plan, PlanAction.RecordApproval, who)).Id;
    }

    private static async Task OpenFromDeskAsync(Person person, string act)
    {
        await person.OpenAsync("/");
        await person.Waiting(act, Title).ClickAsync();
        await Expect(person.Heading).ToHaveTextAsync(Title);
    }

    private static async Task FillApprovalAsync(Person planner, string organ)
    {
        await planner.Link("填写批准信息").ClickAsync();
        await planner.Field("批准机关").SelectOptionAsync(new SelectOptionValue { Label = organ });
        await planner.Field("批准文号").FillAsync("小政发〔2026〕12号");
        await planner.Field("批准日期").FillAsync("2026年10月8日");
        await planner.Field("批准日期").PressAsync("Tab");
        await planner.Button("保存").ClickAsync();
        await planner.ExpectStatusAsync("已保存");
    }

    private static async Task UploadAsync(Person planner, int line, string name)
    {
        await planner.Page.Locator("input[type=file]").Nth(line).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await planner.ExpectStatusAsync($"已上传「{name}」");
    }

    private async Task LookAsync(Person person) => _violations.AddRange(await person.Page.ViolationsAsync());
}

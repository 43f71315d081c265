using DataBureau.Tests.Excel;
using DataBureau.Tests.Files;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>A department's implementation plan to the province, and a county's digital base from application to closing, by the people who do it. axe looks at every page on the way.</summary>
[Collection(BrowserTests.Name)]
public sealed class ProjectJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    private readonly List<string> _violations = [];

    [BrowserFact]
    public async Task ImplementationPlan_DraftedSignedOffAndSupplemented_IsFiledUnderANumber()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await using var head = await Person.SignInAsync(server, "head");
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await liaison.OpenAsync("/plans/implementation");
        await LookAsync(liaison);
        await liaison.Link("新建").ClickAsync();
        await liaison.Field("项目名称").FillAsync("智慧养老服务平台");
        await liaison.Field("所属领域").FillAsync("民政");
        await liaison.Field("总投资（万元）").FillAsync("一千万");
        await liaison.Field("计划开工月份").FillAsync("2026年3月");
        await liaison.Field("计划完工月份").FillAsync("2027-12");
        await liaison.Field("建设内容").FillAsync("建设全省统一的养老服务信息平台。");
        await liaison.ExpectStatusAsync("自动保存");
        await server.KeptAsync("建设全省统一的养老服务信息平台。");
        // The power goes; nothing is lost.
        await liaison.ReloadAsync();
        await liaison.ExpectStatusAsync("已恢复");
        await Expect(liaison.Field("项目名称")).ToHaveValueAsync("智慧养老服务平台");
        await liaison.Button("保存").ClickAsync();
        await Expect(liaison.Page.GetByText("「一千万」不是金额")).ToBeVisibleAsync();
        await LookAsync(liaison);
        await liaison.Field("总投资（万元）").FillAsync("1,280.5");
        await liaison.Button("保存").ClickAsync();
        await liaison.ExpectStatusAsync("已新建「智慧养老服务平台」");
        await Expect(liaison.Page.GetByText("暂不能提交：还缺材料：实施方案").First).ToBeVisibleAsync();
        await LookAsync(liaison);
        await liaison.Field("上传实施方案").SetInputFilesAsync([Sheets.Payload("实施方案.pdf", SampleFiles.Pdf("方案"))]);
        await liaison.ExpectStatusAsync("已上传「实施方案.pdf」。");
        await liaison.Button("提交").ClickTwiceAsync();
        await liaison.ExpectStatusAsync("已提交「智慧养老服务平台」");

        await head.OpenAsync("/plans/implementation?waiting=1");
        await head.Link("智慧养老服务平台").ClickAsync();
        await Expect(head.Page.GetByText("未备案只作提示，不阻断立项").First).ToBeVisibleAsync();
        await head.Button("通过").ClickAsync();
        await head.ExpectStatusAsync("已向山西省数据局报送备案。");
        await LookAsync(head);

        await reviewer.OpenAsync("/");
        await reviewer.Link("智慧养老服务平台").ClickAsync();
        await reviewer.Button("告知补正").ClickAsync();
        await reviewer.Button("发出补正告知").ClickAsync();
        await reviewer.ExpectAlertAsync("请至少勾选一项");
        await reviewer.Field("实施方案").CheckAsync();
        await reviewer.Field("实施方案的补正要求").FillAsync("缺少投资估算表。");
        await LookAsync(reviewer);
        await reviewer.Button("发出补正告知").ClickAsync();
        await reviewer.ExpectStatusAsync("已告知补正");

        await liaison.OpenAsync("/plans/implementation?waiting=1");
        await liaison.Link("智慧养老服务平台").ClickAsync();
        await Expect(liaison.Region("待补正")).ToContainTextAsync("缺少投资估算表。");
        await Expect(liaison.Button("补正报送")).ToBeDisabledAsync();
        await liaison.Page.GetByRole(AriaRole.Tab, new() { Name = "材料" }).ClickAsync();
        await liaison.Field("上传实施方案").SetInputFilesAsync([Sheets.Payload("实施方案（补正）.pdf", SampleFiles.Pdf("补正"))]);
        await liaison.ExpectStatusAsync("已上传「实施方案（补正）.pdf」。");
        await liaison.Field("意见").FillAsync("已补投资估算表。");
        await liaison.Button("补正报送").ClickAsync();
        await liaison.ExpectStatusAsync("已补正报送");

        await reviewer.OpenAsync("/plans/implementation?waiting=1");
        await reviewer.Link("智慧养老服务平台").ClickAsync();
        await reviewer.Button("受理").ClickAsync();
        await reviewer.ExpectStatusAsync("已受理");
        await reviewer.Button("不予备案").ClickAsync();
        await reviewer.ExpectAlertAsync("不予备案必须填写意见");
        await reviewer.Button("予以备案").ClickAsync();
        await reviewer.ExpectStatusAsync("已备案，备案号 140000-SSFA-2026-0001。");
        foreach (var tab in new[] { "材料", "补正", "历史", "依据", "内容" })
        {
            await reviewer.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await LookAsync(reviewer);
        }

        var form = (await Workbooks.RowsAsync(await reviewer.DownloadAsync("备案表"))).SelectMany(r => r.Texts()).ToList();
        Assert.Contains("项目实施方案备案表", form);
        Assert.Contains(form, text => text.Contains("140000-SSFA-2026-0001", StringComparison.Ordinal));
        await reviewer.OpenAsync("/plans/implementation");
        var list = (await Workbooks.RowsAsync(await reviewer.DownloadAsync("导出 Excel"))).Select(r => r.Texts().ToList()).ToList();
        Assert.Equal("智慧养老服务平台", list[1][0]);
        Assert.True(_violations.Count == 0, string.Join(Environment.NewLine, _violations));
    }

    [BrowserFact]
    public async Task DigitalBase_AppliedConsentedBuiltAndConnected_IsClosedAndTheGatesSayWhy()
    {
        await using var planner = await Person.SignInAsync(server, "planner.xiaodian");
        await using var head = await Person.SignInAsync(server, "head.xiaodian");
        await using var lead = await Person.SignInAsync(server, "bureaulead.taiyuan");
        await planner.OpenAsync("/plans/bases");
        await Expect(planner.Page.GetByText("这是同意（审批），不是备案").First).ToBeVisibleAsync();
        await LookAsync(planner);
        await planner.Link("新建").ClickAsync();
        await planner.Field("底座名称").FillAsync("小店区数字底座");
        await planner.Field("建设必要性").FillAsync("区级感知设备需要就近接入。");
        await planner.Field("市级底座能力差距").FillAsync("市级底座没有视频汇聚能力。");
        await planner.Field("与市级底座的连通方案").FillAsync("经政务外网与市级底座接口对接。");
        await LookAsync(planner);
        await planner.Button("保存").ClickAsync();
        await planner.ExpectStatusAsync("已新建「小店区数字底座」");
        await planner.Field("上传申请文件").SetInputFilesAsync([Sheets.Payload("申请.pdf", SampleFiles.Pdf("申请"))]);
        await planner.ExpectStatusAsync("已上传「申请.pdf」。");
        await planner.Button("提交").ClickAsync();
        await planner.ExpectStatusAsync("已提交");

        await head.OpenAsync("/plans/bases?waiting=1");
        await head.Link("小店区数字底座").ClickAsync();
        await head.Button("通过").ClickAsync();
        await head.ExpectStatusAsync("已送太原市大数据应用局审核。");

        await lead.OpenAsync("/");
        await lead.Link("小店区数字底座").ClickAsync();
        await lead.Button("组织论证").ClickAsync();
        await lead.ExpectStatusAsync("已组织论证");
        await Expect(lead.Button("同意")).ToBeDisabledAsync();
        await LookAsync(lead);
        await planner.ReloadAsync();
        await Expect(planner.Page.GetByText("未经同意不得建设：上级数据主管部门还没有同意")).ToBeVisibleAsync();
        await Expect(planner.Button("报告建成")).ToBeDisabledAsync();
        await LookAsync(planner);

        await lead.Link("填写论证记录").ClickAsync();
        await lead.Field("论证日期").FillAsync("2026-01-12");
        await lead.Field("参加人员").FillAsync("市大数据局、专家组");
        await lead.Field("论证结论").FillAsync("确有必要，连通方案可行。");
        await LookAsync(lead);
        await lead.Button("保存").ClickAsync();
        await lead.ExpectStatusAsync("已保存。");
        await lead.Button("同意").ClickAsync();
        await lead.ExpectStatusAsync("已同意建设，编号 140100-SZDZ-2026-0001。");

        await planner.ReloadAsync();
        await planner.Button("报告建成").ClickAsync();
        await planner.ExpectStatusAsync("已报告建成");
        await lead.ReloadAsync();
        await Expect(lead.Page.GetByText("未连通市级底座不得办结：请在建成后核验连通")).ToBeVisibleAsync();
        await lead.Link("填写核验记录").ClickAsync();
        await lead.Field("核验日期").FillAsync("2026-01-20");
        await lead.Field("核验结果").FillAsync("十二个接口全部连通。");
        await lead.Button("保存").ClickAsync();
        await lead.ExpectStatusAsync("已保存。");
        await lead.Button("核验连通").ClickAsync();
        await lead.ExpectStatusAsync("已核验连通");
        await lead.Button("办结").ClickAsync();
        await lead.ExpectStatusAsync("已办结");
        await LookAsync(lead);

        var form = (await Workbooks.RowsAsync(await lead.DownloadAsync("审核意见"))).SelectMany(r => r.Texts()).ToList();
        Assert.Contains("县级数字底座审核意见", form);
        Assert.Contains(form, text => text.Contains("不是备案", StringComparison.Ordinal));
        await lead.OpenAsync("/plans/bases");
        Assert.Contains("140100-SZDZ-2026-0001", (await Workbooks.RowsAsync(await lead.DownloadAsync("导出 Excel")))[1].Texts());
        Assert.True(_violations.Count == 0, string.Join(Environment.NewLine, _violations));
    }

    [BrowserFact]
    public async Task Menu_WhereNoRuleAsksForIt_HasNeitherAndTheRefusalSaysSo()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison.fujian");
        await liaison.OpenAsync("/plans");
        await Expect(liaison.Link("规划与备案").First).ToBeVisibleAsync();
        await Expect(liaison.Link("实施方案备案")).ToHaveCountAsync(0);
        await Expect(liaison.Link("县级数字底座")).ToHaveCountAsync(0);

        await liaison.OpenAsync("/plans/implementation/new");
        await liaison.ExpectAlertAsync("福建省的规定没有要求项目实施方案备案，不需要报送。");
        await LookAsync(liaison);
        await liaison.OpenAsync("/plans/bases");
        await Expect(liaison.Page.GetByText("本地没有这项审核")).ToBeVisibleAsync();
        Assert.Empty(_violations);
    }

    private async Task LookAsync(Person person) => _violations.AddRange(await person.Page.ViolationsAsync());
}

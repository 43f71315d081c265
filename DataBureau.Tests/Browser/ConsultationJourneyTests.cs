using ClosedXML.Excel;
using DataBureau.Domain.Projects;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>Both consultations that the rules ask for, by five people in browsers of their own. axe looks at every page on the way.</summary>
[Collection(BrowserTests.Name)]
public sealed class ConsultationJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    private readonly List<string> _violations = [];

    [BrowserFact]
    public async Task Journey_BeforeAReply_OpinionsArriveAndDissentIsReconciled()
    {
        const string title = "全省政务数据共享平台项目会商";
        await using var convenor = await Person.SignInAsync(server, "reviewer");
        await convenor.OpenAsync("/consultations");
        await LookAsync(convenor);
        await convenor.Link("新建").ClickAsync();
        await convenor.Field("会商类型").SelectOptionAsync(ConsultationTrigger.ProjectReply.ToString());
        await convenor.Field("会商名称").FillAsync(title);
        await convenor.Field("事由").FillAsync("项目含信息化建设内容，批复前会商。");
        await convenor.Field("反馈期限（工作日）").FillAsync("五");
        await convenor.ExpectStatusAsync("自动保存");
        await LookAsync(convenor);
        await convenor.Button("保存").ClickAsync();
        await convenor.ExpectAlertAsync("反馈期限应在 1 到 60 个工作日之间");
        await convenor.Field("反馈期限（工作日）").FillAsync("5");
        await convenor.Button("保存").ClickAsync();
        await Expect(convenor.Heading).ToHaveTextAsync(title);
        await Expect(convenor.Page.GetByText("还没有会商事项。请在")).ToBeVisibleAsync();
        foreach (var (question, n) in new[] { ("是否同意项目立项？", 1), ("是否同意项目预算？", 2) })
        {
            await convenor.Field("新增事项").FillAsync(question);
            await convenor.Button("增加事项").ClickAsync();
            await Expect(convenor.Button($"删除事项 {n}")).ToBeVisibleAsync();
        }

        await convenor.Field("选择单位").FillAsync("山西省民政厅");
        await convenor.Field("选择单位").PressAsync("Tab");
        await convenor.Button("邀请").ClickAsync();
        await Expect(convenor.Button("取消邀请 山西省民政厅")).ToBeVisibleAsync();
        await convenor.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "方案.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await convenor.ExpectStatusAsync("已上传「方案.pdf」");
        await LookAsync(convenor);
        await convenor.Button("发出").ClickTwiceAsync();
        await convenor.ExpectStatusAsync("已向 2 家单位发出，会商编号 140000-HS-2026-");
        var path = new Uri(convenor.Page.Url).AbsolutePath;
        await convenor.Page.GetByRole(AriaRole.Tab, new() { Name = "意见汇总" }).ClickAsync();

        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/");
        await liaison.Waiting("反馈意见", title).ClickAsync();
        await Expect(convenor.Page.GetByText("（山西省民政厅）").First).ToBeVisibleAsync();
        await liaison.Field("事项 1 意见").SelectOptionAsync("同意");
        await liaison.Field("事项 2 意见").SelectOptionAsync("不同意");
        await liaison.Button("提交意见").ClickAsync();
        await liaison.ExpectAlertAsync("事项 2 选了「不同意」，请写明具体意见和理由。");
        await liaison.Field("事项 2 具体意见").FillAsync("预算偏高，写到一半");
        await liaison.ExpectStatusAsync("自动保存");
        await server.KeptAsync("预算偏高，写到一半");
        await LookAsync(liaison);
        // The power goes; nothing is lost.
        await liaison.ReloadAsync();
        await Expect(liaison.Field("事项 2 具体意见")).ToHaveValueAsync("预算偏高，写到一半");

        await using var info = await Person.SignInAsync(server, "govinfo");
        await info.OpenAsync(path + "?tab=mine");
        await info.Field("事项 1 意见").SelectOptionAsync("同意");
        await info.Field("事项 2 意见").SelectOptionAsync("无意见");
        await info.Button("提交意见").ClickAsync();
        await info.ExpectStatusAsync("已提交 2 项意见");
        // It arrives at the convenor's open page, and takes nothing from the liaison's.
        await Expect(convenor.Region("反馈进度").GetByText("已反馈 1/2")).ToBeVisibleAsync();
        await Expect(liaison.Field("事项 2 具体意见")).ToHaveValueAsync("预算偏高，写到一半");
        await convenor.Button("催办").ClickAsync();
        await convenor.ExpectStatusAsync("已催办 1 家单位：山西省民政厅。");
        await Expect(convenor.Page.GetByText("还有 1 家单位没有反馈：山西省民政厅。").First).ToBeVisibleAsync();
        await LookAsync(convenor);
        await liaison.Button("提交意见").ClickAsync();
        await liaison.ExpectStatusAsync("已提交 2 项意见");
        await Expect(convenor.Region("反馈进度").GetByText("已反馈 2/2")).ToBeVisibleAsync();

        await convenor.Button("截止本轮").ClickAsync();
        await convenor.ExpectStatusAsync("已截止本轮");
        await Expect(convenor.Button("作出结论")).ToBeDisabledAsync();
        await convenor.Button("事项 2 的具体意见").ClickAsync();
        await Expect(convenor.Region("具体意见").GetByText("预算偏高，写到一半")).ToBeVisibleAsync();
        await LookAsync(convenor);
        await TabAsync(convenor, "分歧");
        await convenor.Field("事项 2 处理记录").FillAsync("与民政厅面商，核减两成。");
        await LookAsync(convenor);
        await convenor.Button("记为已协调").ClickAsync();
        await convenor.ExpectStatusAsync("已处理分歧");
        await TabAsync(convenor, "会议与纪要");
        await convenor.Field("结论").SelectOptionAsync("分歧已协调");
        await convenor.Field("结论内容").FillAsync("同意立项，预算核减。");
        await LookAsync(convenor);
        await convenor.Button("保存").ClickAsync();
        await convenor.ExpectStatusAsync("已修改");
        await convenor.Button("作出结论").ClickAsync();
        await convenor.ExpectStatusAsync("已作出结论");
        await convenor.Field("纪要正文").FillAsync("会商议定如下事项。");
        await convenor.Button("保存").ClickAsync();
        await convenor.ExpectStatusAsync("已修改");
        await convenor.Button("形成纪要").ClickAsync();
        await convenor.ExpectStatusAsync("请各单位会签");

        foreach (var person in new[] { liaison, info })
        {
            await person.OpenAsync(path + "?tab=mine");
            await person.Button("会签").ClickAsync();
            await person.ExpectStatusAsync("已会签");
        }

        await Expect(convenor.Page.GetByText("还没有落实事项。请在").First).ToBeVisibleAsync();
        await TabAsync(convenor, "落实");
        await convenor.Field("落实事项").FillAsync("完成预算调整");
        await convenor.Field("责任单位").SelectOptionAsync("山西省民政厅");
        await convenor.Field("完成期限").FillAsync("2026-12-31");
        await convenor.Field("完成期限").PressAsync("Tab");
        await convenor.Button("增加落实事项").ClickAsync();
        await convenor.ExpectStatusAsync("已增加落实事项");
        await convenor.Button("进入落实").ClickAsync();
        await convenor.ExpectStatusAsync("已进入落实");
        await convenor.Field("落实情况").FillAsync("已调整。");
        await LookAsync(convenor);
        await convenor.Button("办结第 1 项").ClickAsync();
        await convenor.ExpectStatusAsync("已办结落实事项");
        await convenor.Button("完成落实").ClickAsync();
        await convenor.ExpectStatusAsync("已完成落实");
        await convenor.Button("归档").ClickAsync();
        await convenor.ExpectStatusAsync("已归档");

        await using var head = await Person.SignInAsync(server, "head");
        await head.OpenAsync(path);
        await Expect(head.Button("归档")).ToHaveCountAsync(0);
        await using var leader = await Person.SignInAsync(server, "leader");
        await leader.OpenAsync(path + "?tab=opinions");
        foreach (var tab in new[] { "事项与材料", "意见汇总", "分歧", "会议与纪要", "落实", "历史", "依据" })
        {
            await TabAsync(leader, tab);
            await LookAsync(leader);
        }

        foreach (var (paper, words) in new[] { ("会商函", "山西省民政厅"), ("会商意见汇总表", "预算偏高，写到一半"), ("会议纪要", "会商议定如下事项。") })
        {
            using var book = new XLWorkbook(new MemoryStream(await leader.DownloadAsync(paper)));
            Assert.Contains(book.Worksheets.Single().CellsUsed(), c => c.GetString().Contains(words, StringComparison.Ordinal));
        }

        Assert.True(_violations.Count == 0, string.Join(Environment.NewLine, _violations));
    }

    [BrowserFact]
    public async Task Journey_BeforeTheAnnualPlan_TheOtherWayRound()
    {
        await using var convenor = await Person.SignInAsync(server, "govinfo");
        await convenor.OpenAsync("/consultations/new");
        await convenor.Field("会商类型").SelectOptionAsync(ConsultationTrigger.AnnualPlan.ToString());
        await convenor.Field("会商名称").FillAsync("二〇二七年度信息化建设计划会商");
        await convenor.Field("事由").FillAsync("报省政府批准前会商。");
        await convenor.Field("反馈期限（工作日）").FillAsync("3");
        await convenor.Button("保存").ClickAsync();
        await Expect(convenor.Button("取消邀请 山西省数据局")).ToBeVisibleAsync();
        await convenor.Field("新增事项").FillAsync("是否同意年度计划？");
        await convenor.Button("增加事项").ClickAsync();
        await convenor.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "计划.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await convenor.ExpectStatusAsync("已上传");
        await convenor.Button("发出").ClickAsync();
        await convenor.ExpectStatusAsync("已向 1 家单位发出");
        var path = new Uri(convenor.Page.Url).AbsolutePath;

        await using var planner = await Person.SignInAsync(server, "planner");
        await planner.OpenAsync(path + "?tab=mine");
        await planner.Field("事项 1 意见").SelectOptionAsync("原则同意附意见");
        await planner.Field("事项 1 具体意见").FillAsync("请补充绩效目标。");
        await planner.ExpectStatusAsync("自动保存");

        // The convenor ends it while the unit is writing: the unit is told, and keeps what it wrote.
        await convenor.Field("意见").FillAsync("计划撤回修改。");
        await convenor.Button("终止").ClickAsync();
        await convenor.Button("确定终止").ClickAsync();
        await convenor.ExpectStatusAsync("已终止");
        await Expect(planner.Page.GetByText("本件刚刚有更新。")).ToBeVisibleAsync();
        await Expect(planner.Button("提交意见")).ToHaveCountAsync(0);
        await Expect(planner.Field("事项 1 未提交的内容")).ToHaveValueAsync("请补充绩效目标。");

        // There is no paper of what has not come to be, and none at all for a stranger.
        Assert.Equal(404, (await planner.GetAsync(path + "/minutes.xlsx")).Status);
        Assert.Equal(200, (await planner.GetAsync(path + "/opinions.xlsx")).Status);
        Assert.Equal(200, (await planner.GetAsync("/export/consultation-opinions.xlsx?consultation=" + path[15..])).Status);
        await using var stranger = await Person.SignInAsync(server, "reviewer.fujian");
        Assert.Equal(404, (await stranger.GetAsync(path + "/letter.xlsx")).Status);

        await using var admin = await Person.SignInAsync(server, "sysadmin");
        await admin.OpenAsync("/admin/consultations");
        await LookAsync(admin);
        Assert.True(_violations.Count == 0, string.Join(Environment.NewLine, _violations));
    }

    private static async Task TabAsync(Person person, string name)
    {
        var tab = person.Page.GetByRole(AriaRole.Tab, new() { Name = name });
        await tab.ClickAsync();
        await Expect(tab).ToHaveAttributeAsync("aria-selected", "true");
    }

    private async Task LookAsync(Person person) => _violations.AddRange(await person.Page.ViolationsAsync());
}

using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Features.Consultations;
using DataBureau.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>A department's project from its first line to the archive: both gates refuse, say why, and open once they are satisfied. axe looks at every page on the way.</summary>
[Collection(BrowserTests.Name)]
public sealed class ProjectAcceptanceJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    private const string Name = "困难群众救助平台";
    private readonly List<string> _violations = [];

    [BrowserFact]
    public async Task Project_WrittenConsultedAndCatalogued_IsAcceptedAndArchived()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await using var head = await Person.SignInAsync(server, "head");
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await liaison.OpenAsync("/projects");
        await LookAsync(liaison);
        await liaison.Link("新建").ClickAsync();
        await liaison.Field("项目名称").FillAsync(Name);
        await liaison.Field("预算（万元）").FillAsync("很多");
        await liaison.Field("计划开工日期").FillAsync("2026-12-01");
        await liaison.Field("计划完成日期").FillAsync("2027-11-30");
        await liaison.Field("建设内容").FillAsync("建设救助对象认定和补贴发放系统。");
        await liaison.Field("部署位置").SelectOptionAsync(Deployment.GovernmentCloud.ToString());
        await liaison.Button("增加一项能力").ClickAsync();
        await liaison.Field("需要的能力 1").FillAsync("家庭经济状况核对");
        await liaison.Field("复用结论 1").SelectOptionAsync(ReuseConclusion.NotSufficient.ToString());
        await liaison.Field("不满足的原因 1").FillAsync("登记册中没有同类组件。");
        await liaison.Button("保存").ClickAsync();
        await Expect(liaison.Page.GetByText("「很多」不是金额")).ToBeVisibleAsync();
        await LookAsync(liaison);
        await liaison.Field("预算（万元）").FillAsync("680.5");
        await liaison.Button("保存").ClickAsync();
        await liaison.ExpectStatusAsync(Name);
        var path = new Uri(liaison.Page.Url).AbsolutePath;
        await Expect(liaison.Button("提交")).ToBeDisabledAsync();
        await liaison.Page.GetByRole(AriaRole.Tab, new() { Name = "数据清单" }).ClickAsync();
        await liaison.Button("增加一项").ClickAsync();
        await liaison.Field("数据名称").FillAsync("低保对象认定信息");
        await liaison.Button("保存").ClickAsync();
        await Expect(liaison.Page.GetByText("拟编：低保对象认定信息")).ToBeVisibleAsync();
        await LookAsync(liaison);
        await liaison.Button("提交").ClickAsync();
        await liaison.ExpectStatusAsync("已提交");

        await head.OpenAsync(path);
        await head.Button("通过").ClickAsync();
        await head.ExpectStatusAsync("已通过");
        await Expect(head.Page.GetByText("待批复").First).ToBeVisibleAsync();

        await reviewer.OpenAsync(path);
        await Expect(reviewer.Button("批复")).ToBeDisabledAsync();
        await reviewer.Field("意见").FillAsync("含应用软件开发。");
        await reviewer.Button("判定涉及信息化").ClickAsync();
        await reviewer.ExpectStatusAsync("判定涉及信息化");
        await Expect(reviewer.Button("批复")).ToBeDisabledAsync();
        await Expect(reviewer.Page.GetByText("还没有会商，不能批复").First).ToBeVisibleAsync();
        await Expect(reviewer.Link("发起会商")).ToBeVisibleAsync();
        await LookAsync(reviewer);
        await new ConsultationKit(server.Services).ConcludedOnAsync(Project.CaseKind, Guid.Parse(path.Split('/')[^1]));
        await reviewer.ReloadAsync();
        await Expect(reviewer.Page.GetByText("已有会商结论").First).ToBeVisibleAsync();
        await reviewer.Button("批复").ClickAsync();
        await Expect(reviewer.Button("批复")).ToHaveCountAsync(0);

        await liaison.ReloadAsync();
        await liaison.Button("开工建设").ClickAsync();
        await liaison.ExpectStatusAsync("开工建设");
        await Expect(liaison.Button("申请验收")).ToBeDisabledAsync();
        await Expect(liaison.Page.GetByText("还有 1 项没有审核通过的目录条目").First).ToBeVisibleAsync();
        await LookAsync(liaison);
        await liaison.Button("查看数据清单").ClickAsync();
        await liaison.Page.GetByRole(AriaRole.Link, new() { Name = "编制目录 低保对象认定信息" }).ClickAsync();
        await Expect(liaison.Field("信息资源名称")).ToHaveValueAsync("低保对象认定信息");
        await ApprovedAsync("低保对象认定信息");
        await liaison.OpenAsync(path);
        await liaison.Page.GetByRole(AriaRole.Tab, new() { Name = "数据清单" }).ClickAsync();
        await liaison.Button("按名称批量对应").ClickAsync();
        await Expect(liaison.Page.GetByText("审核通过").First).ToBeVisibleAsync();
        await liaison.Button("申请验收").ClickAsync();
        await liaison.ExpectStatusAsync("申请验收");

        await reviewer.ReloadAsync();
        await reviewer.Button("通过验收").ClickAsync();
        await reviewer.ExpectStatusAsync("通过验收");
        await reviewer.Button("归档").ClickAsync();
        await reviewer.ExpectStatusAsync("归档");
        await Expect(reviewer.Page.GetByText("已归档").First).ToBeVisibleAsync();
        await LookAsync(reviewer);
        Assert.Contains(await TextsAsync(reviewer, "复用检查表"), t => t.Contains("家庭经济状况核对", StringComparison.Ordinal));
        Assert.Contains(await TextsAsync(reviewer, "数据清单核对表"), t => t.Contains("低保对象认定信息", StringComparison.Ordinal));
        await reviewer.OpenAsync("/projects?q=" + Uri.EscapeDataString(Name));
        var ledger = await Workbooks.RowsAsync(await reviewer.DownloadAsync("导出 Excel"));
        Assert.Equal(2, ledger.Count);
        Assert.Contains(Name, ledger[1].Texts());
        Assert.True(_violations.Count == 0, string.Join(Environment.NewLine, _violations));
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(Person person, string form) => [.. (await Workbooks.RowsAsync(await person.DownloadAsync(form))).SelectMany(r => r.Texts())];

    private async Task ApprovedAsync(string name)
    {
        await server.EntryAsync(Contents.Complete(name), CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve);
        await using var db = server.OpenDb();
        Assert.Equal(CatalogueState.Approved, (await db.CatalogueEntries.SingleAsync(e => e.Content.Name == name)).State);
    }

    private async Task LookAsync(Person person) => _violations.AddRange(await person.Page.ViolationsAsync());
}

using DataBureau.Tests.Excel;
using DataBureau.Tests.Features.Plans;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>The matrix and the recipients as people use them.</summary>
[Collection(BrowserTests.Name)]
public sealed class PlanMatrixPageTests(BureauServer server) : IClassFixture<BureauServer>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        if (BrowserTests.WhySkipped is not null)
            return;
        await using var db = server.OpenDb();
        await server.Services.SeedPlansAsync(db, server.Now);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [BrowserFact]
    public async Task Matrix_OfALeader_FilteredAndTakenAwayWithTheSameTotals()
    {
        await using var leader = await Person.SignInAsync(server, "leader");
        await leader.OpenAsync("/plans/matrix");
        await Expect(leader.Page.GetByRole(AriaRole.Row, new() { Name = "小店区" })).ToContainTextAsync("已备案");
        Assert.Empty(await leader.Page.ViolationsAsync());

        await leader.Field("辖区").SelectOptionAsync(new SelectOptionValue { Value = "140100" });
        await Expect(leader.Page.GetByRole(AriaRole.Rowheader, new() { Name = "阳泉市" })).ToHaveCountAsync(0);
        await Expect(leader.Page.GetByText("合计 33 项")).ToBeVisibleAsync();
        Assert.Empty(await leader.Page.ViolationsAsync());

        var rows = (await Workbooks.RowsAsync(await leader.DownloadAsync("导出 Excel"))).Select(r => r.Texts().ToList()).ToList();
        Assert.Equal(13, rows.Count);
        Assert.Equal(33, rows.Skip(1).Take(11).Sum(r => int.Parse(r[rows[0].IndexOf("应有")], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(("办结合计", "33"), (rows[^1][1], rows[^1][rows[0].IndexOf("应有")]));
        Assert.Equal("已备案", rows.Single(r => r[2] == "140105")[rows[0].IndexOf("大数据发展应用规划")]);
        Assert.DoesNotContain("数字山西建设规划", rows[0]);
    }

    [BrowserFact]
    public async Task Matrix_OfADrafter_OpensCasesAndOffersNewOnes()
    {
        await using var planner = await Person.SignInAsync(server, "planner.shijiazhuang");
        await planner.OpenAsync("/plans/matrix");
        await Expect(planner.Page.GetByRole(AriaRole.Link, new() { Name = "石家庄市数字经济专项规划或实施方案" })).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^/plans/[0-9a-f-]{36}$"));
        Assert.Empty(await planner.Page.ViolationsAsync());

        await using var administrator = await Person.SignInAsync(server, "sysadmin");
        Assert.Equal(302, (await administrator.GetAsync("/export/plan-matrix.xlsx")).Status);
    }

    [BrowserFact]
    public async Task Recipients_SetChangedAndRemoved_SaysWhatItMeans()
    {
        await using var administrator = await Person.SignInAsync(server, "sysadmin");
        await administrator.OpenAsync("/admin/filing-recipients");
        await administrator.ExpectAlertAsync("没有登记接收机关");
        Assert.Empty(await administrator.Page.ViolationsAsync());
        await administrator.Link("新建设定").ClickAsync();
        await administrator.Button("保存").ClickAsync();
        await Expect(administrator.Page.GetByText("请选择备案事项。")).ToBeVisibleAsync();
        Assert.Empty(await administrator.Page.ViolationsAsync());

        await administrator.Field("备案事项").SelectOptionAsync(new SelectOptionValue { Value = "P02" });
        await administrator.Field("适用辖区").SelectOptionAsync(new SelectOptionValue { Value = "140100" });
        await administrator.Field("报送级别").SelectOptionAsync(new SelectOptionValue { Value = "County" });
        await administrator.Field("起始年度").FillAsync("2026");
        await administrator.Field("接收职责").SelectOptionAsync(new SelectOptionValue { Value = "DataAuthority" });
        await administrator.Field("依据").FillAsync("并编办〔2026〕3号");
        await administrator.Button("保存").ClickTwiceAsync();
        await administrator.ExpectStatusAsync("已保存");
        Assert.Empty(await administrator.Page.ViolationsAsync());
        await administrator.OpenAsync("/admin/filing-recipients?region=140100&matter=P02");
        await Expect(administrator.Page.GetByRole(AriaRole.Row, new() { Name = "小店区" })).ToContainTextAsync("太原市大数据应用局");
        Assert.Empty(await administrator.Page.ViolationsAsync());
        var texts = (await Workbooks.RowsAsync(await administrator.DownloadAsync("导出 Excel"))).SelectMany(r => r.Texts()).ToList();
        Assert.Contains("设定（2026 年起）：并编办〔2026〕3号", texts);

        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "大数据发展应用规划", Exact = true }).ClickAsync();
        await administrator.Button("撤销设定").ClickAsync();
        await administrator.Field("意见").FillAsync("职责恢复。");
        await administrator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "撤销设定" }).ClickAsync();
        await administrator.ExpectStatusAsync("已撤销设定");
        Assert.Empty(await administrator.Page.ViolationsAsync());
    }
}

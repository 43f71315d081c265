using System.Text;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>A roster comes in, indicators are enabled, a year's evaluation begins and is saved by the unit, a meeting is prepared; no page violates WCAG.</summary>
[Collection(BrowserTests.Name)]
public sealed class OfficerWorkJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task RosterIndicatorsEvaluationMeeting_InTheBrowser_WorkAndAreAccessible()
    {
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/chief-data-officers/import");
        Assert.Empty(await reviewer.Page.ViolationsAsync());
        var roster = "单位名称,岗位,姓名,职务,任职级别,联系电话,任命文号,发文日期,任职日期,备案号\n"
            + "山西省民政厅,首席数据官,周明,副厅长,单位负责人（副职）,13812345678,晋民任〔2025〕1号,2025-03-01,2025-03-01,晋备2025-1\n"
            + "火星数据局,首席数据官,吴用,副厅长,单位负责人（副职）,见通讯录,晋任〔2025〕2号,2025-03-01,2025-03-01,晋备2025-2\n";
        await reviewer.Field("选择文件").SetInputFilesAsync(Sheets.Payload("名册.csv", Encoding.UTF8.GetBytes(roster)));
        await Expect(reviewer.Page.GetByText("已上传：")).ToBeVisibleAsync();
        await reviewer.Button("检查").ClickAsync();
        await Expect(reviewer.Page.GetByText("没有登记，或已撤销")).ToBeVisibleAsync();
        Assert.Empty(await reviewer.Page.ViolationsAsync());
        await reviewer.Page.GetByLabel("只导入没有问题的 1 行").CheckAsync();
        await reviewer.Button("导入").ClickAsync();
        await reviewer.ExpectStatusAsync("导入完成：新增 1 人");

        await reviewer.OpenAsync("/chief-data-officers/indicators");
        await reviewer.Button("新建").ClickAsync();
        await reviewer.Button("建立").ClickAsync();
        await Expect(reviewer.Heading).ToContainTextAsync("第 1 版");
        await reviewer.Field("第 1 项权重").FillAsync("14");
        await reviewer.Field("第 1 项权重").BlurAsync();
        await reviewer.Button("保存").ClickAsync();
        await reviewer.ExpectStatusAsync("已保存");
        Assert.Empty(await reviewer.Page.ViolationsAsync());
        await reviewer.Field("第 1 项权重").FillAsync("15");
        await reviewer.Field("第 1 项权重").BlurAsync();
        await reviewer.Button("保存").ClickAsync();
        await Expect(reviewer.Button("启用")).ToBeEnabledAsync();
        await reviewer.Button("启用").ClickAsync();
        await reviewer.ExpectStatusAsync("已启用");

        await reviewer.OpenAsync("/chief-data-officers/evaluations");
        await reviewer.Button("发起评价").ClickAsync();
        await reviewer.ExpectStatusAsync("共 1 人");
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/chief-data-officers/evaluations");
        await liaison.Link("周明").ClickAsync();
        await Expect(liaison.Heading).ToContainTextAsync("年度履职评价");
        await liaison.Field("本单位数据工作年度计划的制定和落实 自评得分").FillAsync("92");
        await liaison.Field("本单位数据工作年度计划的制定和落实 自评得分").BlurAsync();
        await liaison.Button("保存").ClickAsync();
        await liaison.ExpectStatusAsync("已保存");
        Assert.Empty(await liaison.Page.ViolationsAsync());

        await reviewer.OpenAsync("/chief-data-officers/meetings");
        await reviewer.Button("新建").ClickAsync();
        Assert.Empty(await reviewer.Page.ViolationsAsync());
        await reviewer.Button("建立").ClickAsync();
        await Expect(reviewer.Heading).ToContainTextAsync("年首席数据官联席会议");
        await reviewer.Button("添加议题").ClickAsync();
        await reviewer.Button("添加议定事项").ClickAsync();
        await reviewer.Field("议题 1").FillAsync("目录更新情况");
        await reviewer.Field("议题 1").BlurAsync();
        await reviewer.Button("保存").ClickAsync();
        await reviewer.ExpectStatusAsync("已保存");
        Assert.Empty(await reviewer.Page.ViolationsAsync());
        await liaison.OpenAsync("/chief-data-officers/training");
        Assert.Empty(await liaison.Page.ViolationsAsync());
    }
}

using System.Text.RegularExpressions;
using ClosedXML.Excel;
using DataBureau.Tests.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>A catalogue from the workbook of a department to the published list, by the people who do it.</summary>
[Collection(BrowserTests.Name)]
public sealed class CatalogueJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    private const string Incomplete = "婚姻登记统计信息";
    private const string Returned = "养老机构基本信息";
    private static readonly string[] Others = ["社会组织登记信息", "殡葬服务机构信息", "慈善组织名录", "地名信息"];

    [BrowserFact]
    public async Task Journey_ImportReviewReturnPublishRevise_PublishedEntriesAreInTheExport()
    {
        await using var liaison = await Person.ArriveAsync(server);
        await using var head = await Person.SignInAsync(server, "head");
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await liaison.Page.GotoAsync("/catalogue");
        await Expect(liaison.Page).ToHaveURLAsync(new Regex("/account/login"));
        await liaison.SignInHereAsync("liaison");
        await Expect(liaison.Heading).ToHaveTextAsync("数据目录");

        await ImportAsync(liaison);
        await FillInAndSubmitAsync(liaison);
        await SubmitTheRestAsync(liaison);
        await SignOffAsync(head);
        await ReturnAsync(reviewer);
        await MendAsync(liaison);
        await SignOffAsync(head);
        await ApproveAndPublishAsync(reviewer);
        await ReviseAsync(liaison);
        await DownloadAsync(liaison);
    }

    private async Task ImportAsync(Person liaison)
    {
        await liaison.Link("导入").ClickAsync();
        var rows = Others[..3].Append(Returned).Select(n => Sheets.Row(n)).ToList();
        await liaison.Field("选择文件").SetInputFilesAsync(await Sheets.FileAsync("民政目录.xlsx", [.. rows, Sheets.Row(Others[3], frequency: "看情况"), Sheets.Row(Incomplete, null)]));
        await Expect(liaison.Page.GetByText("已上传：民政目录.xlsx")).ToBeVisibleAsync();
        await liaison.Button("检查").ClickAsync();
        await liaison.ExpectAlertAsync("检查完成，1 行有问题，还没有导入任何内容。");
        var problem = liaison.Region("问题清单").GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Cell);
        await Expect(problem).ToHaveTextAsync(["目录", "6", "K", "更新周期", "看情况", "更新周期「看情况」看不出多久更新一次。可填：实时、每日、每周、每半月、每月、每季度、每半年、每年、不定期、不更新或其他。"]);
        Assert.Equal(0, await CountAsync());

        await liaison.Field("选择文件").SetInputFilesAsync(await Sheets.FileAsync("民政目录-更正.xlsx", [.. rows, Sheets.Row(Others[3], frequency: "每周"), Sheets.Row(Incomplete, null)]));
        await Expect(liaison.Page.GetByText("已上传：民政目录-更正.xlsx")).ToBeVisibleAsync();
        await liaison.Button("检查").ClickAsync();
        await liaison.ExpectStatusAsync("没有发现问题，可以导入");
        await Expect(liaison.Region("检查结果")).ToContainTextAsync("1 条新增目录还缺少必填内容");
        Assert.Equal(0, await CountAsync());
        await liaison.Button("导入").ClickAsync();
        await liaison.ExpectStatusAsync("导入完成：新增 6 条，更新 0 条，没有变化 0 条，未导入 0 行。");
        Assert.Equal(6, await CountAsync());
        await liaison.Link("查看导入的目录").ClickAsync();
        await Expect(liaison.Page.GetByText("共 6 条").First).ToBeVisibleAsync();
    }

    private static async Task FillInAndSubmitAsync(Person liaison)
    {
        await liaison.Link(Incomplete).ClickAsync();
        await Expect(liaison.Button("提交")).ToBeDisabledAsync();
        await Expect(liaison.Region("办理")).ToContainTextAsync("未填写信息资源摘要");
        await liaison.Link("编辑").ClickAsync();
        await liaison.Field("信息资源摘要").FillAsync("按季度汇总的婚姻登记数量。");
        await PrepareAsync(liaison);
        await liaison.Button("保存").ClickAsync();
        await liaison.ExpectStatusAsync("已保存");
        await liaison.Button("提交").ClickAsync();
        await liaison.ExpectStatusAsync($"已提交「{Incomplete}」");
        await Expect(liaison.Button("撤回")).ToBeEnabledAsync();
    }

    private static async Task SubmitTheRestAsync(Person liaison)
    {
        await liaison.OpenAsync("/catalogue?state=Draft");
        await Expect(liaison.Page.GetByText("共 5 条").First).ToBeVisibleAsync();
        await liaison.Field("选择本页全部").CheckAsync();
        await liaison.Button("批量提交").ClickAsync();
        await liaison.ExpectStatusAsync("提交：成功 5 条，未成功 0 条。");
        await Expect(liaison.Page.GetByText("没有符合条件的目录")).ToBeVisibleAsync();
    }

    private static async Task SignOffAsync(Person head)
    {
        await head.OpenAsync("/reviews");
        await head.Field("选择本页全部").CheckAsync();
        await head.Region("批量办理").GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await head.ExpectStatusAsync("未成功 0 条。");
        await Expect(head.Page.GetByText("没有待审核的目录")).ToBeVisibleAsync();
    }

    private static async Task ReturnAsync(Person reviewer)
    {
        await reviewer.OpenAsync("/reviews");
        await reviewer.Link(Returned).ClickAsync();
        await reviewer.Button("退回").ClickAsync();
        await reviewer.ExpectAlertAsync("退回必须填写意见");
        await reviewer.Button("批注 信息资源摘要").ClickAsync();
        await reviewer.Field("信息资源摘要的批注").FillAsync("请写明统计范围。");
        await reviewer.Field("意见").FillAsync("摘要过于笼统。");
        await reviewer.Button("退回").ClickAsync();
        await reviewer.ExpectStatusAsync($"已退回「{Returned}」");
    }

    private static async Task MendAsync(Person liaison)
    {
        await liaison.OpenAsync("/");
        await liaison.Link("退回修改的目录").ClickAsync();
        await liaison.Link(Returned).ClickAsync();
        await Expect(liaison.Page.GetByText("批注：请写明统计范围。")).ToBeVisibleAsync();
        await liaison.Link("编辑").ClickAsync();
        var field = liaison.Field("信息资源摘要");
        await Expect(field).ToHaveAccessibleDescriptionAsync(new Regex("批注：请写明统计范围。"));
        await field.FillAsync("全省养老机构的名称、地址和床位数，按月更新。");
        await PrepareAsync(liaison);
        await liaison.Button("保存").ClickAsync();
        await liaison.ExpectStatusAsync("已保存");
        await liaison.Button("提交").ClickAsync();
        await liaison.ExpectStatusAsync($"已提交「{Returned}」");
    }

    private static async Task ApproveAndPublishAsync(Person reviewer)
    {
        await reviewer.OpenAsync("/reviews?state=UnderReview");
        await reviewer.Field("选择本页全部").CheckAsync();
        await reviewer.Region("批量办理").GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await reviewer.ExpectStatusAsync("通过：成功 6 条，未成功 0 条。");
        await reviewer.OpenAsync("/reviews?state=Approved");
        await reviewer.Field("选择本页全部").CheckAsync();
        await reviewer.Region("批量办理").GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        // What is to be opened and was not prepared for it stays; each is named, and why is said once.
        await reviewer.ExpectAlertAsync("发布：成功 2 条，未成功 4 条。");
        await Expect(reviewer.Alert.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Expect(reviewer.Alert.Locator("a[href^='/catalogue/']")).ToHaveCountAsync(4);
    }

    private static async Task ReviseAsync(Person liaison)
    {
        await liaison.OpenAsync("/catalogue?state=Published");
        await liaison.Link(Returned).ClickAsync();
        await liaison.Button("变更").ClickAsync();
        await liaison.Field("信息资源摘要").FillAsync("全省养老机构的名称、地址、床位数和评定等级，按月更新。");
        await liaison.Button("保存").ClickAsync();
        await liaison.ExpectStatusAsync("已保存");
        await Expect(liaison.Page.GetByText("第 2 版").First).ToBeVisibleAsync();
        await liaison.Page.GetByRole(AriaRole.Tab, new() { Name = "差异" }).ClickAsync();
        var row = liaison.Page.GetByRole(AriaRole.Tabpanel).GetByRole(AriaRole.Row).Filter(new() { HasText = "信息资源摘要" });
        await Expect(row.GetByRole(AriaRole.Cell)).ToHaveTextAsync(["全省养老机构的名称、地址和床位数，按月更新。", "全省养老机构的名称、地址、床位数和评定等级，按月更新。"]);
    }

    private static async Task DownloadAsync(Person liaison)
    {
        await liaison.OpenAsync("/catalogue?state=Published");
        var rows = await Workbooks.RowsAsync(await liaison.DownloadAsync("导出 Excel"));
        var name = rows[0].Texts().ToList().IndexOf("信息资源名称");
        Assert.Equal([Returned, Incomplete], rows.Skip(1).Select(r => r.Texts().ElementAt(name)).Order(StringComparer.Ordinal));

        await liaison.Link(Returned).ClickAsync();
        using var form = new XLWorkbook(new MemoryStream(await liaison.DownloadAsync("审核表")));
        Assert.Contains(form.Worksheets.Single().CellsUsed(), c => c.GetString() == Returned);
    }

    /// <summary>Imports cannot say it, so the liaison does: what was done to the data before it is opened.</summary>
    private static async Task PrepareAsync(Person liaison)
    {
        foreach (var preparation in new[] { "脱敏", "标准化", "机器可读" })
            await liaison.Field(preparation).CheckAsync();
    }

    private async Task<int> CountAsync()
    {
        await using var db = server.OpenDb();
        return await db.CatalogueEntries.CountAsync();
    }
}

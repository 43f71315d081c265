using DataBureau.Domain.Numbers;
using DataBureau.Tests.Excel;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>The program with a matter and a kind of case of the tests' own.</summary>
public sealed class NumberServer : BureauServer
{
    public static readonly NumberMatter Matter = new("CSBA", "测试备案", "test-case");

    /// <summary>A case that got its number by an act.</summary>
    public async Task<LedgerEntry> IssueAsync(string title)
    {
        await using var db = OpenDb();
        var actor = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == "reviewer").Select(u => u.Id).SingleAsync(), default))!;
        await using var scope = Services.CreateAsyncScope();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var entry = await scope.ServiceProvider.GetRequiredService<NumberLedger>().IssueAsync(db, Matter, "140000", Matter.CaseKind, Guid.NewGuid(), title, actor, Now);
        await transaction.CommitAsync();
        return entry;
    }

    protected override void AddServices(IServiceCollection services)
    {
        services.AddSingleton(Matter);
        services.AddSingleton(new NumberHolder(Matter.CaseKind, (_, _, _) => Task.FromResult<string?>(null), string.Empty));
        services.AddSingleton(new CaseKind(Matter.CaseKind, "测试事项", id => $"/catalogue/{id}"));
    }
}

/// <summary>The ledger as the bureau's people use it.</summary>
[Collection(BrowserTests.Name)]
public sealed class NumberPageTests(NumberServer server) : IClassFixture<NumberServer>
{
    [BrowserFact]
    public async Task Ledger_ReserveVoidExport_RefusalsAtTheFieldAndNothingLost()
    {
        var issued = await server.IssueAsync("数字政府建设规划（二〇二六）");
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/numbers");
        await Expect(reviewer.Link("数字政府建设规划（二〇二六）")).ToHaveAttributeAsync("href", $"/catalogue/{issued.CaseId}");
        await ExpectSeriesAsync(reviewer, "无空号");

        await reviewer.Button("预留编号").ClickAsync();
        await reviewer.Page.Locator("dialog[open]").GetByLabel("事项", new() { Exact = true }).SelectOptionAsync("测试备案");
        await reviewer.Button("预留").ClickAsync();
        await Expect(reviewer.Page.GetByText("预留编号必须写明原因")).ToBeVisibleAsync();
        Assert.Empty(await reviewer.Page.ViolationsAsync());
        await reviewer.Field("原因").FillAsync("省民政厅纸质备案材料");
        await reviewer.Button("预留").ClickTwiceAsync();
        await reviewer.ExpectStatusAsync("已预留编号");
        await Expect(reviewer.Page.GetByText("预留：省民政厅纸质备案材料")).ToHaveCountAsync(1);
        var reserved = await SingleAsync(e => e.ReserveReason == "省民政厅纸质备案材料");

        await reviewer.Button($"作废 {reserved.Text}").ClickAsync();
        await reviewer.Button("作废").ClickAsync();
        await Expect(reviewer.Page.GetByText("作废编号必须写明原因")).ToBeVisibleAsync();
        Assert.Empty(await reviewer.Page.ViolationsAsync());
        await reviewer.Field("原因").FillAsync("材料已撤回");
        await reviewer.Button("作废").ClickAsync();
        await reviewer.ExpectStatusAsync($"已作废编号 {reserved.Text}");
        await Expect(reviewer.Button($"作废 {reserved.Text}")).ToHaveCountAsync(0);
        await ExpectSeriesAsync(reviewer, "无空号");
        Assert.Empty(await reviewer.Page.ViolationsAsync());

        var rows = await Workbooks.RowsAsync(await reviewer.DownloadAsync("导出 Excel"));
        var texts = rows.SelectMany(r => r.Texts()).ToList();
        Assert.Contains(texts, t => t.Contains("作废：材料已撤回；", StringComparison.Ordinal));
        Assert.Contains(issued.Text, texts);
        Assert.DoesNotContain("操作", texts);
    }

    [BrowserFact]
    public async Task Ledger_VoidedByAnotherMeanwhile_Told()
    {
        var issued = await server.IssueAsync("公共数据开放计划");
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/numbers");
        await reviewer.Button($"作废 {issued.Text}").ClickAsync();
        await reviewer.Field("原因").FillAsync("重复发号");
        Assert.IsType<Outcome<NumberRow>.Done>(await server.AsAsync<NumberService, Outcome<NumberRow>>("bureaulead", s => s.VoidAsync(issued.Id, issued.Version, "文件撤回")));
        await reviewer.Button("作废").ClickAsync();

        await reviewer.ExpectAlertAsync("您的操作没有执行");
        await Expect(reviewer.Page.GetByText("作废：文件撤回")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Ledger_Leader_SeesAndCannotChange()
    {
        var issued = await server.IssueAsync("数据基础设施规划");
        await using var leader = await Person.SignInAsync(server, "leader");
        await leader.OpenAsync($"/numbers?q={issued.Text}");
        await Expect(leader.Link("数据基础设施规划")).ToBeVisibleAsync();
        await Expect(leader.Button("预留编号")).ToHaveCountAsync(0);
        await Expect(leader.Button($"作废 {issued.Text}")).ToHaveCountAsync(0);
        Assert.Empty(await leader.Page.ViolationsAsync());

        await using var liaison = await Person.SignInAsync(server, "liaison");
        Assert.Equal(302, (await liaison.GetAsync("/export/numbers.xlsx")).Status);
    }

    private static Task ExpectSeriesAsync(Person person, string text) =>
        Expect(person.Page.GetByRole(Microsoft.Playwright.AriaRole.List, new() { Name = "编号连续性" })).ToContainTextAsync(text);

    private async Task<LedgerEntry> SingleAsync(System.Linq.Expressions.Expression<Func<LedgerEntry, bool>> condition)
    {
        await using var db = server.OpenDb();
        return await db.LedgerNumbers.AsNoTracking().SingleAsync(condition);
    }
}

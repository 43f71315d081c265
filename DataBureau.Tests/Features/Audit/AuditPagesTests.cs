using Bunit;
using DataBureau.Tests.Components;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Audit.Sealing;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Audit;

/// <summary>The pages over the real service and a real database.</summary>
[Trait("Category", "Service")]
public sealed class AuditPagesTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    private readonly BunitContext _context = ShellContext.Create();
    private AsyncServiceScope _scope;

    public async Task InitializeAsync() => await BecomeAsync("auditadmin");

    public async Task DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scope.DisposeAsync();
    }

    [Fact]
    public async Task List_Rows_LinkToTheDetailWithTheWayBack()
    {
        var id = await WriteAsync("列表中的一条", failed: true);
        var page = await OpenListAsync("?q=列表中的一条");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr:not([aria-hidden])")));
        Assert.StartsWith($"/audit/{id}?q=", page.Find("tbody a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(["2026-11-20 09:30:00", "甲某", "", "登录", "账号", "列表中的一条", "失败", "127.0.0.1"], page.FindAll("tbody td").Select(td => td.TextContent.Trim()));
        Assert.StartsWith("/export/audit.xlsx?q=", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NothingFound_OffersToClearTheFilter()
    {
        var page = await OpenListAsync("?q=没有这样的记录");

        page.WaitForAssertion(() => Assert.Equal("清除全部条件", page.Find(".empty a").TextContent));
    }

    [Fact]
    public async Task List_AddressChanges_IsReadAgain()
    {
        await WriteAsync("先前的");
        await WriteAsync("后来的");
        var page = await OpenListAsync("?q=先前的");
        page.WaitForAssertion(() => Assert.Contains("先前的", page.Find("tbody").TextContent, StringComparison.Ordinal));

        await page.InvokeAsync(() => Navigation.NavigateTo("/audit?q=后来的"));

        page.WaitForAssertion(() => Assert.Contains("后来的", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("先前的", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NotAnAuditor_RefusedInWords()
    {
        await BecomeAsync("liaison");
        var page = await OpenListAsync("");

        page.WaitForAssertion(() => Assert.Contains("查看审计日志", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task List_ChainVerifiedOrNot_SaysWhenAndWithWhatResult()
    {
        var page = await OpenListAsync("");
        page.WaitForAssertion(() => Assert.StartsWith("上次校验：还没有校验过。", page.Find("p.lead-note").TextContent, StringComparison.Ordinal));
        await WriteAsync("校验审计记录：通过，到第 7 号封存，12 条记录与封存一致，尚未封存 3 条。", AuditVerification.Action, AuditVerification.Chain);

        page = await OpenListAsync("?q=甲");

        page.WaitForAssertion(() => Assert.Equal("上次校验：2026-11-20 09:30:00，通过，到第 7 号封存，12 条记录与封存一致，尚未封存 3 条。校验人：甲某。", page.Find("p.lead-note").TextContent));
        await WriteAsync("校验审计记录：不通过。记录 5 的内容被改动。没有与封存一致的记录。", AuditVerification.Action, AuditVerification.Chain, failed: true);
        page = await OpenListAsync("");
        page.WaitForAssertion(() => Assert.Contains("不通过。记录 5 的内容被改动。", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("p.lead-note"));
    }

    [Fact]
    public async Task Detail_BeforeAndAfter_AreTwoColumnsInWords()
    {
        var id = await WriteAsync("提交「甲」", "catalogue.Submit", "catalogue", """{"state":"Draft","version":1}""", """{"state":"DepartmentReview","version":2}""");

        var page = _context.Render<AuditDetail>(p => p.Add(d => d.Id, id));

        page.WaitForAssertion(() => Assert.Equal(["字段", "变更前", "变更后"], page.FindAll("thead th").Select(th => th.TextContent)));
        Assert.Equal(["草稿", "部门审核", "1", "2"], page.FindAll("tbody td").Select(td => td.TextContent.Trim()));
        Assert.DoesNotContain("{", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains($"/audit?kind=catalogue&subject=s-1", page.FindAll(".actions a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Detail_OnlyAfter_OneColumn()
    {
        var id = await WriteAsync("导出「法规依据」", "export.policies", "export", null, """{"rows":12}""");

        var page = _context.Render<AuditDetail>(p => p.Add(d => d.Id, id));

        page.WaitForAssertion(() => Assert.Equal(["字段", "内容"], page.FindAll("thead th").Select(th => th.TextContent)));
    }

    [Fact]
    public void Detail_NoSuchRow_SaysSo()
    {
        var page = _context.Render<AuditDetail>(p => p.Add(d => d.Id, long.MaxValue));

        page.WaitForAssertion(() => Assert.Contains("没有这条审计记录", page.Markup, StringComparison.Ordinal));
    }

    private NavigationManager Navigation => _context.Services.GetRequiredService<NavigationManager>();

    private async Task BecomeAsync(string userName)
    {
        _scope = await bureau.AsAsync(userName);
        _context.Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<AuditService>());
        _context.Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<CurrentUser>());
        _context.Services.AddSingleton(new NavItem("规则与依据", "法规依据", "/policies", "gavel"));
    }

    private Task<IRenderedComponent<AuditList>> OpenListAsync(string query)
    {
        Navigation.NavigateTo("/audit" + query);
        return Task.FromResult(_context.Render<AuditList>());
    }

    private async Task<long> WriteAsync(string summary, string action = "account.sign-in", string kind = "account", string? before = null, string? after = null, bool failed = false)
    {
        await using var db = bureau.OpenDb();
        var row = new AuditRow
        {
            At = bureau.Clock.Now,
            UserName = "甲某",
            Action = action,
            Summary = summary,
            Succeeded = !failed,
            SubjectKind = kind,
            SubjectId = "s-1",
            Before = before,
            After = after,
            Address = "127.0.0.1",
        };
        db.Audit.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }
}

using Bunit;
using DataBureau.Domain.Access;
using DataBureau.Tests.Components;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Features.Users;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Users;

public sealed class UserPagesTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BunitContext _context = ShellContext.Create();
    private AsyncServiceScope _scope;

    public Task InitializeAsync() => BecomeAsync("secadmin");

    private async Task BecomeAsync(string userName)
    {
        _scope = await bureau.AsAsync(userName);
        _context.Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<UserService>());
        _context.Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<UserAccess>());
        _context.Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<OrganisationLookup>());
    }

    [Fact]
    public async Task New_FilledIn_ShowsThePasswordOnce()
    {
        await BecomeAsync("sysadmin");
        var page = _context.Render<UserNew>();
        InputOf(page, "用户名").Change("wang.fang");
        InputOf(page, "姓名").Change("王芳");
        await InputOf(page, "单位").ChangeAsync(new ChangeEventArgs { Value = "太原市教育局" });
        await ButtonOf(page, "保存").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(14, page.Find("[data-one-time-password]").TextContent.Length), Patience);
        ButtonOf(page, "再建一个").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-one-time-password]")), Patience);
    }

    [Fact]
    public async Task New_OrganisationNotInTheList_SaysSo()
    {
        await BecomeAsync("sysadmin");
        var page = _context.Render<UserNew>();

        await InputOf(page, "单位").ChangeAsync(new ChangeEventArgs { Value = "没有这个局" });

        page.WaitForAssertion(() => Assert.Contains("没有找到「没有这个局」", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        await ButtonOf(page, "保存").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("3 处", page.Find(".banner[role=alert]").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Detail_GrantThenRevoke_TableFollows()
    {
        var page = await RenderAsync("leader.taiyuan");
        Choose(page, Role.Liaison);
        await ButtonOf(page, "授权").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count), Patience);
        // The form is ready for the next one.
        Assert.Equal("", InputOf(page, "角色").GetAttribute("value"));

        var asking = page.Find("button[aria-label*=部门联络员]").ClickAsync(new());
        page.WaitForElement(".dialog-actions", Patience);
        await page.Find(".dialog-actions .danger").ClickAsync(new());
        await asking;

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")), Patience);
    }

    [Fact]
    public async Task Detail_GrantRefused_ShowsReasonAndKeepsTheChoice()
    {
        var page = await RenderAsync("liaison.taiyuan");
        Choose(page, Role.Reviewer);
        await ButtonOf(page, "授权").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("只能在数据主管部门担任", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(nameof(Role.Reviewer), InputOf(page, "角色").GetAttribute("value"));
    }

    [Fact]
    public async Task Detail_Disable_StateAndButtonsFollow()
    {
        var page = await RenderAsync("leader.fujian");

        var asking = ButtonOf(page, "停用").ClickAsync(new());
        page.WaitForElement(".dialog-actions", Patience);
        await page.Find(".dialog-actions .danger").ClickAsync(new());
        await asking;

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), b => b.TextContent == "启用"), Patience);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent is "停用" or "重置密码" or "授权");
    }

    [Fact]
    public async Task Detail_OwnAccount_OffersNoActs()
    {
        var page = await RenderAsync("secadmin");

        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent is "停用" or "重置密码" or "授权" or "收回");
        Assert.Contains("另一名安全管理员", page.Markup, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scope.DisposeAsync();
    }

    private static AngleSharp.Dom.IElement InputOf<T>(IRenderedComponent<T> page, string label)
        where T : IComponent => page.Find("#" + page.FindAll("label[for]").First(l => l.TextContent == label).GetAttribute("for"));

    private static AngleSharp.Dom.IElement ButtonOf<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").First(b => b.TextContent.EndsWith(text, StringComparison.Ordinal));

    private static void Choose(IRenderedComponent<UserDetail> page, Role role)
    {
        InputOf(page, "角色").Change(role.ToString());
        page.WaitForAssertion(() => Assert.False(ButtonOf(page, "授权").HasAttribute("disabled")), Patience);
    }

    private async Task<IRenderedComponent<UserDetail>> RenderAsync(string userName)
    {
        await using var db = bureau.OpenDb();
        var id = await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync();
        var page = _context.Render<UserDetail>(p => p.Add(x => x.Id, id));
        page.WaitForElement("section[aria-label=账号信息]", Patience);
        return page;
    }
}

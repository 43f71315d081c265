using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>What people typed outlives reloads and slow lines.</summary>
[Collection(BrowserTests.Name)]
public sealed class SurvivalTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task Edit_ReloadedWhileHalfTyped_TextIsThereAgainUntilGivenUp()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/catalogue/new");
        await liaison.HeadingFocusedAsync();
        await liaison.Field("信息资源名称").PressSequentiallyAsync("慈善组织名录");
        await liaison.Field("信息资源摘要").FillAsync("写到一半");
        await liaison.Field("共享类型").SelectOptionAsync("有条件共享");
        await liaison.Field("共享条件").FillAsync("限民政系统");
        await liaison.ExpectStatusAsync("自动保存");
        await server.KeptAsync("限民政系统");

        await liaison.ReloadAsync();

        await liaison.ExpectStatusAsync("已恢复您");
        await Expect(liaison.Field("信息资源名称")).ToHaveValueAsync("慈善组织名录");
        await Expect(liaison.Field("信息资源摘要")).ToHaveValueAsync("写到一半");
        await Expect(liaison.Field("共享条件")).ToHaveValueAsync("限民政系统");
        await liaison.Button("放弃恢复的内容").ClickAsync();
        await Expect(liaison.Field("信息资源名称")).ToHaveValueAsync("");
        await liaison.ReloadAsync();
        await Expect(liaison.Button("放弃恢复的内容")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Edit_LeftAtOnceAfterTyping_LastKeystrokesAreKept()
    {
        var id = await server.EntryAsync(Contents.Complete("地名信息"));
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync($"/catalogue/{id}/edit");
        await liaison.Field("主题领域").FillAsync("民政地名");
        await liaison.Link("返回").ClickAsync();
        await Expect(liaison.Heading).ToHaveTextAsync("地名信息");
        await server.KeptAsync("民政地名");

        await liaison.Link("编辑").ClickAsync();

        await Expect(liaison.Field("主题领域")).ToHaveValueAsync("民政地名");
    }

    [BrowserFact]
    public async Task Edit_SlowLine_NoKeystrokeIsTakenBack()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await SlowAsync(liaison);
        await liaison.OpenAsync("/catalogue/new");
        await liaison.HeadingFocusedAsync();
        var field = liaison.Field("信息资源摘要");

        await field.PressSequentiallyAsync("abcdefghijklmnopqrstuvwxyz0123456789", new() { Delay = 40 });

        await liaison.ExpectStatusAsync("自动保存");
        await Expect(field).ToHaveValueAsync("abcdefghijklmnopqrstuvwxyz0123456789");
    }

    [BrowserFact]
    public async Task Copy_RecipientChosenOnASlowLine_WhatIsTypedNextStaysInItsField()
    {
        var id = await server.EntryAsync(Contents.Complete("慢线路上抄送的目录"));
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await SlowAsync(liaison);
        await liaison.OpenAsync($"/catalogue/{id}");
        await liaison.Button("抄送").ClickAsync();
        await liaison.Field("抄送对象").FillAsync("民政厅");
        await liaison.Page.GetByRole(AriaRole.List, new() { Name = "查找结果" }).GetByRole(AriaRole.Button).First.ClickAsync();

        await liaison.Field("附言").FocusAsync();
        await liaison.Page.Keyboard.TypeAsync("abcdefghijklmnopqrstuvwxyz", new() { Delay = 40 });

        await Expect(liaison.Field("附言")).ToHaveValueAsync("abcdefghijklmnopqrstuvwxyz");
        await Expect(liaison.Field("抄送对象")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task Edit_SavedElsewhereMeanwhile_OwnTextStaysBesideTheirs()
    {
        var id = await server.EntryAsync(Contents.Complete("婚姻登记统计信息"));
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync($"/catalogue/{id}/edit");
        await liaison.Field("信息资源摘要").FillAsync("我的说法");
        await server.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.SaveAsync(id, 1, Contents.Complete("婚姻登记统计信息") with { Abstract = "他们的说法" }));

        await liaison.Button("保存").ClickAsync();

        await liaison.ExpectAlertAsync("保存前，本件已被其他人修改");
        await Expect(liaison.Page.GetByRole(AriaRole.Cell, new() { Name = "他们的说法" })).ToBeVisibleAsync();
        await Expect(liaison.Field("信息资源摘要")).ToHaveValueAsync("我的说法");
        await liaison.Button("保存").ClickAsync();
        await liaison.ExpectStatusAsync("已保存");
        await Expect(liaison.Page.GetByText("我的说法")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Save_ClickedTwiceAtOnce_OneEntry()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/catalogue/new");
        await liaison.Field("信息资源名称").FillAsync("双击保存的目录");
        await liaison.Field("信息资源名称").BlurAsync();

        await liaison.Button("保存").EvaluateAsync("button => { button.click(); button.click(); }");

        await liaison.ExpectStatusAsync("已新建「双击保存的目录」");
        await using var db = server.OpenDb();
        Assert.Equal(1, await db.CatalogueEntries.CountAsync(e => e.Content.Name == "双击保存的目录"));
    }

    [BrowserFact]
    public async Task Account_DisabledWhileAPageIsOpen_PageTurnsToTheSignIn()
    {
        await using var person = await Person.SignInAsync(server, "govinfo.shijiazhuang");
        await person.OpenAsync("/catalogue");
        await using (var db = server.OpenDb())
            await db.Users.Where(u => u.UserName == "govinfo.shijiazhuang").ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledAt, server.Now));

        await Expect(person.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/login"));
        await person.Field("用户名").FillAsync("govinfo.shijiazhuang");
        await person.Field("密码").FillAsync(DataBureau.Web.Seed.DemoPeople.Password);
        await person.Button("登录").ClickAsync();
        await person.ExpectAlertAsync("该账号已停用");
        // The cookie from before is worth nothing either.
        Assert.Equal(302, (await person.GetAsync("/export/catalogue.xlsx")).Status);
        await person.Page.GotoAsync("/");
        await Expect(person.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/login"));
    }

    /// <summary>What the server sends comes late, in its order.</summary>
    private static Task SlowAsync(Person person) => person.Page.RouteWebSocketAsync("**/_blazor**", socket =>
    {
        var sent = Task.CompletedTask;
        socket.ConnectToServer().OnMessage(frame => sent = LaterAsync(sent, frame, socket));
    });

    private static async Task LaterAsync(Task before, IWebSocketFrame frame, IWebSocketRoute socket)
    {
        await Task.WhenAll(before, Task.Delay(150));
        if (frame.Binary is { } bytes)
            socket.Send(bytes);
        else
            socket.Send(frame.Text!);
    }
}

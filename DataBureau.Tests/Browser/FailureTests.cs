using DataBureau.Tests.Shared;
using DataBureau.Web.Seed;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>What a person reads when a request fails: a sentence, a number to quote, a way on.</summary>
[Collection(BrowserTests.Name)]
public sealed class FailureTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task SignIn_DatabaseAway_SaysSoAndWorksWhenItIsBack()
    {
        ExpectOutage();
        await using var person = await Person.ArriveAsync(server);
        person.ExpectedErrors.Add("503");
        await person.Page.GotoAsync("/account/login");
        await using (await DatabaseOutage.BeginAsync(server.Database))
        {
            await person.Field("用户名").FillAsync("leader");
            await person.Field("密码").FillAsync(DemoPeople.Password);
            await person.Button("登录").ClickAsync();

            await Expect(person.Heading).ToHaveTextAsync("数据库暂时没有响应");
            await person.ExpectAlertAsync("请稍后重试");
            await Expect(person.Page.GetByText("编号：")).ToBeVisibleAsync();
            Assert.Empty(await person.Page.ViolationsAsync());
        }

        await person.Link("重新打开").ClickAsync();
        await person.SignInHereAsync("leader");
    }

    [BrowserFact]
    public async Task Page_DatabaseAway_OpenedAgainWhenItIsBack()
    {
        ExpectOutage();
        await using var person = await Person.SignInAsync(server, "govinfo.fujian");
        person.ExpectedErrors.Add("503");
        // A live page would be sent to the sign-in in the midst of what is asked below.
        await person.Page.GotoAsync("about:blank");
        await using (await DatabaseOutage.BeginAsync(server.Database))
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5)); // The sign-in is asked for again after a second.
            var answer = await person.Page.GotoAsync("/catalogue?state=Draft");

            Assert.Equal(503, answer!.Status);
            Assert.Contains("frame-ancestors 'none'", answer.Headers["content-security-policy"], StringComparison.Ordinal);
            await Expect(person.Heading).ToHaveTextAsync("数据库暂时没有响应");
        }

        await person.Link("重新打开").ClickAsync();
        await person.InteractiveAsync();
        await Expect(person.Heading).ToHaveTextAsync("数据目录");
        Assert.EndsWith("/catalogue?state=Draft", person.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task SignIn_FormFromBeforeAnotherSignIn_SaysThatThePageIsStale()
    {
        await using var person = await Person.ArriveAsync(server);
        person.ExpectedErrors.Add("400");
        await person.Page.GotoAsync("/account/login");
        var other = await person.Page.Context.NewPageAsync();
        await other.GotoAsync("/account/login");
        await other.GetByLabel("用户名", new() { Exact = true }).FillAsync("reviewer.fujian");
        await other.GetByLabel("密码", new() { Exact = true }).FillAsync(DemoPeople.Password);
        await other.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await other.Locator("[data-interactive=true] h1").First.WaitForAsync();

        await person.Field("用户名").FillAsync("leader");
        await person.Field("密码").FillAsync(DemoPeople.Password);
        await person.Button("登录").ClickAsync();

        await Expect(person.Heading).ToHaveTextAsync("页面已过期");
        await person.ExpectAlertAsync("请重新打开后再填写");
        await person.Link("重新打开").ClickAsync();
        await Expect(person.Heading).ToHaveTextAsync("登录");
    }

    /// <summary>What the program does by itself goes wrong as well: its rounds, and the checks of pages that are still open.</summary>
    private void ExpectOutage() => server.ExpectedErrors.AddRange(["failed, shown to the user as", "it is tried again", "revalidating authentication state"]);
}

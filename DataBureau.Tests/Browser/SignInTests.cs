using DataBureau.Web.Seed;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class SignInTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task SignIn_WrongPasswordUntilLocked_SaysSoWithoutTellingNames()
    {
        await using var person = await Person.ArriveAsync(server);
        await person.Page.GotoAsync("/account/login");
        foreach (var name in new[] { "nobody", "leader.shijiazhuang", "leader.shijiazhuang", "leader.shijiazhuang", "leader.shijiazhuang" })
        {
            await TryAsync(person, name, "wrong");
            await person.ExpectAlertAsync("用户名或密码不正确。");
        }

        await TryAsync(person, "leader.shijiazhuang", "wrong");
        await person.ExpectAlertAsync("已被暂时锁定");
        await TryAsync(person, "leader.shijiazhuang", DemoPeople.Password);
        await person.ExpectAlertAsync("已被暂时锁定");
        await using var db = server.OpenDb();
        Assert.Equal(7, await db.Audit.CountAsync(a => a.Action == "account.sign-in" && !a.Succeeded));
    }

    [BrowserFact]
    public async Task SignIn_AddressOfAnotherSite_IsNotFollowed()
    {
        await using var person = await Person.ArriveAsync(server);
        await person.Page.GotoAsync("/account/login?returnUrl=https%3A%2F%2Fevil.example%2F");
        await person.SignInHereAsync("leader");

        Assert.Equal(server.Address, new Uri(person.Page.Url));
    }

    [BrowserFact]
    public async Task SignOut_FromAnyPageEvenAWrongAddress_EndsTheSession()
    {
        foreach (var path in new[] { "/catalogue", "/nowhere" })
        {
            await using var person = await Person.SignInAsync(server, "govinfo");
            person.ExpectedErrors.Add("404");
            await person.OpenAsync(path);
            await person.Button("退出").ClickAsync();
            await Expect(person.Heading).ToHaveTextAsync("登录");
            await person.Page.GotoAsync("/catalogue");
            await Expect(person.Button("登录")).ToBeVisibleAsync();
        }
    }

    [BrowserFact]
    public async Task Password_Changed_OtherDeviceIsOut()
    {
        await using var here = await Person.SignInAsync(server, "leader.fujian");
        await using var elsewhere = await Person.SignInAsync(server, "leader.fujian");
        await here.Page.GotoAsync("/account/password");
        await here.Field("当前密码").FillAsync(DemoPeople.Password);
        await here.Field("新密码").FillAsync("short1");
        await here.Field("再次输入新密码").FillAsync("short1");
        await here.Button("保存").ClickAsync();
        await here.ExpectAlertAsync("密码至少 10 位。");
        await here.Field("当前密码").FillAsync(DemoPeople.Password);
        await here.Field("新密码").FillAsync("another2026words");
        await here.Field("再次输入新密码").FillAsync("another2026words");
        await here.Button("保存").ClickAsync();
        await here.ExpectStatusAsync("密码已修改");

        await Expect(elsewhere.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/login"));
        await here.OpenAsync("/catalogue");
        await Expect(here.Heading).ToHaveTextAsync("数据目录");
    }

    private static async Task TryAsync(Person person, string userName, string password)
    {
        await person.Field("用户名").FillAsync(userName);
        await person.Field("密码").FillAsync(password);
        await person.Button("登录").ClickAsync();
        // The page of the answer asks for the password anew.
        await Expect(person.Field("密码")).ToHaveValueAsync("");
    }
}

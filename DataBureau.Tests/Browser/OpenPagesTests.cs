using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>One person cannot fill the server's memory with open pages.</summary>
[Collection(BrowserTests.Name)]
public sealed class OpenPagesTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task Pages_OpenedAndClosed_AreCounted()
    {
        var pages = server.Services.GetRequiredService<OpenPages>();
        var id = await IdAsync("leader");
        await using (var leader = await Person.SignInAsync(server, "leader"))
        {
            Assert.Equal(1, pages.Of(id));
            var second = await leader.Page.Context.NewPageAsync();
            await second.GotoAsync("/catalogue");
            await UntilAsync(() => pages.Of(id) == 2);
            await second.GotoAsync("about:blank");
            await UntilAsync(() => pages.Of(id) == 1);
        }
    }

    [BrowserFact]
    public async Task Page_BeyondTheLimit_SaysSoAndOpensOnceOthersAreClosed()
    {
        var pages = server.Services.GetRequiredService<OpenPages>();
        var id = await IdAsync("head");
        await using var head = await Person.SignInAsync(server, "head");
        var others = Enumerable.Range(0, pages.Limit).Select(_ => pages.Enter(id)).ToList();

        await head.Page.GotoAsync("/reviews?state=Approved");

        await Expect(head.Heading).ToHaveTextAsync("打开的页面太多");
        await Expect(head.Alert).ToContainTextAsync($"已达到 {pages.Limit} 个的上限");
        others.ForEach(other => other.Dispose());
        others.ForEach(other => other.Dispose());
        await head.Link("重新打开").ClickAsync();
        await head.InteractiveAsync();
        await Expect(head.Heading).ToHaveTextAsync("审核台");
        Assert.EndsWith("/reviews?state=Approved", head.Page.Url, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 200 && !holds(); i++)
            await Task.Delay(100);
        Assert.True(holds());
    }

    private async Task<Guid> IdAsync(string userName)
    {
        await using var db = server.OpenDb();
        return await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync();
    }
}

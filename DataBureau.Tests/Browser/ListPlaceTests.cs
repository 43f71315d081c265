using DataBureau.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>Into a case and back: the list stands where it was left.</summary>
[Collection(BrowserTests.Name)]
public sealed class ListPlaceTests(BureauServer server) : IClassFixture<BureauServer>
{
    private const string Scrolled = "() => document.querySelector('.table-scroll')?.scrollTop ?? -1";

    [BrowserFact]
    public async Task Back_ByTheBrowserOrByTheLink_SamePageFilterAndPlace()
    {
        for (var i = 1; i <= 45; i++)
            await server.EntryAsync(Contents.Complete($"位置目录{i:00}"));
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/catalogue?q=位置目录&sort=Name&page=2");
        await liaison.Link("位置目录21").WaitForAsync();
        await liaison.Page.EvaluateAsync("() => document.querySelector('.table-scroll').scrollTop = 180");
        await liaison.Page.WaitForTimeoutAsync(200);

        await liaison.Link("位置目录30").ClickAsync();
        await Expect(liaison.Heading).ToHaveTextAsync("位置目录30");
        await liaison.Page.GoBackAsync();
        await BackAsync(liaison);

        await liaison.Link("位置目录30").ClickAsync();
        await Expect(liaison.Heading).ToHaveTextAsync("位置目录30");
        await liaison.Page.GetByRole(AriaRole.Navigation, new() { Name = "当前位置" }).GetByRole(AriaRole.Link, new() { Name = "数据目录" }).ClickAsync();
        await BackAsync(liaison);
        Assert.Contains("page=2", liaison.Page.Url, StringComparison.Ordinal);

        // Another page of the list begins at its top, and so does the list from the menu.
        await liaison.Link("第 3 页").ClickAsync();
        await liaison.Link("位置目录41").WaitForAsync();
        Assert.Equal(0, await liaison.Page.EvaluateAsync<double>(Scrolled));
        await liaison.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "数据目录" }).First.ClickAsync();
        await Expect(liaison.Page).ToHaveURLAsync(new Uri(server.Address, "/catalogue").ToString());
    }

    [BrowserFact]
    public async Task Policies_OnTheCommonScreen_ThePagerIsInTheWindow()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/policies");
        var pager = liaison.Page.Locator(".pager");

        var box = await pager.BoundingBoxAsync();

        Assert.InRange(box!.Y + box.Height, 0, 768);
    }

    private static async Task BackAsync(Person person)
    {
        await person.Link("位置目录30").WaitForAsync();
        await person.Page.WaitForFunctionAsync("() => document.querySelector('.table-scroll')?.scrollTop === 180");
    }
}

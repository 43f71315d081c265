using System.Globalization;
using System.Text.RegularExpressions;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Excel;
using DataBureau.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>Monday morning of a leader: from the province to a city to its rows, and away with them.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class DashboardJourneyTests(BureauServer server) : IClassFixture<BureauServer>, IAsyncLifetime
{
    public Task InitializeAsync() => BrowserTests.WhySkipped is null ? server.Services.SeedCasesAsync(900) : Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;

    [BrowserFact]
    public async Task Leader_FromTheProvinceToACityToItsRows_TakesAwayAsManyAsTheFigureSays()
    {
        await using var leader = await Person.SignInAsync(server, "leader");
        await leader.Link("进展看板").ClickAsync();
        await Expect(leader.Heading).ToHaveTextAsync("进展看板：山西省");
        await Expect(leader.Page.GetByText("数据截至")).ToBeVisibleAsync();
        Assert.Empty(await leader.Page.ViolationsAsync());
        foreach (var twin in await leader.Page.GetByText("数据表").AllAsync())
            await twin.ClickAsync();
        await Expect(leader.Page.GetByRole(AriaRole.Table, new() { Name = "逐月备案件数" })).ToBeVisibleAsync();
        Assert.Empty(await leader.Page.ViolationsAsync());

        await leader.Page.GetByRole(AriaRole.Navigation, new() { Name = "各地发布率" }).GetByRole(AriaRole.Link, new() { Name = "太原市" }).ClickAsync();
        await Expect(leader.Heading).ToHaveTextAsync("进展看板：太原市");
        Assert.Empty(await leader.Page.ViolationsAsync());
        var figure = leader.Page.GetByRole(AriaRole.Region, new() { Name = "总览" }).GetByRole(AriaRole.Link, new() { NameRegex = NotSubmitted() });
        var number = int.Parse(await figure.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        Assert.True(number > 20);
        await figure.ClickAsync();
        await Expect(leader.Heading).ToHaveTextAsync("数据目录");
        await Expect(leader.Page.GetByText($"共 {number} 条", new() { Exact = true })).ToBeVisibleAsync();
        await leader.ExpectStatusAsync("只显示：太原市");
        Assert.Empty(await leader.Page.ViolationsAsync());
        Assert.Equal(number, (await Workbooks.RowsAsync(await leader.DownloadAsync("导出 Excel"))).Count - 1);

        await leader.Page.Locator("[data-row-link]").First.ClickAsync();
        await Expect(leader.Page).ToHaveURLAsync(new Regex("/catalogue/[0-9a-f-]{36}"));
        await leader.Page.GoBackAsync();
        await leader.Page.GoBackAsync();
        await Expect(leader.Heading).ToHaveTextAsync("进展看板：太原市");
        await leader.Page.GetByRole(AriaRole.Navigation, new() { Name = "范围" }).GetByRole(AriaRole.Link, new() { Name = "山西省" }).ClickAsync();
        await Expect(leader.Heading).ToHaveTextAsync("进展看板：山西省");
    }

    [BrowserFact]
    public async Task Brief_OfAPeriod_IsLookedAtAndTakenAway()
    {
        await using var leader = await Person.SignInAsync(server, "leader");
        await leader.OpenAsync("/dashboard?scope=140100");
        await leader.Link("简报").ClickAsync();
        await Expect(leader.Heading).ToHaveTextAsync("数据工作简报");
        await Expect(leader.Page.GetByText("太原市 · 本月")).ToBeVisibleAsync();
        await Expect(leader.Button("重置")).ToHaveCountAsync(0);
        await leader.Field("期间").SelectOptionAsync(new SelectOptionValue { Value = "LastMonth" });
        await Expect(leader.Page.GetByText("太原市 · 上月")).ToBeVisibleAsync();
        await leader.Button("重置").ClickAsync();
        await Expect(leader.Page.GetByText("太原市 · 本月")).ToBeVisibleAsync();
        await Expect(leader.Button("重置")).ToHaveCountAsync(0);
        await leader.Field("期间").SelectOptionAsync(new SelectOptionValue { Value = "LastMonth" });
        await Expect(leader.Page.GetByText("太原市 · 上月")).ToBeVisibleAsync();
        Assert.Empty(await leader.Page.ViolationsAsync());
        Assert.Equal("数据工作简报", (await Workbooks.RowsAsync(await leader.DownloadAsync("导出 Excel")))[0].Texts().First());
        await leader.Field("期间").SelectOptionAsync(new SelectOptionValue { Value = "Custom" });
        await leader.Field("从").FillAsync("2026-10-01");
        await leader.Field("从").PressAsync("Tab");
        await Expect(leader.Page).ToHaveURLAsync(new Regex("from=2026-10-01"));
        await leader.Field("到").FillAsync("2026-10-15");
        await leader.Field("到").PressAsync("Tab");
        await Expect(leader.Page.GetByText("太原市 · 本期（2026-10-01 至 2026-10-15）")).ToBeVisibleAsync();
        Assert.Empty(await leader.Page.ViolationsAsync());
        Assert.Equal(404, (await leader.GetAsync("/dashboard/brief.xlsx?scope=350000")).Status);
    }

    [BrowserFact]
    public async Task Department_SeesItsOwnAndNoMore_AndTheNumbersFollowWhatHappens()
    {
        await using var head = await Person.SignInAsync(server, "head");
        await head.OpenAsync("/dashboard?scope=140000");
        await Expect(head.Page.GetByText("不能查看这个范围的看板")).ToBeVisibleAsync();
        Assert.Empty(await head.Page.ViolationsAsync());
        await head.Link("查看我的看板").ClickAsync();
        await Expect(head.Heading).ToHaveTextAsync("进展看板：山西省民政厅");
        var total = head.Page.GetByRole(AriaRole.Region, new() { Name = "总览" }).GetByRole(AriaRole.Link, new() { NameRegex = Total() });
        var before = int.Parse(await total.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

        await server.EntryAsync(Contents.Complete("看板上新来的目录"));

        // Nobody asks the page: it follows within its five seconds.
        await Expect(total).ToHaveTextAsync((before + 1).ToString("#,##0", CultureInfo.InvariantCulture));
        await server.EntryAsync(Contents.Complete("看板上又一条目录"), CatalogueAction.Submit);
        await head.Button("刷新").ClickAsync();
        await Expect(total).ToHaveTextAsync((before + 2).ToString("#,##0", CultureInfo.InvariantCulture));

        await using var administrator = await Person.SignInAsync(server, "sysadmin");
        await Expect(administrator.Link("进展看板")).ToHaveCountAsync(0);
        Assert.Equal(302, (await administrator.GetAsync("/export/dashboard-figures.xlsx")).Status);
        Assert.Equal(302, (await administrator.GetAsync("/dashboard/brief.xlsx")).Status);
    }

    [BrowserFact]
    public async Task Keyboard_Alone_ReachesATileAndOpensIt()
    {
        await using var leader = await Person.SignInAsync(server, "leader");
        await leader.OpenAsync("/dashboard");
        var tile = leader.Page.GetByRole(AriaRole.Navigation, new() { Name = "各地发布率" }).GetByRole(AriaRole.Link, new() { Name = "太原市" });
        await Expect(tile).ToBeVisibleAsync();
        await leader.HeadingFocusedAsync();
        for (var i = 0; i < 120 && !await tile.EvaluateAsync<bool>("e => e === document.activeElement"); i++)
            await leader.Page.Keyboard.PressAsync("Tab");
        await Expect(tile).ToBeFocusedAsync();
        await leader.Page.Keyboard.PressAsync("Enter");
        await Expect(leader.Heading).ToHaveTextAsync("进展看板：太原市");
    }

    [GeneratedRegex("^未提交 ")]
    private static partial Regex NotSubmitted();

    [GeneratedRegex("^目录条目 ")]
    private static partial Regex Total();
}

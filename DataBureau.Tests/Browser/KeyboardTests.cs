using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>The work of a reviewer without a mouse.</summary>
[Collection(BrowserTests.Name)]
public sealed class KeyboardTests(BureauServer server) : IClassFixture<BureauServer>
{
    private const string Focused = """
        () => {
          const e = document.activeElement, style = getComputedStyle(e);
          const name = e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent;
          return name.trim().replace(/\s+/g, ' ').slice(0, 40) + (style.boxShadow === 'none' && style.outlineStyle === 'none' ? ' (unseen)' : '');
        }
        """;

    [BrowserFact]
    public async Task Tab_ThroughTheReviewDesk_SkipLinkMenuFiltersTableInOrderAndSeen()
    {
        await server.EntryAsync(Contents.Complete("殡葬服务机构信息"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/reviews");
        await Expect(reviewer.Link("殡葬服务机构信息")).ToBeVisibleAsync();
        await reviewer.HeadingFocusedAsync();
        var back = await PressAsync(reviewer, "Shift+Tab", until: "跳到正文");
        Assert.DoesNotContain(back, name => name.EndsWith("(unseen)", StringComparison.Ordinal));

        var stops = await PressAsync(reviewer, "Tab", until: "殡葬服务机构信息");

        Assert.DoesNotContain(stops, name => name.EndsWith("(unseen)", StringComparison.Ordinal));
        string[] wanted = ["退出", "审核台", "搜索", "事项", "导出 Excel", "列设置", "待审核目录列表", "选择本页全部", "选择 殡葬服务机构信息"];
        var places = wanted.Select(w => stops.FindIndex(s => s.Contains(w, StringComparison.Ordinal))).ToList();
        Assert.True(places.All(p => p >= 0) && places.SequenceEqual(places.Order()), string.Join(" · ", stops));
    }

    [BrowserFact]
    public async Task SkipLink_Followed_NextTabIsInThePage()
    {
        await using var leader = await Person.SignInAsync(server, "leader");
        await leader.OpenAsync("/catalogue");
        await leader.HeadingFocusedAsync();
        await PressAsync(leader, "Shift+Tab", until: "跳到正文");

        await leader.Page.Keyboard.PressAsync("Enter");
        await leader.Page.Keyboard.PressAsync("Tab");

        Assert.Contains("工作台", await leader.Page.EvaluateAsync<string>(Focused), StringComparison.Ordinal);
        Assert.EndsWith("/catalogue", leader.Page.Url.Split('#')[0], StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Keys_JKEnter_OpensTheRowAndTheActIsDoneByKeyboard()
    {
        await using var head = await Person.SignInAsync(server, "head");
        var ids = new List<Guid>();
        foreach (var name in new[] { "甲级目录", "乙级目录", "丙级目录" })
            ids.Add(await server.EntryAsync(Contents.Complete(name), CatalogueAction.Submit));
        await head.OpenAsync("/reviews?q=级目录");
        await head.HeadingFocusedAsync();
        await Expect(head.Page.GetByText("共 3 条").First).ToBeVisibleAsync();
        await PressAsync(head, "Tab", until: "待审核目录列表");

        await EnterTableAsync(head, "甲级目录");
        await head.Page.Keyboard.PressAsync("j");
        await head.Page.Keyboard.PressAsync("j");
        await Expect(head.Link("丙级目录")).ToBeFocusedAsync();
        await head.Page.Keyboard.PressAsync("k");
        await Expect(head.Link("乙级目录")).ToBeFocusedAsync();
        await head.Page.Keyboard.PressAsync("Enter");
        await Expect(head.Heading).ToHaveTextAsync("乙级目录");
        await head.HeadingFocusedAsync();
        await PressAsync(head, "Tab", until: "通过");
        await head.Page.Keyboard.PressAsync("Enter");

        await head.ExpectStatusAsync("已通过「乙级目录」");
        Assert.Equal(CatalogueState.UnderReview, await StateAsync(ids[1]));
    }

    [BrowserFact]
    public async Task Keys_X_PicksTheRowForTheBatch()
    {
        var id = await server.EntryAsync(Contents.Complete("丁级目录"), CatalogueAction.Submit, CatalogueAction.Approve);
        await using var reviewer = await Person.SignInAsync(server, "reviewer");
        await reviewer.OpenAsync("/reviews?q=丁级目录");
        await reviewer.HeadingFocusedAsync();
        await Expect(reviewer.Link("丁级目录")).ToBeVisibleAsync();
        await PressAsync(reviewer, "Tab", until: "待审核目录列表");
        await EnterTableAsync(reviewer, "丁级目录");
        await reviewer.Page.Keyboard.PressAsync("x");
        await Expect(reviewer.Region("批量办理")).ToContainTextAsync("已选 1 条");

        await PressAsync(reviewer, "Shift+Tab", until: "通过");
        await reviewer.Page.Keyboard.PressAsync("Enter");

        await reviewer.ExpectStatusAsync("通过：成功 1 条");
        await Expect(reviewer.Status.Filter(new() { HasText = "通过：成功 1 条" })).ToBeFocusedAsync();
        Assert.DoesNotContain("(unseen)", await reviewer.Page.EvaluateAsync<string>(Focused), StringComparison.Ordinal);
        await reviewer.Page.Keyboard.PressAsync("Tab");
        await Expect(reviewer.Button("关闭提示")).ToBeFocusedAsync();
        Assert.Equal(CatalogueState.Approved, await StateAsync(id));
    }

    [BrowserFact]
    public async Task Keys_JRightAfterTheListLoads_GoToItsRowsUnlessSomethingIsTyped()
    {
        foreach (var name in new[] { "庚级目录", "辛级目录" })
            await server.EntryAsync(Contents.Complete(name), CatalogueAction.Submit);
        await using var head = await Person.SignInAsync(server, "head");
        await head.OpenAsync("/reviews?q=级目录");
        await head.HeadingFocusedAsync();
        await Expect(head.Link("庚级目录")).ToBeVisibleAsync();
        var names = await head.Page.Locator("a[data-row-link]").AllTextContentsAsync();

        await PressAsync(head, "j", until: names[0]);
        await head.Page.Keyboard.PressAsync("j");
        Assert.Equal(names[1], await head.Page.EvaluateAsync<string>(Focused));

        var search = head.Field("搜索");
        await search.FocusAsync();
        await search.PressSequentiallyAsync("jk");
        await Expect(search).ToBeFocusedAsync();
        await Expect(search).ToHaveValueAsync("级目录jk");
        await head.Link("导出 Excel").FocusAsync();
        await head.Page.Keyboard.PressAsync("Alt+j");
        await Expect(head.Link("导出 Excel")).ToBeFocusedAsync();
        // Where something else has the focus, the letter is no key of ours.
        await head.Page.Keyboard.PressAsync("j");
        await Expect(head.Link("导出 Excel")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Letters_SwitchedOff_DoNothingAnyMoreAndArrowsDo()
    {
        foreach (var name in new[] { "壬等目录", "癸等目录" })
            await server.EntryAsync(Contents.Complete(name), CatalogueAction.Submit);
        await using var head = await Person.SignInAsync(server, "head");
        await head.OpenAsync("/help/keyboard");
        await head.Button("关闭单字母快捷键").ClickAsync();
        await Expect(head.Button("启用单字母快捷键")).ToBeFocusedAsync();

        await head.OpenAsync("/reviews?q=等目录&sort=Name");
        await head.HeadingFocusedAsync();
        await Expect(head.Link("壬等目录")).ToBeVisibleAsync();
        await Expect(head.Page.Locator(".table-tools .keys")).ToBeHiddenAsync();
        await PressAsync(head, "Tab", until: "待审核目录列表");
        var names = await head.Page.Locator("a[data-row-link]").AllTextContentsAsync();
        await EnterTableAsync(head, names[0]);
        await head.Page.Keyboard.PressAsync("j");
        await Expect(head.Link(names[0])).ToBeFocusedAsync();
        await head.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(head.Link(names[1])).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task BatchSubmit_ByKeyboard_TheFocusIsOnWhatBecameOfIt()
    {
        await server.EntryAsync(Contents.Complete("己类数据"));
        await server.EntryAsync(Contents.Complete("己类数据缺摘要") with { Abstract = null });
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/catalogue?q=己类数据");
        await liaison.HeadingFocusedAsync();
        await liaison.Field("选择本页全部").CheckAsync();
        await Expect(liaison.Page.GetByText("均可提交")).ToBeVisibleAsync();
        await liaison.Button("批量提交").FocusAsync();

        await liaison.Page.Keyboard.PressAsync("Enter");

        await Expect(liaison.Alert.Filter(new() { HasText = "提交：成功 1 条，未成功 1 条。" })).ToBeFocusedAsync();
        await liaison.Page.Keyboard.PressAsync("Tab");
        await Expect(liaison.Link("己类数据缺摘要").First).ToBeFocusedAsync();
    }

    /// <summary>Home goes to the first row, as soon as the table listens.</summary>
    private static async Task EnterTableAsync(Person person, string first)
    {
        for (var i = 0; i < 200 && await person.Page.EvaluateAsync<string>(Focused) != first; i++)
        {
            await person.Page.Keyboard.PressAsync("Home");
            await person.Page.WaitForTimeoutAsync(100);
        }

        Assert.Equal(first, await person.Page.EvaluateAsync<string>(Focused));
    }

    /// <summary>Presses a key until the focus is on what is named so; gives back every stop.</summary>
    private static async Task<List<string>> PressAsync(Person person, string key, string until)
    {
        var stops = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            await person.Page.Keyboard.PressAsync(key);
            stops.Add(await person.Page.EvaluateAsync<string>(Focused));
            if (stops[^1].StartsWith(until, StringComparison.Ordinal))
                return stops;
        }

        Assert.Fail($"{until} is not reached with {key}: {string.Join(" · ", stops)}");
        return stops;
    }

    private async Task<CatalogueState> StateAsync(Guid id)
    {
        await using var db = server.OpenDb();
        return await db.CatalogueEntries.Where(e => e.Id == id).Select(e => e.State).SingleAsync();
    }
}

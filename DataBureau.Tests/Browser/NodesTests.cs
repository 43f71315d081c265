using System.Diagnostics;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>Two processes over one database, as behind a load balancer: what is done on one is seen on the pages of the other.</summary>
[Collection(BrowserTests.Name)]
public sealed class NodesTests(BureauFixture bureau, ITestOutputHelper output) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    private const int Rounds = 5;
    private static readonly TimeSpan Bar = TimeSpan.FromSeconds(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("databureau-nodes-").FullName;
    private ServerProcess? _first;
    private ServerProcess? _second;

    public async Task InitializeAsync()
    {
        if (BrowserTests.WhySkipped is not null)
            return;
        bureau.Clock.Now = DateTimeOffset.UtcNow;
        _first = await ServerProcess.StartAsync(bureau.Database, _folder);
        _second = await ServerProcess.StartAsync(bureau.Database, _folder);
    }

    public async Task DisposeAsync()
    {
        if (_first is not null)
            await _first.DisposeAsync();
        if (_second is not null)
            await _second.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [BrowserFact]
    public async Task Act_OnOneNode_MenuCountsAndOpenCaseOfTheOtherFollowWithinASecond()
    {
        await using var liaison = await Person.SignInAsync(_first!.Address, "liaison");
        await using var head = await Person.SignInAsync(_second!.Address, "head");
        await using var colleague = await Person.SignInAsync(_second.Address, "liaison");
        await head.OpenAsync("/policies");
        var (menu, pages) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 1; round <= Rounds; round++)
        {
            var id = (await bureau.EntryAsync(Contents.Complete($"跨节点目录{round}"))).Id;
            await liaison.OpenAsync($"/catalogue/{id}");
            await colleague.OpenAsync($"/catalogue/{id}");
            var count = head.Page.GetByRole(AriaRole.Link, new() { Name = $"审核台 {round} 项待办" });
            var banner = colleague.Alert.Filter(new() { HasText = "刚刚更新了本件" });
            Assert.Equal(0, await count.CountAsync() + await banner.CountAsync());

            await liaison.Button("提交").ClickAsync();
            var since = Stopwatch.StartNew();
            var seen = await Task.WhenAll(SeenAsync(count, since), SeenAsync(banner, since));
            await liaison.ExpectStatusAsync("已提交");

            menu.Add(seen[0]);
            pages.Add(seen[1]);
        }

        Say("Menu of the other node", menu);
        Say("Open case on the other node", pages);
        Assert.All([Median(menu), Median(pages)], m => Assert.InRange(m, TimeSpan.Zero, Bar));
    }

    [BrowserFact]
    public async Task Read_OnOneNode_BellOfTheOtherFollows()
    {
        var id = (await bureau.EntryAsync(Contents.Complete("跨节点退回目录"), CatalogueAction.Submit, CatalogueAction.Return)).Id;
        await using var here = await Person.SignInAsync(_first!.Address, "liaison");
        await using var there = await Person.SignInAsync(_second!.Address, "liaison");
        var bell = there.Page.Locator("summary.bell");
        await Expect(bell).ToHaveAccessibleNameAsync("通知，1 条未读");

        await here.OpenAsync("/notifications");
        await here.Link("退回：数据目录「跨节点退回目录」").ClickAsync();
        await Expect(here.Page).ToHaveURLAsync(new Uri(_first.Address, $"/catalogue/{id}").ToString());

        await Expect(bell).ToHaveAccessibleNameAsync("通知，没有未读", new() { Timeout = 3000 });
    }

    private static async Task<TimeSpan> SeenAsync(ILocator what, Stopwatch since)
    {
        await what.First.WaitForAsync();
        return since.Elapsed;
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private void Say(string what, List<TimeSpan> times) =>
        output.WriteLine($"{what}: {string.Join(", ", times.Select(t => $"{t.TotalMilliseconds:0} ms"))}; median {Median(times).TotalMilliseconds:0} ms after the click.");
}

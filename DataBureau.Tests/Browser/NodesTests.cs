using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>Two processes over one database, as behind a load balancer: what is done on one is seen on the pages of the other.</summary>
[Collection(BrowserTests.Name)]
public sealed class NodesTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    private const int Rounds = 5;

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
    public async Task Act_OnOneNode_MenuCountsAndOpenCaseOfTheOtherFollow()
    {
        await using var liaison = await Person.SignInAsync(_first!.Address, "liaison");
        await using var head = await Person.SignInAsync(_second!.Address, "head");
        await using var colleague = await Person.SignInAsync(_second.Address, "liaison");
        await head.OpenAsync("/policies");
        for (var round = 1; round <= Rounds; round++)
        {
            var id = (await bureau.EntryAsync(Contents.Complete($"跨节点目录{round}"))).Id;
            await liaison.OpenAsync($"/catalogue/{id}");
            await colleague.OpenAsync($"/catalogue/{id}");
            var count = head.Page.GetByRole(AriaRole.Link, new() { Name = $"审核台 {round} 项待办" });
            var banner = colleague.Alert.Filter(new() { HasText = "刚刚更新了本件" });
            Assert.Equal(0, await count.CountAsync() + await banner.CountAsync());

            await liaison.Button("提交").ClickAsync();

            await Task.WhenAll(Expect(count).ToBeVisibleAsync(), Expect(banner).ToBeVisibleAsync());
            await liaison.ExpectStatusAsync("已提交");
        }
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

        await Expect(bell).ToHaveAccessibleNameAsync("通知，没有未读");
    }
}

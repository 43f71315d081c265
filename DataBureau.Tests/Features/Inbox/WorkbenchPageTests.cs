using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Inbox;

[Trait("Category", "Service")]
public sealed class WorkbenchPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Workbench_NothingWaits_SaysSo()
    {
        await using var liaison = await PageContext.AsAsync(bureau, "liaison.fujian");

        var page = liaison.Context.Render<Workbench>();

        page.WaitForAssertion(() => Assert.Contains("没有待办事项", page.Find(".empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Workbench_ActElsewhere_TasksAndMenuNumbersFollow()
    {
        var entry = await bureau.EntryAsync(Contents.Complete("工作台目录"));
        await using var head = await PageContext.AsAsync(bureau, "head");
        var page = head.Context.Render<Workbench>();
        head.Context.Render<InboxCounts>();
        page.WaitForElement(".empty");
        var counts = head.Context.Services.GetRequiredService<NavCounts>();
        var counted = new TaskCompletionSource();
        counts.Changed += (_, _) =>
        {
            if (counts["reviews"] == 1)
                counted.TrySetResult();
        };

        await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("liaison", s => s.ActAsync(entry.Id, entry.Version, CatalogueAction.Submit, null));

        page.WaitForAssertion(() => Assert.Equal("未编入批次的目录", page.Find("a[data-row-link]").TextContent), TimeSpan.FromSeconds(10));
        await counted.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Workbench_Disposed_SubscriptionsRemoved()
    {
        await using var head = await PageContext.AsAsync(bureau, "head");
        head.Context.Render<Workbench>();
        head.Context.Render<InboxCounts>();
        Assert.Equal(2, head.Subscriptions);

        await head.Context.DisposeComponentsAsync();

        Assert.Equal(0, head.Subscriptions);
    }
}

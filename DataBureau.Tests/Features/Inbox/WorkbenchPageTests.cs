using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Layout;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
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

        page.WaitForAssertion(() => Assert.Equal("未编入批次的目录", page.Find("a[data-row-link]").TextContent));
        await counted.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>A morning's reminders go to hundreds of people: each counts again for their own only.</summary>
    [Fact]
    public async Task Counts_SomebodyElseIsNotified_AreNotReadAgain()
    {
        await using var head = await PageContext.AsAsync(bureau, "head");
        var (counts, notifier) = (head.Context.Services.GetRequiredService<NavCounts>(), bureau.Services.GetRequiredService<WorkflowNotifier>());
        var counted = new TaskCompletionSource();
        counts.Changed += (_, _) => counted.TrySetResult();
        head.Context.Render<InboxCounts>();
        // The first count must be over before there is anything to be counted.
        await counted.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await using var db = bureau.OpenDb();
        var user = await db.Users.Where(u => u.UserName == "head").Select(u => u.Id).SingleAsync();
        db.CaseCopies.Add(CaseCopy.Send(Guid.CreateVersion7(), Plan.CaseKind, Guid.NewGuid(), user, null, (await db.ReadActorAsync(user, default))!, bureau.Clock.Now));
        await db.SaveChangesAsync();

        notifier.Publish(Notification.ChangedOf(Guid.NewGuid()));
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Equal(0, counts[CopiesService.CountKey]);
        var copied = new TaskCompletionSource();
        counts.Changed += (_, _) =>
        {
            if (counts[CopiesService.CountKey] == 1)
                copied.TrySetResult();
        };
        notifier.Publish(Notification.ChangedOf(user));

        await copied.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await db.CaseCopies.Where(c => c.RecipientId == user).ExecuteDeleteAsync();
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

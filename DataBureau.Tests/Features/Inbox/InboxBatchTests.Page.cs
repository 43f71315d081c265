using Bunit;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Features.Plans;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Inbox;

/// <summary>The batch as it is done on the page.</summary>
public sealed partial class InboxBatchTests
{
    [Fact]
    public async Task Page_ChosenLines_AreDoneWithOneButtonAndTheReportIsReadThere()
    {
        var plans = await PlansAsync(2);
        await using var officer = await PageContext.AsAsync(bureau, PlanKit.Officer);
        var page = officer.Context.Render<Workbench>();
        foreach (var plan in plans)
            await ChooseAsync(page, plan);

        Assert.Contains("已选 2 件", page.Find(".batch").TextContent, StringComparison.Ordinal);
        await PressAsync(page, "受理");

        page.WaitForAssertion(() => Assert.Contains("受理：成功 2 件，未成功 0 件。", page.Find(".banner").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Empty(page.FindAll(".batch"));
        await using var db = bureau.OpenDb();
        var user = await db.Users.Where(u => u.UserName == PlanKit.Officer).Select(u => u.Id).SingleAsync();
        await UntilAsync(async () => await db.Notifications.AsNoTracking().Where(n => n.UserId == user && n.Title == "批量受理：成功 2 件，未成功 0 件").AllAsync(n => n.ReadAt != null));
    }

    [Fact]
    public async Task Page_ActThatNeedsAReason_AsksForItAndDoesNothing()
    {
        var plan = await _kit.PlanAsync(PlanState.InternalReview);
        await using var head = await PageContext.AsAsync(bureau, PlanKit.Head);
        var page = head.Context.Render<Workbench>();
        await ChooseAsync(page, plan);

        await PressAsync(page, "退回");

        Assert.Contains("「退回」须写明意见。", page.Find(".batch .message").TextContent, StringComparison.Ordinal);
        Assert.Equal(PlanState.InternalReview, await StateAsync(plan));
        await page.InvokeAsync(() => page.Find(".batch textarea").Change("请补充依据。"));
        await PressAsync(page, "退回");
        page.WaitForAssertion(() => Assert.Contains("退回：成功 1 件", page.Find(".banner").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal(PlanState.Draft, await StateAsync(plan));
    }

    [Fact]
    public async Task Page_LeftMeanwhile_TheBatchGoesOnAndTheReportWaitsUnread()
    {
        // As many as in no other test: the report is told by its number.
        var plans = await PlansAsync(4);
        await using (var officer = await PageContext.AsAsync(bureau, PlanKit.Officer))
        {
            var page = officer.Context.Render<Workbench>();
            foreach (var plan in plans)
                await ChooseAsync(page, plan);
            _ = PressAsync(page, "受理");
        }

        await using var db = bureau.OpenDb();
        var user = await db.Users.Where(u => u.UserName == PlanKit.Officer).Select(u => u.Id).SingleAsync();
        await UntilAsync(async () => await db.Notifications.AsNoTracking().AnyAsync(n => n.UserId == user && n.Title == "批量受理：成功 4 件，未成功 0 件" && n.ReadAt == null));
        foreach (var plan in plans)
            Assert.Equal(PlanState.Accepted, await StateAsync(plan));
    }
}

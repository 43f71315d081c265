using Bunit;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Features.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Inbox;

/// <summary>Several lines of 待办 done together: each as if alone, and none left out of the report.</summary>
[Trait("Category", "Service")]
public sealed partial class InboxBatchTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly PlanKit _kit = new(bureau);

    [Fact]
    public async Task Act_OnSeveralFilings_EachIsDoneWithItsOwnHistoryAndAudit()
    {
        var plans = await PlansAsync(3);

        var report = await ActAsync(PlanKit.Officer, await LinesAsync(PlanKit.Officer, plans), "受理", "材料齐全。");

        Assert.Equal((3, 3), (report.DoneCount, report.Lines.Count));
        await using var db = bureau.OpenDb();
        foreach (var plan in plans)
        {
            Assert.Equal(PlanState.Accepted, await StateAsync(plan));
            Assert.Equal("材料齐全。", (await db.History.SingleAsync(h => h.CaseId == plan.Id && h.Action == "受理")).Comment);
            Assert.Equal(1, await db.Audit.CountAsync(a => a.SubjectId == plan.Id.ToString() && a.Action == "plan.Accept"));
        }
    }

    [Fact]
    public async Task Act_OnALineThatChangedMeanwhile_TheOthersAreDoneAndItIsNamed()
    {
        var plans = await PlansAsync(3);
        var lines = await LinesAsync(PlanKit.Officer, plans);
        await _kit.DoAsync(plans[1], PlanAction.Recall);

        var report = await ActAsync(PlanKit.Officer, lines, "受理");

        Assert.Equal([plans[0].Id, plans[2].Id], report.Lines.Where(l => l.Done).Select(l => Guid.Parse(l.Href[^36..])));
        var failure = Assert.Single(report.Failures);
        Assert.Equal(($"/plans/{plans[1].Id}", true), (failure.Href, failure.Sentence.Contains("您的操作没有执行", StringComparison.Ordinal) || failure.Sentence.Contains("没有找到", StringComparison.Ordinal)));
        Assert.Equal([PlanState.Accepted, PlanState.Approved, PlanState.Accepted], [await StateAsync(plans[0]), await StateAsync(plans[1]), await StateAsync(plans[2])]);
    }

    /// <summary>What the page holds for true is no permission: a line made up to look like the officer's own is refused where it is done.</summary>
    [Fact]
    public async Task Act_OnALineOfAnotherBody_IsRefusedAndTheOthersAreDone()
    {
        var plans = await PlansAsync(2);
        var foreign = await _kit.PlanAsync(PlanState.InternalReview);
        var lines = await LinesAsync(PlanKit.Head, [foreign]);
        var own = await LinesAsync(PlanKit.Officer, plans);
        var place = ((CaseTarget)own[0].Target!).Place;
        var forged = lines[0] with { Target = ((CaseTarget)lines[0].Target!) with { State = PlanState.PendingFiling, Place = place } };

        var report = await ActAsync(PlanKit.Officer, [own[0], forged, own[1]], "受理");

        Assert.Equal((2, foreign.Id), (report.DoneCount, Guid.Parse(Assert.Single(report.Failures).Href[^36..])));
        Assert.Equal(PlanState.InternalReview, await StateAsync(foreign));
    }

    [Fact]
    public async Task Act_ThatALineDoesNotHave_IsReportedAsRefused()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);
        var lines = await LinesAsync(PlanKit.Officer, [plan]);

        var failure = Assert.Single((await ActAsync(PlanKit.Officer, lines, "废止", "不再执行。")).Failures);

        Assert.Equal("NoBatch", failure.Refusal!.Code);
        Assert.Equal(PlanState.PendingFiling, await StateAsync(plan));
    }

    [Fact]
    public async Task Act_TwiceAtOnce_HasOneEffectOnEach()
    {
        var plans = await PlansAsync(3);
        var lines = await LinesAsync(PlanKit.Officer, plans);

        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => ActAsync(PlanKit.Officer, lines, "受理"))));

        Assert.Equal((3, 6), (reports.Sum(r => r.DoneCount), reports.Sum(r => r.Lines.Count)));
        await using var db = bureau.OpenDb();
        var ids = plans.ConvertAll(p => p.Id);
        Assert.Equal(3, await db.History.CountAsync(h => ids.Contains(h.CaseId) && h.Action == "受理"));
    }

    [Fact]
    public async Task Shared_OfLinesThatWaitForDifferentActs_IsWhatAllOfThemHave()
    {
        var (waiting, accepted, inside) = (await _kit.PlanAsync(PlanState.PendingFiling), await _kit.PlanAsync(PlanState.Accepted), await _kit.PlanAsync(PlanState.InternalReview));
        var (a, b, c) = ((await LinesAsync(PlanKit.Officer, [waiting]))[0], (await LinesAsync(PlanKit.Officer, [accepted]))[0], (await LinesAsync(PlanKit.Head, [inside]))[0]);

        Assert.Equal(["受理"], await SharedAsync(PlanKit.Officer, a));
        Assert.Equal(["予以备案"], await SharedAsync(PlanKit.Officer, b));
        Assert.Empty(await SharedAsync(PlanKit.Officer, a, b));
        Assert.Equal(["通过", "定稿", "退回"], await SharedAsync(PlanKit.Head, c));
        // Another's line is nothing to the officer, and a draft is written, not judged.
        Assert.Empty(await SharedAsync(PlanKit.Officer, c));
        Assert.Empty(await SharedAsync(PlanKit.Planner, (await LinesAsync(PlanKit.Planner, [await _kit.PlanAsync()]))[0]));
    }

    [Fact]
    public async Task Act_OnAPackage_JudgesWhatWasSeenAndNamesWhatCameLater()
    {
        var package = Guid.CreateVersion7();
        var seen = new[] { await EntryAsync(package, "整批审核目录甲"), await EntryAsync(package, "整批审核目录乙") };
        var line = Assert.Single(await TodoAsync("head", "?q=整批审核批次"));
        bureau.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = await EntryAsync(package, "整批审核目录丙");

        var report = await ActAsync("head", [line], "通过");

        Assert.Equal((2, 3), (report.DoneCount, report.Lines.Count));
        Assert.Equal("整批审核目录丙", Assert.Single(report.Failures).Name);
        Assert.Equal([CatalogueState.UnderReview, CatalogueState.UnderReview, CatalogueState.DepartmentReview],
            await Task.WhenAll(new[] { seen[0], seen[1], late }.Select(OneAsync)));
        Assert.Equal("已由其他人办理，没有等待您办理的目录了。", Assert.Single((await ActAsync("head", [line with { Target = new PackageTarget(Guid.NewGuid(), CatalogueState.DepartmentReview, bureau.Clock.Now) }], "通过")).Failures).Sentence);
    }

    [Fact]
    public async Task Report_OfABatch_IsAmongTheNotificationsOfWhoDidIt()
    {
        var plans = await PlansAsync(2);
        var lines = await LinesAsync(PlanKit.Officer, plans);
        await _kit.DoAsync(plans[0], PlanAction.Recall);

        var report = await ActAsync(PlanKit.Officer, lines, "受理");

        await using var db = bureau.OpenDb();
        var told = await db.Notifications.SingleAsync(n => n.Id == report.NoticeId);
        Assert.Equal((NotificationCategory.BatchDone, "批量受理：成功 1 件，未成功 1 件", "/", null), (told.Category, told.Title, told.Href, told.ReadAt));
        Assert.Contains("规划", told.Sentence, StringComparison.Ordinal);
        Assert.Equal(await db.Users.Where(u => u.UserName == PlanKit.Officer).Select(u => u.Id).SingleAsync(), told.UserId);
    }

    private static async Task ChooseAsync(IRenderedComponent<Workbench> page, PlanDetailView plan)
    {
        var box = $"input[aria-label='选择 {plan.Content.Title}']";
        page.WaitForElement(box);
        await page.InvokeAsync(() => page.Find(box).Change(true));
        page.WaitForElement(".batch");
    }

    private static Task PressAsync(IRenderedComponent<Workbench> page, string act) => page.InvokeAsync(() => page.FindAll(".batch button").Single(b => b.TextContent == act).ClickAsync(new()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 200, "It did not come to that.");
            await Task.Delay(100);
        }
    }

    private async Task<List<PlanDetailView>> PlansAsync(int count)
    {
        var plans = new List<PlanDetailView>();
        for (var i = 0; i < count; i++)
            plans.Add(await _kit.PlanAsync(PlanState.PendingFiling));
        return plans;
    }

    private async Task<Guid> EntryAsync(Guid package, string name)
    {
        var entry = await bureau.EntryAsync(Contents.Complete(name), CatalogueAction.Submit);
        await using var db = bureau.OpenDb();
        if (!await db.ReviewPackages.AnyAsync(p => p.Id == package))
        {
            db.ReviewPackages.Add(new ReviewPackage { Id = package, Title = "整批审核批次", OrganisationId = entry.ProviderId, CreatedById = Guid.NewGuid(), CreatedAt = bureau.Clock.Now });
            await db.SaveChangesAsync();
        }

        await db.CatalogueEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.PackageId, package));
        return entry.Id;
    }

    private async Task<IReadOnlyList<InboxItem>> TodoAsync(string who, string query) =>
        (await bureau.AsAsync<InboxService, Page<InboxItem>>(who, s => s.ListAsync(ListQuery.Parse(query) with { PageSize = 1000 }, default))).Rows;

    private async Task<List<InboxItem>> LinesAsync(string who, IReadOnlyList<PlanDetailView> plans)
    {
        var all = await TodoAsync(who, $"?kind={Plan.CaseKind}");
        return [.. plans.Select(p => all.Single(i => i.CaseId == p.Id))];
    }

    private Task<BatchReport> ActAsync(string who, IReadOnlyList<InboxItem> lines, string act, string? comment = null) => bureau.AsAsync<InboxBatchService, BatchReport>(who, s => s.ActAsync(lines, act, comment));

    private async Task<IEnumerable<string>> SharedAsync(string who, params InboxItem[] lines)
    {
        await using var db = bureau.OpenDb();
        var actor = (await db.ReadActorAsync(await db.Users.Where(u => u.UserName == who).Select(u => u.Id).SingleAsync(), default))!;
        return await bureau.AsAsync<InboxBatchService, IEnumerable<string>>(who, s => Task.FromResult<IEnumerable<string>>([.. s.Shared(actor, lines).Select(a => a.Name)]));
    }

    private async Task<PlanState> StateAsync(PlanDetailView plan)
    {
        await using var db = bureau.OpenDb();
        return await db.Plans.Where(p => p.Id == plan.Id).Select(p => p.State).SingleAsync();
    }

    private async Task<CatalogueState> OneAsync(Guid id)
    {
        await using var db = bureau.OpenDb();
        return await db.CatalogueEntries.Where(e => e.Id == id).Select(e => e.State).SingleAsync();
    }
}

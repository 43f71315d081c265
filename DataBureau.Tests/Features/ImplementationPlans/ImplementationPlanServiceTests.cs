using System.Globalization;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.ImplementationPlans;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.ImplementationPlans.ImplementationPlanKit;

namespace DataBureau.Tests.Features.ImplementationPlans;

/// <summary>J01 over the real database: filing, one notice, the number, editions, races, scope.</summary>
[Trait("Category", "Service")]
public sealed class ImplementationPlanServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly FieldRemark Budget = new(nameof(ImplementationPlanContent.Budget), "金额与方案不一致。");
    private static readonly FieldRemark Text = new("plan", "缺少投资估算表。");

    private readonly ImplementationPlanKit _kit = new(bureau);

    [Theory]
    [InlineData("liaison.fujian", "ImplementationFilingNotAsked")]
    [InlineData("liaison.shijiazhuang", "ImplementationFilingNotAsked")]
    [InlineData("liaison.taiyuan", "ImplementationFilingNotAskedHere")]
    [InlineData("reviewer", "NotPermitted")]
    public async Task Create_WhereNothingAsksForIt_RefusedAndNotOffered(string who, string code)
    {
        Assert.Equal(code, Refused(await _kit.CreateAsync(Content(), who)).Code);
        Assert.Equal(code, (await bureau.AsAsync<ImplementationPlanService, Refusal?>(who, s => s.WhyNotNewAsync(default)))?.Code);
        var options = await bureau.AsAsync<ImplementationPlanService, CaseListOptions>(who, s => s.ListOptionsAsync(default));
        Assert.Equal((false, code is not "ImplementationFilingNotAsked"), (options.CanDraft, options.Asked));
    }

    [Fact]
    public async Task MainLine_ByItsPeople_IsFiledUnderANumber()
    {
        var plan = await _kit.PlanAsync(ImplementationPlanState.InternalReview);
        var outcome = await _kit.ActAsync(plan, ImplementationPlanAction.Approve);
        Assert.Equal("已向山西省数据局报送备案。", Assert.IsType<Outcome<ImplementationPlanView>.Done>(outcome).Sentence);

        plan = await _kit.GoOnAsync(Done(outcome), ImplementationPlanState.Filed);

        Assert.StartsWith("140000-SSFA-2026-", plan.FilingNumber, StringComparison.Ordinal);
        Assert.Equal((1280.50m, "山西省数据局"), (plan.Content.Budget, plan.Recipient!.Name));
        await using var db = bureau.OpenDb();
        Assert.Equal(5, await db.Audit.CountAsync(a => a.SubjectKind == ImplementationPlan.CaseKind && a.SubjectId == plan.Id.ToString()));
    }

    [Fact]
    public async Task Create_TheSameProjectTwice_RefusedWhileTheFirstLives()
    {
        var first = await _kit.PlanAsync();

        Assert.Equal("ImplementationPlanExists", Refused(await _kit.CreateAsync(Content() with { Title = first.Content.Title.Replace("（", "( ", StringComparison.Ordinal).Replace("）", ")", StringComparison.Ordinal) })).Code);
        await _kit.DoAsync(first, ImplementationPlanAction.Discard);

        Done(await _kit.CreateAsync(Content() with { Title = first.Content.Title }));
    }

    [Fact]
    public async Task Create_TheSameProjectFromTwoTabs_OneEffect()
    {
        var content = Content();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _kit.CreateAsync(content)));

        Assert.Single(outcomes.OfType<Outcome<ImplementationPlanView>.Done>());
        Assert.All(outcomes.OfType<Outcome<ImplementationPlanView>.Refused>(), r => Assert.Equal("ImplementationPlanExists", r.Refusal.Code));
    }

    [Fact]
    public async Task Record_ByTwoAtOnce_OneNumber()
    {
        var plan = await _kit.PlanAsync(ImplementationPlanState.Accepted);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => _kit.ActAsync(plan, ImplementationPlanAction.Record, i % 2 == 0 ? "reviewer" : "bureaulead")));

        Assert.Single(outcomes.OfType<Outcome<ImplementationPlanView>.Done>());
        Assert.Equal(3, outcomes.OfType<Outcome<ImplementationPlanView>.Conflict>().Count());
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.LedgerNumbers.CountAsync(n => n.CaseId == plan.Id));
    }

    [Fact]
    public async Task Record_UnderAReservedNumber_TakesIt()
    {
        var reserved = Assert.IsType<Outcome<Web.Features.Numbers.NumberRow>.Done>(await bureau.AsAsync<Web.Features.Numbers.NumberService, Outcome<Web.Features.Numbers.NumberRow>>(Officer,
            s => s.ReserveAsync(Guid.NewGuid(), ImplementationPlanCase.FilingNumbers.Code, "140000", "纸质备案"))).View.Entry;
        var plan = await _kit.PlanAsync(ImplementationPlanState.Accepted);

        var filed = Done(await bureau.AsAsync<ImplementationPlanService, Outcome<ImplementationPlanView>>(Officer, s => s.ActAsync(plan.Id, plan.Version, ImplementationPlanAction.Record, null, null, reserved.Text)));

        Assert.Equal(reserved.Text, filed.FilingNumber);
    }

    [Fact]
    public async Task Supplement_OfAFieldAlone_OpensItAndNoMaterial()
    {
        var plan = await _kit.DoAsync(await _kit.PlanAsync(ImplementationPlanState.PendingFiling), ImplementationPlanAction.RequestSupplement, "请核对。", Budget);
        var view = (await _kit.FindAsync(plan.Id))!;
        Assert.Equal((true, nameof(ImplementationPlanContent.Budget)), (view.Editable, Assert.Single(view.OpenFields)));

        var saved = Done(await _kit.SaveAsync(view, view.Content with { Budget = 12m, Summary = "顺手改了别的" }));

        Assert.Equal((12m, plan.Content.Summary), (saved.Content.Budget, saved.Content.Summary));
        var rights = (await bureau.AsAsync<AttachmentService, CaseAttachments?>(Drafter, s => s.FindAsync(ImplementationPlan.CaseKind, plan.Id, default)))!.Rights;
        Assert.Contains("补正告知没有要求「实施方案」", rights.WhyClosed("plan"), StringComparison.Ordinal);
        Assert.Equal(ImplementationPlanState.PendingFiling, (await _kit.DoAsync(saved, ImplementationPlanAction.Resubmit)).State);
    }

    [Fact]
    public async Task Supplement_OnceForAll_AnsweredAndTheRestCannotBeAskedLater()
    {
        var plan = await _kit.DoAsync(await _kit.PlanAsync(ImplementationPlanState.PendingFiling), ImplementationPlanAction.RequestSupplement, "请一并补齐。", Text);
        Assert.Equal(("山西省数据局", "实施方案"), (plan.OpenRound!.Office, plan.OpenRound.Items[0].Title));
        Assert.False((await _kit.FindAsync(plan.Id))!.Editable);

        Assert.Equal("SupplementNotAnswered", Refused(await _kit.ActAsync(plan, ImplementationPlanAction.Resubmit, null, "已补投资估算表。")).Code);
        await _kit.AttachAsync(plan.Id, bureau.Clock.Now);
        plan = await _kit.DoAsync(plan, ImplementationPlanAction.Resubmit, "已补投资估算表。");

        Assert.Equal("已补投资估算表。", plan.Rounds[0].Answer);
        Assert.Equal("SupplementNotToldAtOnce", Refused(await _kit.ActAsync(plan, ImplementationPlanAction.RequestSupplement, null, null, Text, Budget)).Code);
    }

    [Fact]
    public async Task Amend_Filed_TakesThePlaceOfTheFirstEdition()
    {
        var first = await _kit.PlanAsync(ImplementationPlanState.Filed);
        var amended = await _kit.DoAsync(first, ImplementationPlanAction.Amend, "扩大建设范围。");
        Assert.Equal("ImplementationPlanLaterEdition", Refused(await _kit.ActAsync(amended, ImplementationPlanAction.Cancel, null, "不做了。")).Code);

        var draft = (await _kit.FindAsync(amended.Editions[0].Id))!;
        draft = Done(await _kit.SaveAsync(draft, draft.Content with { Field = "养老" }));
        Assert.Equal((first.FilingNumber, "扩大建设范围。"), (draft.Changes!.FilingNumber, draft.Changes.Reason));
        Assert.Equal(new CaseChange("所属领域", "民政", "养老"), Assert.Single(draft.Changes.Changes));
        var second = await _kit.GoOnAsync(draft, ImplementationPlanState.Filed);

        Assert.NotEqual(first.FilingNumber, second.FilingNumber);
        Assert.Equal([ImplementationPlanState.Filed, ImplementationPlanState.Superseded], second.Editions.Select(e => e.State));
        await _kit.DoAsync(second, ImplementationPlanAction.Cancel, "项目不再实施。");
        Done(await _kit.CreateAsync(Content() with { Title = first.Content.Title }));
    }

    [Fact]
    public async Task Save_SeenByTwo_TheSecondIsToldAndNothingIsLost()
    {
        var plan = await _kit.PlanAsync();
        var mine = Done(await _kit.SaveAsync(plan, plan.Content with { Budget = 99.99m }));

        var outcome = Assert.IsType<Outcome<ImplementationPlanView>.Conflict>(await _kit.SaveAsync(plan, plan.Content with { Field = "养老" }));

        Assert.Equal(99.99m, outcome.View.Content.Budget);
        Assert.Equal("修改了：总投资（万元）", mine.History[^1].Comment);
        Assert.Equal(mine.Version, Done(await _kit.SaveAsync(mine, mine.Content)).Version);
    }

    [Fact]
    public async Task Find_ByOthers_NotFoundUntilItIsFiledWithThem()
    {
        var plan = await _kit.PlanAsync();
        Assert.Null(await _kit.FindAsync(plan.Id, "liaison.taiyuan"));
        Assert.Null(await _kit.FindAsync(plan.Id, "reviewer.taiyuan"));
        Assert.IsType<Outcome<ImplementationPlanView>.NotFound>(await _kit.ActAsync(plan, ImplementationPlanAction.Submit, "liaison.fujian"));

        Assert.NotNull(await _kit.FindAsync(plan.Id, Officer));
    }

    [Fact]
    public async Task Recall_ToDraft_TakesItFromTheOffice()
    {
        var plan = await _kit.DoAsync(await _kit.PlanAsync(ImplementationPlanState.PendingFiling), ImplementationPlanAction.Recall);

        Assert.Equal((ImplementationPlanState.Draft, null, null), (plan.State, plan.Recipient, plan.FiledAt));
        Assert.Equal("WrongState", Refused(await _kit.ActAsync(plan, ImplementationPlanAction.Accept)).Code);
    }

    [Fact]
    public async Task Files_OfAPlan_AreTheDraftersToChangeAndTheOfficesToRead()
    {
        var plan = await _kit.PlanAsync(ImplementationPlanState.PendingFiling);

        Assert.Contains("材料不能增减", (await RightsAsync(Drafter))!.WhyNot, StringComparison.Ordinal);
        Assert.Contains("由建设单位上传", (await RightsAsync(Officer))!.WhyNot, StringComparison.Ordinal);
        Assert.Null(await RightsAsync("liaison.taiyuan"));

        async Task<CaseFileRights?> RightsAsync(string who) => (await bureau.AsAsync<AttachmentService, CaseAttachments?>(who, s => s.FindAsync(ImplementationPlan.CaseKind, plan.Id, default)))?.Rights;
    }

    [Fact]
    public async Task Inbox_OfEach_HasWhatWaitsForThemAndTheListAgrees()
    {
        var (draft, review, pending) = (await _kit.PlanAsync(), await _kit.PlanAsync(ImplementationPlanState.InternalReview), await _kit.PlanAsync(ImplementationPlanState.PendingFiling));

        foreach (var (who, act, id) in new[] { (Drafter, "补齐并提交审签", draft.Id), (Head, "审签并报送", review.Id), (Officer, "受理备案", pending.Id) })
        {
            var items = await bureau.AsAsync<InboxService, Page<InboxItem>>(who, s => s.ListAsync(ListQuery.Parse($"?kind={ImplementationPlan.CaseKind}&size=200"), default));
            var page = await bureau.AsAsync<ImplementationPlanService, Page<ImplementationPlanRow>>(who, s => s.ListAsync(new CaseFilter<ImplementationPlanState> { Waiting = true, PageSize = 200 }, default));
            Assert.Equal(items.Total, page.Total);
            Assert.Contains(items.Rows, i => i.CaseId == id && i.Act == act);
        }
    }

    [Fact]
    public async Task Export_OfTheList_HasTheRowsOfTheListWithAmountsAsNumbers()
    {
        var plan = await _kit.PlanAsync();
        var filter = new CaseFilter<ImplementationPlanState> { Search = plan.Content.Title };

        var rows = await bureau.AsAsync<ImplementationPlanService, List<ImplementationPlanRow>>(Drafter, s => s.StreamAsync(filter, default).ToListAsync().AsTask());

        Assert.Equal((plan.Id, 1280.50m), Assert.Single(rows) is var row ? (row.Id, row.Budget) : default);
        Assert.Equal("2026-03", string.Create(CultureInfo.InvariantCulture, $"{row.Start:yyyy-MM}"));
        Assert.Empty(await bureau.AsAsync<ImplementationPlanService, List<ImplementationPlanRow>>("liaison.fujian", s => s.StreamAsync(filter, default).ToListAsync().AsTask()));
    }
}

using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Plans;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Plans.PlanKit;

namespace DataBureau.Tests.Features.Plans;

/// <summary>Filing: receipt, one notice of supplement, the number, and what comes after.</summary>
[Trait("Category", "Service")]
public sealed class PlanFilingTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly FieldRemark Alignment = new("alignment", "请说明与省总体规划第三章的衔接。");
    private static readonly FieldRemark Contact = new(nameof(PlanContent.ContactName), "请填写联系人。");

    private readonly PlanKit _kit = new(bureau);

    [Fact]
    public async Task Send_FromTwoTabs_OneEffect()
    {
        var plan = await _kit.PlanAsync(PlanState.Approved);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _kit.ActAsync(plan, PlanAction.SendForFiling)));

        Assert.Equal("已向太原市工业和信息化局报送备案。", Assert.Single(outcomes.OfType<Outcome<PlanDetailView>.Done>()).Sentence);
        Assert.Equal(3, outcomes.OfType<Outcome<PlanDetailView>.Conflict>().Count());
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.History.CountAsync(h => h.CaseId == plan.Id && h.Action == "报备"));
    }

    [Fact]
    public async Task Record_ByTwoAtOnce_OneNumber()
    {
        var plan = await _kit.PlanAsync(PlanState.Accepted);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _kit.ActAsync(plan, PlanAction.Record)));

        var view = Assert.Single(outcomes.OfType<Outcome<PlanDetailView>.Done>()).View;
        Assert.StartsWith("140100-GHBA-2026-", view.FilingNumber, StringComparison.Ordinal);
        Assert.NotNull(view.RecordedAt);
        await using var db = bureau.OpenDb();
        Assert.Equal(1, await db.LedgerNumbers.CountAsync(n => n.CaseId == plan.Id));
    }

    [Fact]
    public async Task Accept_ByAnotherOffice_NotFound()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);

        Assert.IsType<Outcome<PlanDetailView>.NotFound>(await _kit.ActAsync(plan, PlanAction.Accept, "filing"));
        Assert.Equal("NotPermitted", Refused(await _kit.ActAsync(plan, PlanAction.Accept, Planner)).Code);
    }

    [Fact]
    public async Task Supplement_TwoRounds_BothAreKept()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);
        plan = await _kit.DoAsync(plan, PlanAction.RequestSupplement, "请一并补齐。", Alignment, Contact);
        Assert.Equal((PlanState.Supplementing, 2), (plan.State, plan.OpenRound!.Items.Count));
        plan = await _kit.DoAsync(plan, PlanAction.Resubmit, "已补。");
        plan = await _kit.DoAsync(plan, PlanAction.Accept);
        plan = await _kit.DoAsync(plan, PlanAction.RequestSupplement, null, Contact with { Text = "联系人仍未填写。" });

        Assert.Equal([1, 2], plan.Rounds.Select(r => r.Round));
        Assert.Equal(("已补。", "请一并补齐。", "太原市工业和信息化局"), (plan.Rounds[0].Answer, plan.Rounds[0].Comment, plan.Rounds[0].Office));
        Assert.Equal([("与省总体规划的衔接说明", Alignment.Text), ("联系人", Contact.Text)], plan.Rounds[0].Items.Select(i => (i.Title, i.Text)));
        Assert.Null(plan.Rounds[1].AnsweredAt);
    }

    [Fact]
    public async Task Supplement_WhatTheFirstNoticeDidNotName_Refused()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);
        plan = await _kit.DoAsync(plan, PlanAction.RequestSupplement, null, Alignment);
        plan = await _kit.DoAsync(plan, PlanAction.Resubmit);

        var refusal = Refused(await _kit.ActAsync(plan, PlanAction.RequestSupplement, null, null, Alignment, Contact));

        Assert.Equal("SupplementNotToldAtOnce", refusal.Code);
        Assert.Contains("「联系人」", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supplement_NothingOrNonsenseNamed_Refused()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);

        Assert.Equal("SupplementWithoutItems", Refused(await _kit.ActAsync(plan, PlanAction.RequestSupplement)).Code);
        Assert.Equal("SupplementUnknownItem", Refused(await _kit.ActAsync(plan, PlanAction.RequestSupplement, null, null, new FieldRemark("nothing", "补"))).Code);
        Assert.Equal("SupplementItemWithoutText", Refused(await _kit.ActAsync(plan, PlanAction.RequestSupplement, null, null, Contact with { Text = " " })).Code);
        await using var db = bureau.OpenDb();
        Assert.Equal(PlanState.PendingFiling, (await db.Plans.SingleAsync(p => p.Id == plan.Id)).State);
    }

    [Fact]
    public async Task Refuse_WithReasons_CanBeFiledAgain()
    {
        var plan = await _kit.PlanAsync(PlanState.Accepted);
        Assert.Equal("CommentRequired", Refused(await _kit.ActAsync(plan, PlanAction.Refuse)).Code);

        plan = await _kit.DoAsync(plan, PlanAction.Refuse, "与市规划的目标不一致。");
        Assert.Equal(PlanParts.Content | PlanParts.Approval, (await bureau.AsAsync<PlanService, PlanDetailView?>(Planner, s => s.FindAsync(plan.Id, default)))!.Editable);
        plan = await _kit.DoAsync(plan, PlanAction.Refile, "已按意见修改。");

        Assert.Equal(PlanState.PendingFiling, plan.State);
    }

    [Fact]
    public async Task Amend_Filed_TakesThePlaceOfTheFirstEditionWithItsOwnNumber()
    {
        var first = await _kit.PlanAsync(PlanState.Filed);
        var amended = await _kit.DoAsync(first, PlanAction.Amend);
        Assert.Equal([2, 1], amended.Editions.Select(e => e.Edition));
        Assert.Equal("PlanLaterEdition", Refused(await _kit.ActAsync(amended, PlanAction.Amend)).Code);
        Assert.NotNull(amended.Permitted.Single(p => p.Action == PlanAction.Amend).WhyNot);

        var draft = (await bureau.AsAsync<PlanService, PlanDetailView?>(Planner, s => s.FindAsync(amended.Editions[0].Id, default)))!;
        Assert.Equal(PlanApproval.Empty, draft.Content.Approval);
        var second = await _kit.GoOnAsync(draft, PlanState.Filed);

        Assert.NotEqual(first.FilingNumber, second.FilingNumber);
        Assert.Equal([PlanState.Filed, PlanState.Superseded], second.Editions.Select(e => e.State));
        var old = (await bureau.AsAsync<PlanService, PlanDetailView?>(Planner, s => s.FindAsync(first.Id, default)))!;
        Assert.Equal(("替代", first.FilingNumber), (old.History[^1].Action, old.FilingNumber));
    }

    [Fact]
    public async Task Recipient_Abolished_CanBeSentToTheNewOne()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);
        Assert.DoesNotContain((await bureau.AsAsync<PlanService, PlanDetailView?>(Planner, s => s.FindAsync(plan.Id, default)))!.Permitted, p => p.Action == PlanAction.Redirect);
        await SetAsync("太原市工业和信息化局", o => o.AbolishedAt = bureau.Clock.Now);
        try
        {
            // Whoever worked there has nothing to do with it any more.
            Assert.IsType<Outcome<PlanDetailView>.NotFound>(await _kit.ActAsync(plan, PlanAction.Accept));
            Assert.Equal("NoFilingRecipient", Refused(await _kit.ActAsync(plan, PlanAction.Redirect)).Code);
            await SetAsync("太原市科学技术局", o => o.Responsibilities = Responsibilities.IndustryAuthority);

            plan = await _kit.DoAsync(plan, PlanAction.Redirect);

            Assert.Equal(("太原市科学技术局", PlanState.PendingFiling), (plan.Recipient!.Name, plan.State));
            Assert.DoesNotContain(plan.Permitted, p => p.Action == PlanAction.Redirect);
        }
        finally
        {
            await SetAsync("太原市工业和信息化局", o => o.AbolishedAt = null);
            await SetAsync("太原市科学技术局", o => o.Responsibilities = Responsibilities.None);
        }
    }

    [Fact]
    public async Task Permitted_OfAKindThatIsNotFiled_HasNoActsOfFiling()
    {
        var plan = Done(await _kit.CreateAsync(Content("P04") with { Title = "小店区数字化建设规划" }, "P04"));
        await _kit.AttachAsync(plan, "text", "approval");
        plan = await _kit.DoAsync(await _kit.DoAsync(plan, PlanAction.Submit), PlanAction.Approve);
        plan = Done(await _kit.SaveAsync(plan, plan.Content with { Approval = await _kit.ApprovalAsync(plan) with { Number = "小政发〔2026〕404号" } }));
        plan = await _kit.DoAsync(plan, PlanAction.RecordApproval);

        Assert.Equal([PlanAction.PutIntoEffect], plan.Permitted.Select(p => p.Action));
        Assert.Equal("PlanNothingToFile", Refused(await _kit.ActAsync(plan, PlanAction.SendForFiling)).Code);
        Assert.Equal(PlanState.InForce, (await _kit.DoAsync(plan, PlanAction.PutIntoEffect)).State);
    }

    [Fact]
    public async Task Files_OfAPlan_AreTheDraftersToChangeAndTheOfficesToRead()
    {
        var plan = await _kit.PlanAsync(PlanState.Draft);
        Assert.True((await RightsAsync(Planner))!.CanChange);
        Assert.Null(await RightsAsync(Officer));

        plan = await _kit.GoOnAsync(plan, PlanState.PendingFiling);

        Assert.Contains("材料不能增减", (await RightsAsync(Planner))!.WhyNot, StringComparison.Ordinal);
        Assert.Contains("由编制单位上传", (await RightsAsync(Officer))!.WhyNot, StringComparison.Ordinal);
        Assert.Null(await RightsAsync("liaison.taiyuan"));

        async Task<CaseFileRights?> RightsAsync(string who) => (await bureau.AsAsync<AttachmentService, CaseAttachments?>(who, s => s.FindAsync(Plan.CaseKind, plan.Id, default)))?.Rights;
    }

    [Fact]
    public async Task Inbox_OfEach_HasWhatWaitsForThem()
    {
        var (draft, review, pending) = (await _kit.PlanAsync(), await _kit.PlanAsync(PlanState.InternalReview), await _kit.PlanAsync(PlanState.PendingFiling));

        Assert.Contains(draft.Id, await WaitingAsync(Planner, "补齐并提交审签"));
        Assert.Contains(review.Id, await WaitingAsync(Head, "审签"));
        Assert.Contains(pending.Id, await WaitingAsync(Officer, "受理备案"));
        Assert.Empty(await WaitingAsync("sysadmin", "审签"));
        Assert.NotNull(await bureau.AsAsync<PlanService, Guid?>(Officer, s => s.NextAsync(draft.Id, default)));
        Assert.NotEqual(pending.Id, await bureau.AsAsync<PlanService, Guid?>(Officer, s => s.NextAsync(pending.Id, default)));

        async Task<IEnumerable<Guid?>> WaitingAsync(string who, string act)
        {
            var items = (await bureau.AsAsync<InboxService, Page<InboxItem>>(who, s => s.ListAsync(ListQuery.Parse($"?kind={Plan.CaseKind}&size=200"), default))).Rows;
            var waiting = await bureau.AsAsync<PlanService, Page<PlanRow>>(who, s => s.ListAsync(new PlanFilter { Waiting = true, PageSize = 200 }, default));
            Assert.Equal(waiting.Rows.Select(r => (Guid?)r.Id).Order(), items.Select(i => i.CaseId).Order());
            Assert.Equal(waiting.Total, (await bureau.AsAsync<InboxService, IReadOnlyDictionary<string, int>>(who, s => s.CountsAsync(default))).GetValueOrDefault("plans"));
            return items.Where(i => i.Act == act).Select(i => i.CaseId);
        }
    }

    private async Task SetAsync(string name, Action<Organisation> change)
    {
        await using var db = bureau.OpenDb();
        change(await db.Organisations.SingleAsync(o => o.Name == name));
        await db.SaveChangesAsync();
    }
}

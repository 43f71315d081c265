using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Features.Numbers;
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
    public async Task Number_OfAFiledPlan_IsVoidedOnlyAfterTheRepeal()
    {
        var plan = await _kit.PlanAsync(PlanState.Filed);

        var refusal = Assert.IsType<Outcome<NumberRow>.Refused>(await VoidAsync()).Refusal;
        Assert.Equal("NumberInUse", refusal.Code);
        Assert.Contains($"由「{plan.Content.Title}」使用中", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("「变更」", refusal.Sentence, StringComparison.Ordinal);
        await using (var db = bureau.OpenDb())
            Assert.Equal(NumberState.Issued, (await db.LedgerNumbers.SingleAsync(n => n.CaseId == plan.Id)).State);
        await _kit.DoAsync(plan, PlanAction.Repeal, "不再执行。");

        Assert.Equal(NumberState.Voided, Assert.IsType<Outcome<NumberRow>.Done>(await VoidAsync()).View.Entry.State);

        async Task<Outcome<NumberRow>> VoidAsync()
        {
            await using var db = bureau.OpenDb();
            var entry = await db.LedgerNumbers.AsNoTracking().SingleAsync(n => n.CaseId == plan.Id);
            return await bureau.AsAsync<NumberService, Outcome<NumberRow>>(Officer, s => s.VoidAsync(entry.Id, entry.Version, "重复发号"));
        }
    }

    [Fact]
    public async Task Accept_ByAnotherOffice_NotFound()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);

        Assert.IsType<Outcome<PlanDetailView>.NotFound>(await _kit.ActAsync(plan, PlanAction.Accept, "filing"));
        Assert.Equal("NotPermitted", Refused(await _kit.ActAsync(plan, PlanAction.Accept, Planner)).Code);
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
    public async Task Files_TextThatWasApproved_CannotBeRemovedOrAdded()
    {
        var plan = await _kit.PlanAsync(PlanState.Approved);
        await using var db = bureau.OpenDb();
        var text = await db.Attachments.Where(a => a.CaseId == plan.Id && a.Slot == "text").Select(a => a.Id).SingleAsync();

        var removal = await bureau.AsAsync<AttachmentService, Outcome<CaseAttachments>>(Planner, s => s.RemoveAsync(text));

        Assert.Contains("「规划文本」已经批准", Assert.IsType<Outcome<CaseAttachments>.Refused>(removal).Refusal.Sentence, StringComparison.Ordinal);
        Assert.IsType<Outcome<CaseFileRights>.Refused>(await AdmitAsync("text"));
        Assert.IsType<Outcome<CaseFileRights>.Done>(await AdmitAsync("alignment"));
        Assert.Equal(1, await db.Attachments.CountAsync(a => a.Id == text && a.RemovedAt == null));

        Task<Outcome<CaseFileRights>> AdmitAsync(string slot) => bureau.AsAsync<AttachmentUpload, Outcome<CaseFileRights>>(Planner, s => s.AdmitAsync(Plan.CaseKind, plan.Id, slot, 10, default));
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

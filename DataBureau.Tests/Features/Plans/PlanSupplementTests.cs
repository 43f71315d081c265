using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Plans.PlanKit;

namespace DataBureau.Tests.Features.Plans;

/// <summary>A notice of supplement: what it may ask for, and what has to be there before the plan is sent again.</summary>
[Trait("Category", "Service")]
public sealed class PlanSupplementTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly FieldRemark Alignment = new("alignment", "请说明与省总体规划第三章的衔接。");
    private static readonly FieldRemark Contact = new(nameof(PlanContent.ContactName), "请填写联系人。");

    private readonly PlanKit _kit = new(bureau);

    [Fact]
    public async Task Supplement_TwoRounds_BothAreKept()
    {
        var plan = await _kit.PlanAsync(PlanState.PendingFiling);
        plan = await _kit.DoAsync(plan, PlanAction.RequestSupplement, "请一并补齐。", Alignment, Contact);
        Assert.Equal((PlanState.Supplementing, 2), (plan.State, plan.OpenRound!.Items.Count));
        await _kit.SupplyAsync(plan, "alignment");
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
        await _kit.SupplyAsync(plan, "alignment");
        plan = await _kit.DoAsync(plan, PlanAction.Resubmit);

        var refusal = Refused(await _kit.ActAsync(plan, PlanAction.RequestSupplement, null, null, Alignment, Contact));

        Assert.Equal("SupplementNotToldAtOnce", refusal.Code);
        Assert.Contains("「联系人」", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supplement_ListIgnored_RefusedUntilEachItemIsThere()
    {
        var plan = await _kit.PlanAsync(PlanState.Draft);
        await _kit.AttachAsync(plan, "alignment");
        plan = await _kit.GoOnAsync(plan, PlanState.PendingFiling);
        plan = await _kit.DoAsync(plan, PlanAction.RequestSupplement, null, Alignment, Contact);

        // The file that was there before the notice does not answer it.
        var refusal = Refused(await _kit.ActAsync(plan, PlanAction.Resubmit));
        Assert.Equal(("SupplementNotAnswered", 2), (refusal.Code, refusal.Details.Length));
        await _kit.SupplyAsync(plan, "alignment");
        plan = Done(await _kit.SaveAsync(plan, plan.Content with { ContactName = "王静" }));

        Assert.Equal(PlanState.PendingFiling, (await _kit.DoAsync(plan, PlanAction.Resubmit)).State);
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
}

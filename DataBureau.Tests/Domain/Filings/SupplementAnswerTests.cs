using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.ChiefDataOfficers;
using DataBureau.Tests.Domain.ImplementationPlans;
using DataBureau.Tests.Domain.Plans;

namespace DataBureau.Tests.Domain.Filings;

/// <summary>Sent again only when every item of the list has its answer.</summary>
public sealed class SupplementAnswerTests
{
    private static readonly FieldRemark Alignment = new("alignment", "请补交衔接说明。");
    private static readonly FieldRemark Contact = new(nameof(PlanContent.ContactName), "请填写联系人。");

    [Fact]
    public void Resubmit_WithoutWhatWasAsked_RefusedWithEveryItem()
    {
        var refusal = Asked(Alignment, Contact).Try(PlanAction.Resubmit, PlanCases.Planner, comment: null)!;

        Assert.Equal("SupplementNotAnswered", refusal.Code);
        Assert.Equal(["alignment", nameof(PlanContent.ContactName)], refusal.Details.Select(d => d.Field));
        Assert.Contains("2 项", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("「与省总体规划的衔接说明」没有上传告知以后的文件。", refusal.Details.Select(d => d.Sentence));
        Assert.Contains(refusal.Details, d => d.Sentence.StartsWith("「联系人」没有修改", StringComparison.Ordinal));
    }

    [Fact]
    public void Resubmit_MaterialMissingButRemarkGiven_RefusedForTheMaterialAlone()
    {
        var refusal = Asked(Alignment, Contact).Try(PlanAction.Resubmit, PlanCases.Planner, comment: "联系人已另函告知。")!;

        Assert.Equal(["alignment"], refusal.Details.Select(d => d.Field));
    }

    [Fact]
    public void Resubmit_MaterialCameAndFieldChanged_Accepted()
    {
        var plan = Asked(Alignment, Contact);
        Assert.Null(plan.Edit(plan.Content with { ContactName = "王静" }, PlanCases.Planner, Entries.Now));
        plan.Know(plan.Facts with { Filing = plan.Filing with { Supplied = new HashSet<string>(["alignment"], StringComparer.Ordinal) } });

        Assert.Null(plan.Try(PlanAction.Resubmit, PlanCases.Planner, comment: null));
    }

    [Fact]
    public void Resubmit_OnlyOffered_SaysWhichMaterialIsMissingAndLeavesTheFieldsToTheRemark()
    {
        var plan = Asked(Alignment, Contact);

        var refusal = SupplementRules.CheckAnswer(plan.Filing, key => PlanFields.TextOf(key, plan.Content), new GuardContext(PlanCases.Planner, DataBureau.Domain.Policy.PolicyLibrary.Embedded.For(plan.RegionCode), Entries.Now))!;

        Assert.Equal(["alignment"], refusal.Details.Select(d => d.Field));
    }

    [Fact]
    public void Resubmit_OfAnImplementationPlan_HoldsTheSame()
    {
        var plan = ImplementationPlanCases.In(ImplementationPlanState.PendingFiling);
        Assert.Null(plan.Try(ImplementationPlanAction.RequestSupplement, remarks: [new("plan", "缺投资估算表。"), new(nameof(ImplementationPlanContent.Budget), "与正文不一致。")]));
        plan.Know(plan.Facts with { Filing = plan.Filing with { Rounds = [plan.OpenedRound!] } });

        Assert.Equal(["plan", nameof(ImplementationPlanContent.Budget)], plan.Try(ImplementationPlanAction.Resubmit, comment: null)!.Details.Select(d => d.Field));
    }

    [Fact]
    public void Send_AfterAWithdrawalFromASupplement_TheListStandsAndIsAnswered()
    {
        var plan = Asked(Alignment, Contact);
        Assert.Null(plan.Try(PlanAction.Recall, PlanCases.Planner, comment: "重新核对。"));
        Assert.Equal(["alignment", nameof(PlanContent.ContactName)], plan.Try(PlanAction.SendForFiling, PlanCases.Planner, comment: null)!.Details.Select(d => d.Field));

        // What was asked for can be mended, also after the withdrawal; what was not asked for cannot.
        Assert.Null(plan.Edit(plan.Content with { ContactName = "王静", Summary = "顺手改了别的" }, PlanCases.Planner, Entries.Now));
        Assert.Equal(("王静", PlanCases.Content().Summary), (plan.Content.ContactName, plan.Content.Summary));
        plan.Know(plan.Facts with { Filing = plan.Filing with { Supplied = new HashSet<string>(["alignment"], StringComparer.Ordinal) } });
        Assert.Null(plan.Try(PlanAction.SendForFiling, PlanCases.Planner, comment: "已补齐。"));

        Assert.Equal((PlanState.PendingFiling, "已补齐。"), (plan.State, plan.Filing.Rounds[0].Answer));
        Assert.Null(plan.Filing.OpenRound);
    }

    [Fact]
    public void Submit_OfAnImplementationPlanWithdrawnFromASupplement_HoldsTheSame()
    {
        var plan = ImplementationPlanCases.In(ImplementationPlanState.PendingFiling);
        Assert.Null(plan.Try(ImplementationPlanAction.RequestSupplement, remarks: [new(nameof(ImplementationPlanContent.Budget), "与正文不一致。")]));
        plan.Know(plan.Facts with { Filing = plan.Filing with { Rounds = [plan.OpenedRound!] } });
        Assert.Null(plan.Try(ImplementationPlanAction.Recall, comment: "重新核对。"));

        Assert.Equal("SupplementNotAnswered", plan.Try(ImplementationPlanAction.Submit, comment: null)?.Code);
        Assert.Null(plan.Try(ImplementationPlanAction.Submit, comment: "金额无误，正文已另行更正。"));
        Assert.Null(plan.Try(ImplementationPlanAction.Approve, comment: "同意报送。"));
        Assert.Equal("同意报送。", plan.Filing.Rounds[0].Answer);
    }

    [Fact]
    public void Resubmit_OfAnOfficer_HoldsTheSameAlsoAfterAWithdrawal()
    {
        var officer = OfficerCases.In(OfficerState.PendingFiling);
        officer.Do(OfficerAction.RequestSupplement, OfficerCases.Officer, new FieldRemark(nameof(OfficerContent.Office), "请写全称。"));
        officer.Know(officer.Facts with { Filing = officer.Filing with { Rounds = [officer.OpenedRound!] } });

        // Nothing else is open meanwhile.
        Assert.Equal([nameof(OfficerContent.Office)], OfficerOpenings.Fields(officer.State, officer.Filing.OpenRound).AsEnumerable());
        Assert.Equal("OfficerMaterialNotAsked", OfficerOpenings.Material(officer.State, OfficerFields.DocumentSlot, officer.Filing.OpenRound)?.Code);
        Assert.Equal([nameof(OfficerContent.Office)], officer.Try(OfficerAction.Resubmit, OfficerCases.Liaison, comment: null)!.Details.Select(d => d.Field));
        officer.Do(OfficerAction.Recall, OfficerCases.Liaison);
        Assert.Equal("SupplementNotAnswered", officer.Try(OfficerAction.SendForFiling, OfficerCases.Liaison, comment: null)?.Code);
        Assert.Null(officer.Edit(officer.Content with { Office = "党组成员、副局长" }, OfficerCases.Liaison, Entries.Now));
        officer.Do(OfficerAction.SendForFiling, OfficerCases.Liaison);

        Assert.NotNull(officer.Filing.Rounds[0].AnsweredAt);
    }

    private static Plan Asked(params FieldRemark[] items)
    {
        var plan = PlanCases.In(PlanState.PendingFiling);
        Assert.Null(plan.Try(PlanAction.RequestSupplement, PlanCases.Officer, remarks: items));
        plan.Know(plan.Facts with { Filing = plan.Filing with { Rounds = [plan.OpenedRound!] } });
        return plan;
    }
}

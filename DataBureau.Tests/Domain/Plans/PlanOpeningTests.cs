using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.Plans;

/// <summary>What was approved stays; a supplement opens what was asked for.</summary>
public sealed class PlanOpeningTests
{
    private static readonly PlanRule Rule = PolicyLibrary.Embedded.For(Actors.City).Plans.Find("P02")!;

    [Theory]
    [InlineData(PlanState.ForApproval, "text", null)]
    [InlineData(PlanState.Approved, "text", "PlanMaterialApproved")]
    [InlineData(PlanState.Approved, "alignment", null)]
    [InlineData(PlanState.FilingRefused, "text", "PlanMaterialApproved")]
    [InlineData(PlanState.FilingRefused, "approval", null)]
    [InlineData(PlanState.Supplementing, "text", "PlanMaterialApproved")]
    [InlineData(PlanState.Filed, "alignment", "PlanMaterialsClosed")]
    [InlineData(PlanState.Approved, null, null)]
    public void Material_InAState_OpenOrClosed(PlanState state, string? slot, string? code) => Assert.Equal(code, PlanOpenings.Material(state, slot, Rule, null)?.Code);

    [Fact]
    public void Supplement_OfAMaterialAndAField_OpensThoseAlone()
    {
        var plan = Asked("alignment", nameof(PlanContent.ContactName));

        Assert.Equal([nameof(PlanContent.ContactName)], PlanOpenings.Fields(plan.State, plan.Filing.OpenRound).AsEnumerable());
        Assert.Null(PlanOpenings.Material(plan.State, "alignment", Rule, plan.Filing.OpenRound));
        Assert.Equal("PlanMaterialNotAsked", PlanOpenings.Material(plan.State, "text", Rule, plan.Filing.OpenRound)?.Code);
        Assert.Equal("PlanMaterialNotAsked", PlanOpenings.Material(plan.State, "approval", Rule, plan.Filing.OpenRound)?.Code);
        Assert.Null(plan.Edit(plan.Content with { Title = "改名", ContactName = "王静", Approval = PlanApproval.Empty }, PlanCases.Planner, Entries.Now));
        Assert.Equal((PlanCases.Content().Title, "王静", PlanCases.Approval), (plan.Content.Title, plan.Content.ContactName, plan.Content.Approval));
    }

    [Fact]
    public void Supplement_OfTheTextAlone_OpensItAndNoField()
    {
        var plan = Asked("text");

        Assert.Null(PlanOpenings.Material(plan.State, "text", Rule, plan.Filing.OpenRound));
        Assert.Equal("PlanNotEditable", plan.Edit(plan.Content with { ContactName = "王静" }, PlanCases.Planner, Entries.Now)?.Code);
    }

    [Fact]
    public void Edit_AfterARefusal_LeavesWhatWasApproved()
    {
        var plan = PlanCases.In(PlanState.FilingRefused);

        Assert.Null(plan.Edit(plan.Content with { Title = "改名", Summary = "另一回事。", PeriodTo = 2035, DraftedWith = "太原市财政局" }, PlanCases.Planner, Entries.Now));

        Assert.Equal(PlanCases.Content() with { DraftedWith = "太原市财政局", Approval = PlanCases.Approval, Upstream = plan.Content.Upstream, PublishedIn = plan.Content.PublishedIn }, plan.Content);
    }

    private static Plan Asked(params string[] keys)
    {
        var plan = PlanCases.In(PlanState.PendingFiling);
        Assert.Null(plan.Try(PlanAction.RequestSupplement, PlanCases.Officer, remarks: [.. keys.Select(k => new FieldRemark(k, "请补。"))]));
        plan.Know(plan.Facts with { Filing = plan.Filing with { Rounds = [plan.OpenedRound!] } });
        return plan;
    }
}

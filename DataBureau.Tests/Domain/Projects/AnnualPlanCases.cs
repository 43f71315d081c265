using DataBureau.Domain.Access;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.Projects;

/// <summary>Annual plans brought into a state by the acts that lead there.</summary>
internal static class AnnualPlanCases
{
    public static readonly Actor Planner = Actors.Of(Role.GovInfoOfficer, Actors.Authority, Actors.Province);
    public static readonly Actor Head = Actors.Of(Role.DepartmentHead, Actors.Authority, Actors.Province);

    public static readonly ConsultationFact Concluded = new(ConsultationStage.Concluded, Guid.Parse("00000000-0000-0000-0000-0000000000f1"), "晋HS〔2026〕1号");

    private static readonly (AnnualPlanAction Action, Actor By)[] All =
        [(AnnualPlanAction.Submit, Planner), (AnnualPlanAction.Approve, Head), (AnnualPlanAction.Report, Planner), (AnnualPlanAction.RecordApproval, Planner)];

    public static AnnualPlan Draft(string region = Actors.Province)
    {
        var plan = AnnualPlan.Draft(Guid.NewGuid(), Actors.Authority, region, new AnnualPlanContent { Title = "2027年度信息化项目建设计划", Year = 2027, Summary = "按统筹集约的原则编制。" }, Entries.Now);
        plan.Know(new AnnualPlanFacts(Concluded, 2, []));
        return plan;
    }

    public static AnnualPlan In(AnnualPlanState state, string region = Actors.Province)
    {
        var plan = Draft(region);
        if (state == AnnualPlanState.Discarded)
            Assert.Null(plan.Try(AnnualPlanAction.Discard, Planner));
        foreach (var (action, by) in All)
        {
            if (plan.State == state)
                break;
            Assert.Null(plan.Try(action, by));
        }

        Assert.Equal(state, plan.State);
        return plan;
    }

    public static Refusal? Try(this AnnualPlan plan, AnnualPlanAction action, Actor by, string? comment = "按规定办理。") => (plan.Attempt(action, by, comment) as Decision<AnnualPlanState>.Refused)?.Refusal;

    public static Decision<AnnualPlanState> Attempt(this AnnualPlan plan, AnnualPlanAction action, Actor by, string? comment = "按规定办理。")
    {
        if (plan.State == AnnualPlanState.Reported && plan.Content.ApprovalNumber is null)
            Assert.Null(plan.Edit(plan.Content with { ApprovalNumber = "晋政函〔2026〕8号", ApprovalDate = new DateOnly(2026, 10, 8) }, Planner, Entries.Now));
        return plan.Act(action, comment, new GuardContext(by, PolicyLibrary.Embedded.For(plan.RegionCode), Entries.Now));
    }
}

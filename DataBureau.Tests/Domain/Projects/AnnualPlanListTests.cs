using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Catalogue;
using static DataBureau.Tests.Domain.Projects.ProjectCases;

namespace DataBureau.Tests.Domain.Projects;

/// <summary>J03: a project leaves the list of a plan while both are drafts, and is its builder's again.</summary>
public sealed class AnnualPlanListTests
{
    private static readonly Guid DataAuthority = Guid.NewGuid();

    [Fact]
    public void Strike_BothDrafts_GivesTheProjectBackAndCountsAsAVersionOfBoth()
    {
        var plan = AnnualPlanCases.Draft();
        var project = Draft(plan: plan.Id);
        var (planVersion, version) = (plan.Version, project.Version);

        Assert.Null(plan.Strike(project, DataAuthority, " 资金未落实。 ", AnnualPlanCases.Planner, Entries.Now));

        Assert.Equal((ProjectTrack.Department, ProjectState.Draft, null, DataAuthority, version + 1), (project.Track, project.State, project.AnnualPlanId, project.AuthorityId, project.Version));
        Assert.Equal(planVersion + 1, plan.Version);
        Assert.Equal("AnnualPlanNotListed", Strike(plan, project)?.Code);
    }

    [Theory]
    [InlineData(AnnualPlanState.InternalReview)]
    [InlineData(AnnualPlanState.ForReport)]
    [InlineData(AnnualPlanState.Reported)]
    [InlineData(AnnualPlanState.Approved)]
    [InlineData(AnnualPlanState.Discarded)]
    public void Strike_PlanNoLongerADraft_Refused(AnnualPlanState state)
    {
        var plan = AnnualPlanCases.In(state);
        var project = Draft(plan: plan.Id);

        Assert.Equal("AnnualPlanClosed", Strike(plan, project)?.Code);
        Assert.Equal(plan.Id, project.AnnualPlanId);
    }

    [Fact]
    public void Strike_ProjectSubmitted_RefusedUntilItsBuilderTakesItBack()
    {
        var plan = AnnualPlanCases.Draft();
        var project = Draft(plan: plan.Id);
        Assert.Null(project.Try(ProjectAction.Submit, Builder));

        var refusal = Strike(plan, project)!;

        Assert.Equal("AnnualPlanListedNotADraft", refusal.Code);
        Assert.Contains("内审", refusal.Sentence, StringComparison.Ordinal);
        Assert.Null(project.Try(ProjectAction.Withdraw, Builder));
        Assert.Null(Strike(plan, project));
    }

    [Fact]
    public void Strike_ByOthersOrWithoutAReason_Refused()
    {
        var plan = AnnualPlanCases.Draft();
        var project = Draft(plan: plan.Id);

        Assert.Equal("NotPermitted", plan.Strike(project, DataAuthority, "不建了。", Builder, Entries.Now)?.Code);
        Assert.Equal("NotPermitted", plan.Strike(project, DataAuthority, "不建了。", AnnualPlanCases.Head, Entries.Now)?.Code);
        Assert.Equal("AnnualPlanStrikeWhy", plan.Strike(project, DataAuthority, " ", AnnualPlanCases.Planner, Entries.Now)?.Code);
        Assert.Equal("CommentTooLong", plan.Strike(project, DataAuthority, new string('长', AnnualPlanListRules.WhyLimit + 1), AnnualPlanCases.Planner, Entries.Now)?.Code);
        Assert.Equal("AnnualPlanNotListed", Strike(plan, Draft())?.Code);
        Assert.Equal(((Guid?)plan.Id, 1), (project.AnnualPlanId, plan.Version));
    }

    [Fact]
    public void Edit_DraftOfAPlanThatIsReported_ClosedUntilTheGovernmentHasDecided()
    {
        var project = Draft(plan: Guid.NewGuid());
        project.Know(project.Facts with { PlanState = AnnualPlanState.Reported, PlanTitle = "2027年度信息化项目建设计划" });

        var refusal = project.Edit(project.Content with { Budget = 1m }, Builder, Entries.Now)!;

        Assert.Equal("AnnualPlanReported", refusal.Code);
        Assert.Contains("「2027年度信息化项目建设计划」已经报批", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal("AnnualPlanReported", project.TouchDataList(Builder, Entries.Now)?.Code);
        Assert.Equal(ProjectParts.None, project.Editable);
        foreach (var decided in new[] { AnnualPlanState.Approved, AnnualPlanState.Draft })
        {
            project.Know(project.Facts with { PlanState = decided });
            Assert.Null(project.TouchDataList(Builder, Entries.Now));
            Assert.Null(project.Edit(project.Content with { Budget = 1m }, Builder, Entries.Now));
        }
    }

    private static Refusal? Strike(AnnualPlan plan, Project project) => plan.Strike(project, DataAuthority, "资金未落实。", AnnualPlanCases.Planner, Entries.Now);
}

using DataBureau.Domain.Access;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Architecture;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.Projects;

public sealed class ProjectWorkflowTests
{
    private const string ApprovedFile = "DataBureau.Tests/Domain/Workflow/ProjectWorkflow.approved.md";
    private const string ApprovedPlans = "DataBureau.Tests/Domain/Workflow/AnnualPlanWorkflow.approved.md";

    private static readonly WorkflowDocument<ProjectState, ProjectAction, Project> Projects = new(
        "Project workflow", "a complete department's project that somebody else submitted, judged without 信息化 content, its data in the catalogue", "the builder", ProjectWorkflow.Table,
        (state, action, actor) => ProjectCases.In(state).Attempt(action, actor));

    private static readonly WorkflowDocument<AnnualPlanState, AnnualPlanAction, AnnualPlan> Plans = new(
        "Annual plan workflow", "a complete annual plan that somebody else submitted, its consultation concluded; here the *authority* is the body that makes the plan", "a body that does not make it", AnnualPlanWorkflow.Table,
        (state, action, actor) => AnnualPlanCases.In(state).Attempt(action, actor));

    [Fact]
    public void EveryStateActionAndRole_OfProjects_MatchesApprovedTable() => Approved.Matches(Projects.Write(), ApprovedFile);

    [Fact]
    public void ProjectDocument_ForReaders_IsTheApprovedTable() => Approved.Matches(File.ReadAllText(SourceTree.PathOf(ApprovedFile)), "docs/project-workflow.md");

    [Fact]
    public void EveryStateActionAndRole_OfAnnualPlans_MatchesApprovedTable() => Approved.Matches(Plans.Write(), ApprovedPlans);

    [Fact]
    public void AnnualPlanDocument_ForReaders_IsTheApprovedTable() => Approved.Matches(File.ReadAllText(SourceTree.PathOf(ApprovedPlans)), "docs/annual-plan-workflow.md");

    [Fact]
    public void SameBodyOfAnotherRegion_WithARegionGrant_DoesNotActOnThePlan()
    {
        var above = Actors.Of(Role.GovInfoOfficer, Actors.UpperAuthority, Actors.Province);

        Assert.Equal("NotPermitted", AnnualPlanCases.In(AnnualPlanState.Draft).Try(AnnualPlanAction.Submit, above)?.Code);
    }
}

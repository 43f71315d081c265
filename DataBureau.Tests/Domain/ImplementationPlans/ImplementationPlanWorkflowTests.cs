using DataBureau.Domain.ImplementationPlans;
using DataBureau.Tests.Architecture;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.ImplementationPlans;

public sealed class ImplementationPlanWorkflowTests
{
    private const string ApprovedFile = "DataBureau.Tests/Domain/Workflow/ImplementationPlanWorkflow.approved.md";
    private const string Document = "docs/implementation-plan-workflow.md";

    private static readonly WorkflowDocument<ImplementationPlanState, ImplementationPlanAction, ImplementationPlan> Workflow = new(
        "Implementation plan workflow", "a complete implementation plan of a provincial department (J01) that somebody else submitted and filed", "the department", ImplementationPlanWorkflow.Table,
        (state, action, actor) => ImplementationPlanCases.In(state).Attempt(action, actor));

    [Fact]
    public void EveryStateActionAndRole_Decided_MatchesApprovedTable() => Approved.Matches(Workflow.Write(), ApprovedFile);

    [Fact]
    public void Document_ForReaders_IsTheApprovedTable() => Approved.Matches(File.ReadAllText(SourceTree.PathOf(ApprovedFile)), Document);
}

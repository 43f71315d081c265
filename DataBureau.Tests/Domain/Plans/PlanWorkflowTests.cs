using DataBureau.Domain.Plans;
using DataBureau.Tests.Architecture;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.Plans;

public sealed class PlanWorkflowTests
{
    private const string ApprovedFile = "DataBureau.Tests/Domain/Workflow/PlanWorkflow.approved.md";
    private const string Document = "docs/plan-workflow.md";

    private static readonly WorkflowDocument<PlanState, PlanAction, Plan> Workflow = new(
        "Plan workflow", "a complete plan that somebody else submitted and filed (P02 of 太原市; P04 and P09 for the states that P02 has not)", "the drafting body", PlanWorkflow.Table,
        (state, action, actor) => PlanCases.In(state).Attempt(action, actor));

    [Fact]
    public void EveryStateActionAndRole_Decided_MatchesApprovedTable() => Approved.Matches(Workflow.Write(), ApprovedFile);

    [Fact]
    public void Document_ForReaders_IsTheApprovedTable() => Approved.Matches(File.ReadAllText(SourceTree.PathOf(ApprovedFile)), Document);
}

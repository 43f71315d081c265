using DataBureau.Domain.DigitalBases;
using DataBureau.Tests.Architecture;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.DigitalBases;

public sealed class DigitalBaseWorkflowTests
{
    private const string ApprovedFile = "DataBureau.Tests/Domain/Workflow/DigitalBaseWorkflow.approved.md";
    private const string Document = "docs/digital-base-workflow.md";

    private static readonly WorkflowDocument<DigitalBaseState, DigitalBaseAction, DigitalBase> Workflow = new(
        "Digital base workflow", "a complete application of a county (J02) that somebody else submitted and sent, with the records of argument and verification kept", "the applying body", DigitalBaseWorkflow.Table,
        (state, action, actor) => DigitalBaseCases.In(state).Prepare().Attempt(action, actor));

    [Fact]
    public void EveryStateActionAndRole_Decided_MatchesApprovedTable() => Approved.Matches(Workflow.Write(), ApprovedFile);

    [Fact]
    public void Document_ForReaders_IsTheApprovedTable() => Approved.Matches(File.ReadAllText(SourceTree.PathOf(ApprovedFile)), Document);
}

using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Tests.Architecture;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.ChiefDataOfficers;

public sealed class OfficerWorkflowTests
{
    private const string ApprovedFile = "DataBureau.Tests/Domain/Workflow/OfficerWorkflow.approved.md";
    private const string Document = "docs/chief-data-officer-workflow.md";

    private static readonly WorkflowDocument<OfficerState, OfficerAction, OfficerAppointment> Workflow = new(
        "Chief data officer workflow", "the appointment of a leader of the unit, whose term ends today, nominated and filed by somebody else", "the unit", OfficerWorkflow.Table,
        (state, action, actor) => OfficerCases.In(state).Attempt(action, actor));

    [Fact]
    public void EveryStateActionAndRole_Decided_MatchesApprovedTable() => Approved.Matches(Workflow.Write(), ApprovedFile);

    [Fact]
    public void Document_ForReaders_IsTheApprovedTable() => Approved.Matches(File.ReadAllText(SourceTree.PathOf(ApprovedFile)), Document);
}

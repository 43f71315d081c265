using DataBureau.Domain.Consultations;
using DataBureau.Tests.Architecture;
using DataBureau.Tests.Domain.Workflow;

namespace DataBureau.Tests.Domain.Consultations;

public sealed class ConsultationWorkflowTests
{
    private const string ApprovedFile = "DataBureau.Tests/Domain/Workflow/ConsultationWorkflow.approved.md";
    private const string Document = "docs/consultation-workflow.md";

    private static readonly WorkflowDocument<ConsultationState, ConsultationAction, Consultation> Workflow = new(
        "Consultation workflow", "a complete consultation in which every unit agrees (J04 of 山西省)", "the convening body", ConsultationWorkflow.Table,
        (state, action, actor) => ConsultationCases.In(state).Attempt(action, actor));

    [Fact]
    public void EveryStateActionAndRole_Decided_MatchesApprovedTable() => Approved.Matches(Workflow.Write(), ApprovedFile);

    [Fact]
    public void Document_ForReaders_IsTheApprovedTable() => Approved.Matches(File.ReadAllText(SourceTree.PathOf(ApprovedFile)), Document);
}

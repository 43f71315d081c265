using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Architecture;
using DataBureau.Tests.Domain.Catalogue;

namespace DataBureau.Tests.Domain.Workflow;

public sealed class CatalogueWorkflowTests
{
    private const string ApprovedFile = "DataBureau.Tests/Domain/Workflow/CatalogueWorkflow.approved.md";
    private const string Document = "docs/catalogue-workflow.md";

    private static readonly WorkflowDocument<CatalogueState, CatalogueAction, CatalogueEntry> Workflow = new(
        "Catalogue workflow", "a complete entry that somebody else submitted", "the entry's organisation", CatalogueWorkflow.Table,
        (state, action, actor) => Entries.In(state).Act(action, actor, "依据核对结果办理。", Entries.Policy, Entries.Now));

    [Fact]
    public void EveryStateActionAndRole_Decided_MatchesApprovedTable() => Approved.Matches(Workflow.Write(), ApprovedFile);

    [Fact]
    public void Document_ForReaders_IsTheApprovedTable() => Approved.Matches(File.ReadAllText(SourceTree.PathOf(ApprovedFile)), Document);

    [Fact]
    public void Matches_AnotherText_FailsAndLeavesTheReceivedOne()
    {
        var folder = Directory.CreateTempSubdirectory("approved-");
        var file = Path.Combine(folder.FullName, "Some.approved.md");
        File.WriteAllText(file, "一\n二\n");

        var failure = Assert.ThrowsAny<Exception>(() => Approved.Matches("一\n三\n", file));

        Assert.Contains("- 二\n+ 三", failure.Message, StringComparison.Ordinal);
        Assert.Equal("一\n三\n", File.ReadAllText(Path.Combine(folder.FullName, "Some.received.md")));
        Approved.Matches("一\n二\n", file);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "Some.received.md")));
        folder.Delete(recursive: true);
    }
}

using System.Text;

namespace DataBureau.Domain.Workflow;

public static class WorkflowDiagram
{
    /// <summary>The table as a Mermaid state diagram, for the documentation and the help.</summary>
    public static string Mermaid<TState, TAction, TSubject>(this WorkflowTable<TState, TAction, TSubject> table)
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in Enum.GetValues<TState>())
            text.Append("  ").Append(state).Append(" : ").Append(state.ChineseName()).Append('\n');
        foreach (var t in table.Transitions)
            text.Append("  ").Append(t.From).Append(" --> ").Append(t.To).Append(" : ").Append(t.Action.ChineseName()).Append('（').Append(t.Permission.Name).Append("）\n");
        return text.ToString();
    }
}

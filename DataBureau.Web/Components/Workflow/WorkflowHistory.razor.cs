using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>The steps of a case, newest first, with what was said.</summary>
public sealed partial class WorkflowHistory
{
    [Parameter, EditorRequired] public IReadOnlyList<HistoryEntry> History { get; set; } = [];

    /// <summary>The title of a field that a remark is about.</summary>
    [Parameter] public Func<string, string> FieldTitle { get; set; } = key => key;
}

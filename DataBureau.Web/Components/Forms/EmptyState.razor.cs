using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>Nothing to show: says so, and what to do next.</summary>
public sealed partial class EmptyState
{
    [Parameter, EditorRequired] public string Title { get; set; } = "";
    [Parameter] public string Icon { get; set; } = "inbox";

    /// <summary>The title is the page's own heading.</summary>
    [Parameter] public bool Heading { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }
}

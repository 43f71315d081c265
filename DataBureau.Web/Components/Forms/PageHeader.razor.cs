using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>The page's title, state and actions on one line; also the browser tab's title and the last step of the breadcrumb.</summary>
public sealed partial class PageHeader
{
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>State badge, deadline.</summary>
    [Parameter] public RenderFragment? State { get; set; }

    [Parameter] public RenderFragment? Actions { get; set; }

    /// <summary>One sentence below, when the title alone does not say what the page is for.</summary>
    [Parameter] public string? Lead { get; set; }
}

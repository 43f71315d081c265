using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

public sealed partial class Definition
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Value { get; set; }
    [Parameter] public bool Wide { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }
}

using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

public sealed partial class StateBadge
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";
    [Parameter] public Tone Tone { get; set; }
    [Parameter] public string? Title { get; set; }
}

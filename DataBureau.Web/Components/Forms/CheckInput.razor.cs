using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

public sealed partial class CheckInput
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";
}

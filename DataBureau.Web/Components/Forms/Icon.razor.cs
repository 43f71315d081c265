using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>A picture beside a word, never instead of one. Names are listed in eng/icons.txt.</summary>
public sealed partial class Icon
{
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter] public bool Filled { get; set; }
}

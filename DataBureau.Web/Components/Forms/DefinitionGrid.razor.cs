using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>Labels and values in a ruled grid, as on the printed forms; filled with <see cref="Definition"/>.</summary>
public sealed partial class DefinitionGrid
{
    [Parameter] public int Columns { get; set; } = 2;
    [Parameter] public RenderFragment? ChildContent { get; set; }
}

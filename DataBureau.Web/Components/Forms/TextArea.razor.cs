using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

public sealed partial class TextArea
{
    [Parameter] public int Rows { get; set; } = 3;
    [Parameter] public string? Placeholder { get; set; }
    [Parameter] public int MaxLength { get; set; }
}

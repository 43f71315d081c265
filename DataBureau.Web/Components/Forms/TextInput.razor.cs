using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

public sealed partial class TextInput
{
    [Parameter] public string Type { get; set; } = "text";
    [Parameter] public string? Placeholder { get; set; }
    [Parameter] public int MaxLength { get; set; }
    [Parameter] public string Autocomplete { get; set; } = "off";
}

using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

public sealed partial class SelectInput
{
    [Parameter, EditorRequired] public IEnumerable<(string Value, string Text)> Options { get; set; } = [];

    /// <summary>The choice that means none; null when one must be chosen.</summary>
    [Parameter] public string? Placeholder { get; set; } = "请选择";
}

using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>One tab of the surrounding <see cref="Tabs"/>.</summary>
public sealed class Tab : ComponentBase, IDisposable
{
    [CascadingParameter] private Tabs Tabs { get; set; } = default!;
    [Parameter, EditorRequired] public string Key { get; set; } = "";
    [Parameter, EditorRequired] public string Title { get; set; } = "";
    [Parameter] public int? Count { get; set; }
    [Parameter, EditorRequired] public RenderFragment? ChildContent { get; set; }

    internal ElementReference Button { get; set; }

    /// <summary>A tab with content is set anew at every drawing of the tabs, in the order in which they are written.</summary>
    protected override void OnParametersSet() => Tabs.Place(this);

    public void Dispose() => Tabs.Remove(this);
}

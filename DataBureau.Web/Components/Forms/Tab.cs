using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Forms;

/// <summary>One tab of the surrounding <see cref="Tabs"/>.</summary>
public sealed class Tab : ComponentBase, IDisposable
{
    [CascadingParameter] private Tabs Tabs { get; set; } = default!;
    [Parameter, EditorRequired] public string Key { get; set; } = "";
    [Parameter, EditorRequired] public string Title { get; set; } = "";
    [Parameter] public int? Count { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    internal ElementReference Button { get; set; }

    protected override void OnInitialized() => Tabs.Add(this);

    public void Dispose() => Tabs.Remove(this);
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DataBureau.Web.Components.Forms;

/// <summary>One panel at a time; only the shown one exists. Left, right, Home and End move between tabs.</summary>
public sealed partial class Tabs
{
    private readonly string _id = "t" + Guid.NewGuid().ToString("N")[..8];
    private readonly List<Tab> _tabs = [];

    /// <summary>The shown tab's key; the first when empty or unknown. Bind it to the address so that a link opens the right tab.</summary>
    [Parameter] public string? Active { get; set; }

    [Parameter] public EventCallback<string?> ActiveChanged { get; set; }
    [Parameter] public string Label { get; set; } = "内容";
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private string? _chosen;
    private string PanelId => _id + "-panel";
    private Tab? Shown => _tabs.Find(tab => tab.Key == (ActiveChanged.HasDelegate ? Active : _chosen ?? Active)) ?? _tabs.FirstOrDefault();

    /// <summary>Behind those placed before it. As every drawing places all of them, one that appears later comes to stand where it is written, not at the end.</summary>
    internal void Place(Tab tab)
    {
        _tabs.Remove(tab);
        _tabs.Add(tab);
    }

    internal void Remove(Tab tab) => _tabs.Remove(tab);

    private string TabId(Tab tab) => $"{_id}-{_tabs.IndexOf(tab)}";

    private Task ShowAsync(Tab tab)
    {
        _chosen = tab.Key;
        return ActiveChanged.InvokeAsync(tab.Key);
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        if (_tabs.Count == 0) return;
        var at = Shown is { } shown ? _tabs.IndexOf(shown) : 0;
        int? next = key.Key switch
        {
            "ArrowRight" => (at + 1) % _tabs.Count,
            "ArrowLeft" => (at + _tabs.Count - 1) % _tabs.Count,
            "Home" => 0,
            "End" => _tabs.Count - 1,
            _ => null,
        };
        if (next is not { } index) return;
        var tab = _tabs[index];
        await ShowAsync(tab);
        await tab.Button.FocusAsync();
    }
}

using DataBureau.Web.Components.Layout;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Inbox;

/// <summary>What waits for the person who signed in, what they did, what their unit brought, and what was copied to them.</summary>
public sealed partial class Workbench : IDisposable
{
    private const string Todo = "todo";
    private const string Done = "done";
    private const string Started = "started";
    private const string Copies = "copies";

    private ListQuery _query = new();

    /// <summary>The numbers of the menu are the numbers of the tabs.</summary>
    [CascadingParameter] private NavCounts? Counts { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string Shown => _query.Tab is Done or Started or Copies ? _query.Tab : Todo;

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        if (Counts is not null)
            Counts.Changed -= OnCountsChanged;
    }

    protected override void OnInitialized()
    {
        _query = Navigation.ListQuery();
        Navigation.LocationChanged += OnLocationChanged;
        if (Counts is not null)
            Counts.Changed += OnCountsChanged;
    }

    /// <summary>Filters of one list mean nothing in another.</summary>
    private void Show(string? tab) => Navigation.NavigateTo(new ListQuery { Tab = tab is null or Todo ? "" : tab });

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (new Uri(e.Location).AbsolutePath == "/")
            _ = DrawAsync(() => _query = Navigation.ListQuery());
    }

    private void OnCountsChanged(object? sender, EventArgs e) => _ = DrawAsync(static () => { });

    private async Task DrawAsync(Action change)
    {
        try
        {
            await InvokeAsync(() =>
            {
                change();
                StateHasChanged();
            });
        }
        catch (ObjectDisposedException)
        {
            // The circuit closed between the event and the redraw.
        }
    }
}

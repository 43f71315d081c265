using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Components.Layout;

/// <summary>The left menu: what the features registered, less what the signed-in person may not open.</summary>
public sealed partial class NavMenu : IDisposable
{
    private IReadOnlyList<NavItem> _visible = [];
    private IReadOnlyList<IGrouping<string, NavItem>> _groups = [];
    private NavItem? _current;

    [Parameter, EditorRequired]
    public NavCounts Counts { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState>? AuthenticationState { get; set; }

    [Inject]
    private IEnumerable<NavItem> Items { get; set; } = default!;

    [Inject]
    private IAuthorizationService Authorization { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Counts.Changed += OnCountsChanged;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (AuthenticationState is null) return;
        var user = (await AuthenticationState).User;
        var visible = new List<NavItem>();
        foreach (var item in Items)
        {
            if (user.Identity?.IsAuthenticated != true) break;
            if (item.Policy is null || (await Authorization.AuthorizeAsync(user, item.Policy)).Succeeded) visible.Add(item);
        }
        _visible = visible;
        _groups = [.. visible.OrderBy(item => item.Order).GroupBy(item => item.Group)];
        FindCurrent();
    }

    private void FindCurrent() => _current = NavItem.Closest(_visible, new Uri(Navigation.Uri).AbsolutePath);

    private string GroupId(string group) =>
        "nav-" + _groups.Select((g, i) => (g.Key, i)).First(pair => pair.Key == group).i.ToString(CultureInfo.InvariantCulture);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args)
    {
        FindCurrent();
        StateHasChanged();
    }

    // Counts are set by whoever learns them, on any thread; a failure belongs to this circuit.
    private void OnCountsChanged(object? sender, EventArgs args) => _ = RefreshAsync();

    private async Task RefreshAsync()
    {
        try
        {
            await InvokeAsync(StateHasChanged);
        }
        catch (ObjectDisposedException)
        {
            // The circuit closed between the event and the redraw.
        }
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Counts.Changed -= OnCountsChanged;
    }
}

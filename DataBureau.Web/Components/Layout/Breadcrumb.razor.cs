using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Components.Layout;

/// <summary>Where the page is in the menu; below a menu entry, the page header supplies the last step.</summary>
public sealed partial class Breadcrumb : IDisposable
{
    /// <summary>Filled by <c>PageHeader</c>.</summary>
    public static readonly object PageTitle = new();

    private NavItem? _item;
    private bool _deeper;

    [Inject]
    private IEnumerable<NavItem> Items { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Find();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args)
    {
        Find();
        StateHasChanged();
    }

    private void Find()
    {
        var path = new Uri(Navigation.Uri).AbsolutePath;
        _item = NavItem.Closest(Items, path);
        _deeper = _item is not null && !path.Equals(_item.Href, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;
}

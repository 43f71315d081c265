using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Help;

/// <summary>Leads from every page to the help of its area.</summary>
public sealed partial class HelpLink : IDisposable
{
    private string _href = "/help";

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Read();
    }

    private void Read() => _href = HelpArea.HrefFor(new Uri(Navigation.Uri).AbsolutePath);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        Read();
        StateHasChanged();
    }
}

using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>
/// Whose figures are shown, the way up, and the choice of another: region by region down to the county, and a body of its level.
/// The choices are read when they are asked for: a page that stays open all day does not hold them.
/// </summary>
public sealed partial class ScopeBar : IDisposable
{
    private readonly string _id = "p" + Guid.NewGuid().ToString("N")[..8];
    private readonly CancellationTokenSource _leaving = new();
    private ScopeChoices? _choices;

    [Parameter, EditorRequired] public ScopeView Place { get; set; } = default!;

    /// <summary>The page; the scope and the period are added to it.</summary>
    [Parameter, EditorRequired] public string Path { get; set; } = "";

    [Inject] private DashboardService Dashboard { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    /// <summary>Once opened it follows: from the province to the city to the county.</summary>
    protected override async Task OnParametersSetAsync()
    {
        if (_choices is not null && _choices.Scope != Place.Scope)
            await ReadAsync();
    }

    private string HrefOf(ListQuery address) => Path + address.ToQueryString();

    private async Task ToggleAsync()
    {
        if (_choices is not null)
            _choices = null;
        else
            await ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            _choices = await Dashboard.ChoicesAsync(Place.Scope.Address, _leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone; nobody chooses any more.
        }
    }

    private void GoTo(string? code, string? all)
    {
        if ((string.IsNullOrEmpty(code) ? all : code) is { } region)
            Navigation.NavigateTo(HrefOf(Place.Scope.Of(region)));
    }

    private void GoToBody(string? id)
    {
        if (Guid.TryParse(id, out var body))
            Navigation.NavigateTo(HrefOf(Place.Scope.Of(body)));
        else
            GoTo(_choices is { Whole: true } ? Place.Scope.RegionCode : null, null);
    }
}

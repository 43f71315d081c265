using System.Collections.Immutable;
using DataBureau.Domain.Catalogue;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The catalogue as a list: what is shown stands in the address.</summary>
public sealed partial class CatalogueList : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ListQuery _query = new();
    private Page<CatalogueRow>? _page;
    private ImmutableHashSet<object> _selected = [];
    private BatchReport? _report;
    private string? _package;
    private bool _loading;
    private bool _busy;
    private bool _mayCompile;
    private bool _mayImport;

    [Inject] private CatalogueService Catalogue { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _leaving.Cancel();
    }

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        var actor = await Current.GetAsync();
        _mayCompile = actor?.Holds(CataloguePermissions.Compile) == true;
        _mayImport = actor?.Holds(CataloguePermissions.ImportForRegion) == true;
        await LoadAsync();
    }

    private static object RefOf(CatalogueRow row) => new EntryRef(row.Id, row.Version, row.Content.Name);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (new Uri(e.Location).AbsolutePath == "/catalogue")
            _ = InvokeAsync(LoadAndDrawAsync);
    }

    private async Task LoadAndDrawAsync()
    {
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (Exception ex)
        {
            await DispatchExceptionAsync(ex);
        }
    }

    private async Task LoadAsync()
    {
        _query = Navigation.ListQuery();
        _package = _query.Filter("package") is { Length: > 0 } package ? package : null;
        _loading = true;
        try
        {
            _page = await Catalogue.ListAsync(CatalogueFilterQuery.Read(_query), _leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone; nobody waits for the rows.
        }
        finally
        {
            _loading = false;
        }
    }

    private async Task SelectAllAsync() => _selected = [.. await Catalogue.ListRefsAsync(CatalogueFilterQuery.Read(_query), _leaving.Token)];

    private async Task SubmitAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _report = await Catalogue.ActManyAsync([.. _selected.Cast<EntryRef>()], CatalogueAction.Submit, null);
            _selected = [];
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}

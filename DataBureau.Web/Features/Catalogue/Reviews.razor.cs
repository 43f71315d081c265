using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The queue of those who judge: package by package, several at once, with one report of what became of each.</summary>
public sealed partial class Reviews : IDisposable
{
    private static readonly (string, string)[] States =
    [
        (nameof(CatalogueState.UnderReview), CatalogueState.UnderReview.ChineseName()), (nameof(CatalogueState.Approved), "待发布"), (nameof(CatalogueState.DepartmentReview), CatalogueState.DepartmentReview.ChineseName()),
    ];

    private readonly CancellationTokenSource _leaving = new();
    private ListQuery _query = new();
    private Page<ReviewRow>? _page;
    private ReviewDesk? _desk;
    private ImmutableHashSet<object> _selected = [];
    private BatchReport? _report;
    private IDisposable? _subscription;
    private Coalesced? _reload;
    private string? _comment;
    private bool _loading;
    private bool _busy;
    private bool _stale;

    [Inject] private CatalogueService Catalogue { get; set; } = default!;

    [Inject] private ReviewService Service { get; set; } = default!;

    [Inject] private WorkflowNotifier Notifier { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _subscription?.Dispose();
        _reload?.Dispose();
        _leaving.Cancel();
    }

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        _reload = new Coalesced(TimeSpan.FromSeconds(0.5), () => InvokeAsync(ReloadAsync));
        _subscription = Notifier.Subscribe(OnChangedAsync);
        await LoadAsync();
    }

    private static object RefOf(ReviewRow row) => new EntryRef(row.Row.Id, row.Row.Version, row.Row.Content.Name);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (new Uri(e.Location).AbsolutePath == "/reviews")
            _ = InvokeAsync(LoadAndDrawAsync);
    }

    private Task OnChangedAsync(CaseChanged change)
    {
        if (change.Kind == CatalogueEntry.Kind)
            _reload?.Request();
        return Task.CompletedTask;
    }

    /// <summary>New submissions appear by themselves, unless something is being chosen or done.</summary>
    private Task ReloadAsync()
    {
        _stale = _busy || _loading || _selected.Count > 0;
        return _stale ? Task.CompletedTask : LoadAndDrawAsync();
    }

    /// <summary>What changed while rows were chosen is shown when none is chosen any more.</summary>
    private void Select(ImmutableHashSet<object> selected)
    {
        _selected = selected;
        if (_stale && selected.Count == 0)
            _reload?.Request();
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
        _loading = true;
        try
        {
            _desk = await Service.DeskAsync(_leaving.Token);
            _page = await Service.ListAsync(ReviewService.Read(_query), _leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone; nobody waits for the rows.
        }
        finally
        {
            _loading = false;
            // It may have changed after the query.
            if (_stale)
                _reload?.Request();
        }
    }

    private async Task SelectAllAsync() => _selected = [.. await Service.ListRefsAsync(ReviewService.Read(_query), _leaving.Token)];

    private async Task ActAsync(CatalogueAction action)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _report = await Catalogue.ActManyAsync([.. _selected.Cast<EntryRef>()], action, _comment);
            if (_report.DoneCount > 0)
                (_selected, _comment) = ([], null);
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}

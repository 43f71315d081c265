using System.Collections.Immutable;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Components.Workflow;
using DataBureau.Web.Forms;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The queue of those who judge: package by package, several at once, with one report of what became of each.</summary>
public sealed partial class Reviews : IAsyncDisposable
{
    private static readonly (string, string)[] States =
    [
        (nameof(CatalogueState.UnderReview), CatalogueState.UnderReview.ChineseName()), (nameof(CatalogueState.Approved), "待发布"), (nameof(CatalogueState.DepartmentReview), CatalogueState.DepartmentReview.ChineseName()),
    ];

    private Actor? _actor;
    private ListQuery _query = new();
    private Page<ReviewRow>? _page;
    private ReviewDesk? _desk;
    private ImmutableHashSet<object> _selected = [];
    private BatchReport? _report;
    private UnsentWords _words = default!;
    private bool _loading;
    private bool _busy;
    private bool _stale;

    [Inject] private CatalogueService Catalogue { get; set; } = default!;

    [Inject] private ReviewService Service { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    /// <summary>What may be done with the chosen, each with those of them that admit it; the others are left alone.</summary>
    private IEnumerable<(CatalogueAction Action, IReadOnlyList<EntryRef> Entries)> Acts => _actor is not { } actor ? [] :
        from action in (CatalogueAction[])[CatalogueAction.Approve, CatalogueAction.Return, CatalogueAction.Publish]
        where action != CatalogueAction.Publish || _desk is { IsReviewer: true }
        select (action, (IReadOnlyList<EntryRef>)[.. _selected.Cast<EntryRef>().Where(e => e.Admits(action, actor))]);

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _words.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _words = new UnsentWords(Buffers, "reviews");
        Navigation.LocationChanged += OnLocationChanged;
    }

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        await _words.RestoreAsync(0);
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        base.Dispose(disposing);
    }

    protected override bool Concerns(CaseChanged change) => change.Kind == CatalogueEntry.Kind;

    /// <summary>New submissions appear by themselves, unless something is being chosen or done.</summary>
    protected override bool MayReload()
    {
        _stale = _busy || _loading || _selected.Count > 0;
        return !_stale;
    }

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        _query = Navigation.ListQuery();
        _loading = true;
        try
        {
            _actor = await Current.GetAsync();
            _desk = await Service.DeskAsync(cancellationToken);
            _page = await Service.ListAsync(ReviewService.Read(_query), cancellationToken);
        }
        finally
        {
            _loading = false;
            // It may have changed after the query.
            if (_stale)
                RequestReload();
        }
    }

    private static object RefOf(ReviewRow row) => row.Row.Ref;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (new Uri(e.Location).AbsolutePath == "/reviews")
            _ = InvokeAsync(LoadAndDrawAsync);
    }

    /// <summary>What changed while rows were chosen is shown when none is chosen any more.</summary>
    private void Select(ImmutableHashSet<object> selected)
    {
        _selected = selected;
        if (_stale && selected.Count == 0)
            RequestReload();
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

    private async Task SelectAllAsync() => _selected = [.. await Service.ListRefsAsync(ReviewService.Read(_query), Leaving)];

    private async Task ActAsync(CatalogueAction action, IReadOnlyList<EntryRef> entries)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _report = await Catalogue.ActManyAsync(entries, action, _words.Comment);
            if (_report.DoneCount > 0)
            {
                _selected = [];
                await _words.ForgetAsync();
            }

            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}

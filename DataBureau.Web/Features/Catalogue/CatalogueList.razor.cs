using System.Collections.Immutable;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The catalogue as a list: what is shown stands in the address.</summary>
public sealed partial class CatalogueList : IDisposable
{
    private static readonly IReadOnlyList<(string Value, string Text)> Sharings = [.. FilterSelect.Of<SharingAttribute>(), (CatalogueFilterQuery.Unset, "未填写")];
    private static readonly IReadOnlyList<(string Value, string Text)> Openings = [.. FilterSelect.Of<OpeningType>(), (CatalogueFilterQuery.Unset, "未填写")];

    private readonly CancellationTokenSource _leaving = new();
    private ListQuery _query = new();
    private Page<CatalogueRow>? _page;
    private ImmutableHashSet<object> _selected = [];
    private BatchReport? _report;
    private string? _package;
    private bool _loading;
    private bool _busy;
    private Actor? _actor;

    private bool MayCompile => _actor?.Holds(CataloguePermissions.Compile) == true;

    private bool MayImport => _actor?.Holds(CataloguePermissions.ImportForRegion) == true;

    /// <summary>Those of the chosen that can be submitted; the others are left alone.</summary>
    private List<EntryRef> Submittable => _actor is { } actor ? [.. _selected.Cast<EntryRef>().Where(e => e.Admits(CatalogueAction.Submit, actor))] : [];

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
        _actor = await Current.GetAsync();
        await LoadAsync();
    }

    private static object RefOf(CatalogueRow row) => row.Ref;

    /// <summary>How many are chosen stands before it.</summary>
    private string SaidOf(int submittable) => submittable == _selected.Count ? "均可提交"
        : submittable > 0 ? $"其中 {submittable} 条可提交，其余不会改动"
        : "都不能提交：只有本单位的草稿和退回件可以提交";

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
            _report = await Catalogue.ActManyAsync(Submittable, CatalogueAction.Submit, null);
            _selected = [];
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}

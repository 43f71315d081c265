using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DataBureau.Web.Features.Policies;

/// <summary>The provisions of all documents, and what each jurisdiction makes of them. Refusals link here.</summary>
public sealed partial class PolicyList : IDisposable
{
    private const string ViewKey = "view";
    private const string RulesView = "rules";

    private IReadOnlyList<(string Value, string Text)> _documents = [];
    private IReadOnlyList<(string Value, string Text)> _jurisdictions = [];
    private IReadOnlyList<(string Value, string Text)> _mechanisms = [];
    private IReadOnlyList<JurisdictionPolicy> _policies = [];
    private IReadOnlyList<Citation> _rows = [];
    private ProvisionFilter _filter = default!;
    private ListQuery _query = new();
    private int _total;

    private bool Comparing => _query.Filter(ViewKey) == RulesView;

    private string ExportHref => "/export/policies.xlsx" + (_query with { Page = 1 }).ToQueryString();

    [Inject] private PolicyLibrary Library { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        // Where nothing applies there is nothing to show: the national default has no documents of its own.
        _policies = [.. Library.Jurisdictions.Where(j => j.Packs.Count > 0)];
        _documents = [.. Library.Packs.Select(p => (p.Id, p.Title))];
        _jurisdictions = [.. _policies.Select(j => (j.Region, j.Name))];
        _mechanisms = [.. Mechanisms.All.Select(m => (m, $"{m} {Mechanisms.NameOf(m)}"))];
        Navigation.LocationChanged += OnLocationChanged;
        Read();
    }

    private void Read()
    {
        _query = ProvisionFilter.Complete(Navigation.ListQuery(), Library);
        _filter = ProvisionFilter.Read(_query, Library);
        var found = _filter.Find(Library).ToList();
        _total = found.Count;
        _query = _query with { Page = Math.Clamp(_query.Page, 1, Math.Max(1, (_total + _query.PageSize - 1) / _query.PageSize)) };
        _rows = [.. found.Skip(_query.Skip).Take(_query.PageSize)];
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args)
    {
        Read();
        StateHasChanged();
    }

    private string Href(ListQuery query) => Navigation.ListHref(query);

    // The same page of the list stays below the provision that is opened.
    private string RowHref(Citation citation) => Href(_query with { Filters = _query.Filters.SetItem(ProvisionFilter.IdKey, citation.Id) });

    private string? RowClass(Citation citation) => citation.Id == _filter.Chosen?.Id ? "selected" : null;

    // Whoever narrows the list anew is done with the provision that a link had opened.
    private void Narrow(ListQuery query) => Navigation.NavigateTo(query.WithFilter(ProvisionFilter.IdKey, null));

    private void ShowView(string? view) => Navigation.NavigateTo(_query.WithFilter(ViewKey, view == RulesView ? view : null));

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;
}

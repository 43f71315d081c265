using DataBureau.Domain.Dashboard;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>The period of the dashboard and of the brief, in the address beside the scope.</summary>
public sealed partial class PeriodBar
{
    /// <summary>Of the address, as <see cref="Read"/> gives it.</summary>
    [Parameter, EditorRequired] public ListQuery Query { get; set; } = new();

    [Parameter] public PeriodProblem? Problem { get; set; }

    /// <summary>The export's address without a query, where the page has one for the period.</summary>
    [Parameter] public string? ExportHref { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <summary>Days alone ask for these days: the choice then says so.</summary>
    public static ListQuery Read(ListQuery address) =>
        BriefPeriod.KindOf(address) == PeriodKind.Custom ? address.WithFilter(BriefPeriod.Key, nameof(PeriodKind.Custom)) : address;

    private string? MessageOf(string key) => Problem?.Key == key ? Problem.Sentence : null;

    /// <summary>重置 takes away the period, never whose figures they are; who chooses another period leaves the own days behind.</summary>
    private void Go(ListQuery query)
    {
        if (query.Filter(BriefPeriod.Key) != nameof(PeriodKind.Custom))
            query = query.WithFilter(ListNarrowing.FromKey, null).WithFilter(ListNarrowing.ToKey, null);
        foreach (var key in new[] { DashboardScope.RegionKey, ListNarrowing.OrganisationKey })
            query = query.WithFilter(key, Query.Filter(key));
        Navigation.NavigateTo(query);
    }
}

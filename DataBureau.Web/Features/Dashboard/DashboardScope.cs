using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Whose figures are shown: a region with all below it, or one organisation.</summary>
public sealed record DashboardScope(string RegionCode, string RegionName, Guid? OrganisationId = null, string? OrganisationName = null)
{
    public const string Path = "/dashboard";
    public const string RegionKey = "scope";

    /// <summary>What of the address asks for a period: it goes along to every other address.</summary>
    public ListQuery Period { get; init; } = new();

    public string Name => OrganisationName ?? RegionName;

    public RegionLevel Level => RegionCodes.Level(RegionCode);

    /// <summary>The scope in an address of the dashboard.</summary>
    public ListQuery Address => OrganisationId is { } id ? Of(id) : Of(RegionCode);

    public string Href => Path + Address.ToQueryString();

    /// <summary>What the address of every list behind a figure of this scope begins with.</summary>
    public ListQuery Rows => OrganisationId is { } id ? new ListQuery().WithFilter(ListNarrowing.OrganisationKey, id.ToString()) : RowsOf(RegionCode);

    public static ListQuery RowsOf(string regionCode) => new ListQuery().WithFilter(ListNarrowing.RegionKey, regionCode == RegionCodes.Nation ? null : regionCode);

    /// <summary>Another scope, for the same period.</summary>
    public ListQuery Of(string regionCode) => Period.WithFilter(RegionKey, regionCode);

    public ListQuery Of(Guid organisationId) => Period.WithFilter(ListNarrowing.OrganisationKey, organisationId.ToString());
}

/// <summary>A scope with those above it that the reader may go up to, the highest first.</summary>
public sealed record ScopeView(DashboardScope Scope, IReadOnlyList<DashboardScope> Above);

/// <summary>The regions of one level that can be looked at.</summary>
/// <param name="Label">市级.</param>
/// <param name="All">The region above them all, where that may be looked at as well.</param>
/// <param name="Chosen">The one that is looked at, or that lies above it; empty where it is all of them.</param>
public sealed record ScopeLevel(string Label, string? All, string Chosen, IReadOnlyList<(string Code, string Name)> Regions);

/// <param name="Whole">Whether the region itself may be looked at, not only bodies in it.</param>
/// <param name="Bodies">Of the region's own level.</param>
public sealed record ScopeChoices(DashboardScope Scope, IReadOnlyList<ScopeLevel> Levels, bool Whole, IReadOnlyList<(Guid Id, string Name)> Bodies);

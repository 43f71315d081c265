using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Whose figures are shown: a region with all below it, or one organisation.</summary>
public sealed record DashboardScope(string RegionCode, string RegionName, Guid? OrganisationId = null, string? OrganisationName = null)
{
    public const string Path = "/dashboard";
    public const string RegionKey = "scope";

    public string Name => OrganisationName ?? RegionName;

    public RegionLevel Level => RegionCodes.Level(RegionCode);

    /// <summary>The scope in an address of the dashboard.</summary>
    public ListQuery Address => OrganisationId is { } id
        ? new ListQuery().WithFilter(ListNarrowing.OrganisationKey, id.ToString())
        : new ListQuery().WithFilter(RegionKey, RegionCode);

    public string Href => Path + Address.ToQueryString();

    /// <summary>What the address of every list behind a figure of this scope begins with.</summary>
    public ListQuery Rows => OrganisationId is { } id ? new ListQuery().WithFilter(ListNarrowing.OrganisationKey, id.ToString()) : RowsOf(RegionCode);

    public static ListQuery RowsOf(string regionCode) => new ListQuery().WithFilter(ListNarrowing.RegionKey, regionCode == RegionCodes.Nation ? null : regionCode);

    public static string HrefOf(string regionCode) => Path + new ListQuery().WithFilter(RegionKey, regionCode).ToQueryString();

    public static string HrefOf(Guid organisationId) => Path + new ListQuery().WithFilter(ListNarrowing.OrganisationKey, organisationId.ToString()).ToQueryString();
}

/// <summary>A scope with those above it that the reader may go up to, the highest first.</summary>
public sealed record ScopeView(DashboardScope Scope, IReadOnlyList<DashboardScope> Above);

using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue.Tallies;

/// <summary>The numbers of entries, read without reading the entries.</summary>
internal static class CatalogueTallyQueries
{
    public static IQueryable<CatalogueTally> VisibleTo(this IQueryable<CatalogueTally> tallies, Actor actor, Permission permission) =>
        tallies.VisibleTo(actor, permission, t => t.ProviderId, t => t.RegionCode);

    /// <summary>Whether the tallies can answer how many entries the list shows under this filter.</summary>
    public static bool CanCount(CatalogueFilter filter) => string.IsNullOrWhiteSpace(filter.Search) && !filter.Narrow.HasPeriod && filter.Narrow.DueBefore is null && filter == new CatalogueFilter
    {
        Search = filter.Search, Narrow = filter.Narrow, States = filter.States, ProviderId = filter.ProviderId, RegionCode = filter.RegionCode, HeadsOnly = filter.HeadsOnly, Sharing = filter.Sharing, Opening = filter.Opening, SharingUnset = filter.SharingUnset, OpeningUnset = filter.OpeningUnset,
        Sort = filter.Sort, Descending = filter.Descending, Page = filter.Page, PageSize = filter.PageSize,
    };

    public static IQueryable<CatalogueTally> Matching(this IQueryable<CatalogueTally> tallies, CatalogueFilter filter)
    {
        tallies = filter.States.Count > 0 ? tallies.Where(t => filter.States.Contains(t.State)) : tallies.Where(t => !CatalogueQueries.Hidden.Contains(t.State));
        if (filter.ProviderId is { } provider)
            tallies = tallies.Where(t => t.ProviderId == provider);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            tallies = filter.Narrow.Own ? tallies.Where(t => t.RegionCode == region) : tallies.Where(t => t.RegionCode.StartsWith(prefix));
        }

        if (filter.HeadsOnly)
            tallies = tallies.Where(t => t.IsHead);
        if (filter.Sharing is { } sharing)
            tallies = tallies.Where(t => t.Sharing == sharing);
        if (filter.SharingUnset)
            tallies = tallies.Where(t => t.Sharing == null);
        if (filter.OpeningUnset)
            tallies = tallies.Where(t => t.Opening == null);
        if (filter.Opening is { } opening)
            tallies = tallies.Where(t => t.Opening == opening);
        return tallies;
    }

    /// <summary>The sums by key.</summary>
    public static async Task<Dictionary<TallyKey, int>> SumsAsync(this IQueryable<CatalogueTally> tallies, CancellationToken cancellationToken) => (await tallies
        .GroupBy(t => new { t.ProviderId, t.RegionCode, t.State, t.IsHead, t.Sharing, t.Opening }).Select(g => new { g.Key, Sum = g.Sum(t => t.Change) }).Where(g => g.Sum != 0).ToListAsync(cancellationToken))
        .ToDictionary(g => new TallyKey(g.Key.ProviderId, g.Key.RegionCode, g.Key.State, g.Key.IsHead, g.Key.Sharing, g.Key.Opening), g => g.Sum);

    /// <summary>The same, counted from the entries themselves.</summary>
    public static async Task<Dictionary<TallyKey, int>> CountsAsync(this IQueryable<CatalogueEntry> entries, CancellationToken cancellationToken) => (await entries
        .GroupBy(e => new { e.ProviderId, e.RegionCode, e.State, e.IsHead, e.Content.Sharing, e.Content.Opening }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken))
        .ToDictionary(g => new TallyKey(g.Key.ProviderId, g.Key.RegionCode, g.Key.State, g.Key.IsHead, g.Key.Sharing, g.Key.Opening), g => g.Count);
}

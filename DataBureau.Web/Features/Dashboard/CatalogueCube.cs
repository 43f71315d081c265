using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Features.Catalogue.Tallies;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>The tallies of a scope by region, state and class: one query, from which every figure of the catalogue is added up.</summary>
public sealed class CatalogueCube
{
    private readonly DashboardScope _scope;
    private readonly List<Cell> _cells;

    private CatalogueCube(DashboardScope scope, List<Cell> cells) => (_scope, _cells) = (scope, cells);

    public static async Task<CatalogueCube> ReadAsync(BureauDbContext db, Actor actor, DashboardScope scope, CancellationToken cancellationToken)
    {
        var cells = await db.CatalogueTallies.AsNoTracking().VisibleTo(actor, CataloguePermissions.View).Matching(Everything(scope))
            .GroupBy(t => new { t.RegionCode, t.State, t.IsHead, t.Sharing, t.Opening }).Select(g => new Cell(g.Key.RegionCode, g.Key.State, g.Key.IsHead, g.Key.Sharing, g.Key.Opening, g.Sum(t => t.Change))).ToListAsync(cancellationToken);
        return new CatalogueCube(scope, cells);
    }

    /// <summary>Whether the cube has what an address of the catalogue asks for; what lies outside its scope it has not.</summary>
    public bool Has(CatalogueFilter filter) => CatalogueTallyQueries.CanCount(filter)
        && (_scope.OrganisationId is { } id ? filter.ProviderId == id : filter.ProviderId is null && RegionCodes.Contains(_scope.RegionCode, filter.RegionCode ?? RegionCodes.Nation));

    /// <summary>As the list counts: see <see cref="CatalogueTallyQueries.Matching"/>.</summary>
    public int Count(CatalogueFilter filter)
    {
        var prefix = filter.RegionCode is { } region ? RegionCodes.Prefix(region) : string.Empty;
        return _cells.Where(c => (filter.States.Count > 0 ? filter.States.Contains(c.State) : !CatalogueQueries.Hidden.Contains(c.State))
            && (filter.Narrow is { Own: true, RegionCode: { } own } ? c.RegionCode == own : c.RegionCode.StartsWith(prefix, StringComparison.Ordinal))
            && (!filter.HeadsOnly || c.IsHead)
            && (filter.Sharing is null || c.Sharing == filter.Sharing) && (!filter.SharingUnset || c.Sharing is null)
            && (filter.Opening is null || c.Opening == filter.Opening) && (!filter.OpeningUnset || c.Opening is null)).Sum(c => c.Count);
    }

    private static CatalogueFilter Everything(DashboardScope scope) => CatalogueFilterQuery.Read(scope.Rows) with { States = Enum.GetValues<CatalogueState>() };

    private sealed record Cell(string RegionCode, CatalogueState State, bool IsHead, SharingAttribute? Sharing, OpeningType? Opening, int Count);
}

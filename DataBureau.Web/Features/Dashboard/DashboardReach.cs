using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Which scopes a person may look at: by the grants that carry the permission, whatever the address asks for.</summary>
internal static class DashboardReach
{
    /// <returns>Null when the address asks for more than the person's grants reach, for nothing that exists, or the person has no dashboard.</returns>
    public static async Task<ScopeView?> FindAsync(BureauDbContext db, Actor actor, Permission permission, ListQuery query, CancellationToken cancellationToken)
    {
        var grants = GrantsOf(actor, permission);
        if (grants.Count == 0)
            return null;
        var period = BriefPeriod.AddressOf(query);
        var regions = await db.Regions.AsNoTracking().ToDictionaryAsync(r => r.Code, r => r.Name, StringComparer.Ordinal, cancellationToken);
        var found = query.Filter(ListNarrowing.OrganisationKey) is { Length: > 0 } organisation ? await OrganisationAsync(db, grants, organisation, regions, cancellationToken)
            : query.Filter(DashboardScope.RegionKey) is { Length: > 0 } region ? OfRegion(grants, region, regions)
            : Widest(grants) is { Scope: GrantScope.Organisation } own ? await OrganisationAsync(db, grants, own.OrganisationId.ToString(), regions, cancellationToken)
            : OfRegion(grants, Widest(grants) is { Scope: GrantScope.Region } wide ? wide.RegionCode : RegionCodes.Nation, regions);
        return found is null ? null : new ScopeView(found.Scope with { Period = period }, [.. found.Above.Select(s => s with { Period = period })]);
    }

    /// <summary>The ways down from the scope of an address, level by level, and the bodies beside it. What the grants do not reach is not among them.</summary>
    public static async Task<ScopeChoices?> ChoicesAsync(BureauDbContext db, Actor actor, Permission permission, ListQuery query, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, actor, permission, query, cancellationToken) is not { Scope: var scope })
            return null;
        var grants = GrantsOf(actor, permission);
        var regions = await db.Regions.AsNoTracking().Where(r => r.Code != RegionCodes.Nation).OrderBy(r => r.Code).Select(r => new { r.Code, r.Name, Parent = r.ParentCode ?? RegionCodes.Nation }).ToListAsync(cancellationToken);
        List<string> path = [RegionCodes.Nation, .. RegionCodes.SelfAndAbove(scope.RegionCode).Reverse()];
        var levels = new List<ScopeLevel>();
        for (var i = 0; i < path.Count; i++)
        {
            var below = regions.Where(r => r.Parent == path[i] && !OrganisationRules.RegionsWithoutBureau.Contains(r.Code) && Sees(grants, r.Code)).Select(r => (r.Code, r.Name)).ToList();
            var (all, chosen) = (Sees(grants, path[i]) ? path[i] : null, i + 1 < path.Count ? path[i + 1] : "");
            // The one that stands there already is no choice.
            if (below.Count > 1 || (below.Count == 1 && (all is not null || below[0].Code != chosen)))
                levels.Add(new ScopeLevel(RegionCodes.Level(below[0].Code).ChineseName(), all, chosen, below));
        }

        var (own, whole) = (grants.Where(g => g.Scope == GrantScope.Organisation).Select(g => g.OrganisationId).Distinct().ToList(), Sees(grants, scope.RegionCode));
        var bodies = await db.Organisations.AsNoTracking().Where(o => o.AbolishedAt == null && ((whole && o.RegionCode == scope.RegionCode) || own.Contains(o.Id)))
            .OrderBy(o => o.RegionCode).ThenBy(o => o.Code).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        return new ScopeChoices(scope, levels, whole, [.. bodies.Select(o => (o.Id, o.Name))]);
    }

    private static List<Grant> GrantsOf(Actor actor, Permission permission) => [.. actor.Grants.Where(g => g.Permission == permission)];

    private static Grant Widest(List<Grant> grants) => grants.OrderByDescending(g => g.Scope).ThenBy(g => RegionCodes.Prefix(g.RegionCode).Length).ThenBy(g => g.RegionCode, StringComparer.Ordinal).First();

    private static bool Sees(List<Grant> grants, string region) => grants.Exists(g => g.Scope == GrantScope.All || (g.Scope == GrantScope.Region && RegionCodes.Contains(g.RegionCode, region)));

    private static ScopeView? OfRegion(List<Grant> grants, string region, Dictionary<string, string> names) =>
        Named(region, names) is { } scope && Sees(grants, region) ? new ScopeView(scope, Above(grants, RegionCodes.SelfAndAbove(region).Skip(1), region != RegionCodes.Nation, names)) : null;

    private static async Task<ScopeView?> OrganisationAsync(BureauDbContext db, List<Grant> grants, string text, Dictionary<string, string> names, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(text, out var id) || await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } body)
            return null;
        if (!grants.Exists(g => g.OrganisationId == id) && !Sees(grants, body.RegionCode))
            return null;
        return new ScopeView(new DashboardScope(body.RegionCode, names[body.RegionCode], id, body.Name), Above(grants, RegionCodes.SelfAndAbove(body.RegionCode), true, names));
    }

    private static List<DashboardScope> Above(List<Grant> grants, IEnumerable<string> regions, bool nation, Dictionary<string, string> names) =>
        [.. regions.Concat(nation ? [RegionCodes.Nation] : []).Where(r => Sees(grants, r)).Select(r => Named(r, names)).OfType<DashboardScope>().Reverse()];

    private static DashboardScope? Named(string region, Dictionary<string, string> names) =>
        region == RegionCodes.Nation ? new DashboardScope(region, "全部辖区") : names.TryGetValue(region, out var name) ? new DashboardScope(region, name) : null;
}

using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Who has which posts, in figures and unit by unit. Two grouped questions answer the figures, whatever the number of units.</summary>
public sealed class CoverageService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, PolicyLibrary policies, TimeProvider clock)
{
    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow());

    /// <returns>Null for someone who sees nothing, or for a region that is not theirs.</returns>
    public async Task<CoverageView?> ReadAsync(CoverageFilter filter, Permission permission, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor ? await ReadAsync(db, actor, filter, permission, cancellationToken) : null;
    }

    /// <summary>The same for an actor who has been read, in the transaction of the caller.</summary>
    internal async Task<CoverageView?> ReadAsync(BureauDbContext db, Actor actor, CoverageFilter filter, Permission permission, CancellationToken cancellationToken)
    {
        if (Widest(actor, permission) is not { } home)
            return null;
        var at = filter.RegionCode ?? (home.Scope == GrantScope.All ? RegionCodes.Nation : home.RegionCode);
        var names = await db.Regions.AsNoTracking().Where(r => at == RegionCodes.Nation || r.Code.StartsWith(RegionCodes.Prefix(at))).ToDictionaryAsync(r => r.Code, r => r.Name, StringComparer.Ordinal, cancellationToken);
        if (at != RegionCodes.Nation && !names.ContainsKey(at))
            return null;
        var groups = await GroupsAsync(db, actor, permission, filter with { RegionCode = at, Own = false, Search = null }, cancellationToken);
        var rows = groups.GroupBy(g => (Place: PlaceOf(g.RegionCode, at), g.Kind)).Select(g => Row(g.Key.Place, names.GetValueOrDefault(g.Key.Place, g.Key.Place), at, g.Key.Kind, g))
            .Where(r => r.Required + r.Suggested + r.Appointed > 0).OrderBy(r => r.RegionCode, StringComparer.Ordinal).ThenBy(r => r.Kind).ToList();
        var name = at == RegionCodes.Nation ? "全部辖区" : names[at];
        return new CoverageView(at, name, at == RegionCodes.Nation || Outside(actor, permission, RegionCodes.Parent(at)) ? null : RegionCodes.Parent(at), filter.Post,
            Row(at, name, RegionCodes.Nation, filter.Kind, groups) with { Own = false }, rows);
    }

    /// <summary>The lines of the coverage, and their sum at the end, for the export.</summary>
    public async IAsyncEnumerable<CoverageRow> StreamAsync(CoverageFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await ReadAsync(filter, OfficerPermissions.Export, cancellationToken) is not { } view)
            yield break;
        foreach (var row in view.Rows)
            yield return row;
        yield return view.Total with { RegionName = "合计" };
    }

    /// <summary>The units behind a figure.</summary>
    public async Task<Page<UnitRow>> ListAsync(CoverageFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<UnitRow>([], 0);
        var (units, schemes) = await UnitsAsync(db, actor, OfficerPermissions.View, filter, cancellationToken);
        var total = await units.CountAsync(cancellationToken);
        if (total <= (filter.Page - 1) * filter.PageSize)
            return new Page<UnitRow>([], total);
        var rows = await units.Ordered(filter).Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize).AsRows(filter.Post, db).ToListAsync(cancellationToken);
        return new Page<UnitRow>([.. rows.Select(r => Asked(r, schemes))], total);
    }

    public async IAsyncEnumerable<UnitRow> StreamUnitsAsync(CoverageFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        var (units, schemes) = await UnitsAsync(db, actor, OfficerPermissions.Export, filter, cancellationToken);
        await foreach (var row in units.Ordered(filter).AsRows(filter.Post, db).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return Asked(row, schemes);
    }

    /// <summary>The regions that have units the reader sees.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> RegionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return [];
        var regions = await db.UnitsFor(actor, OfficerPermissions.View, new CoverageFilter()).Select(o => o.RegionCode).Distinct()
            .Join(db.Regions, code => code, r => r.Code, (_, r) => new { r.Code, r.Name }).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        return [.. regions.Select(r => (r.Code, r.Name))];
    }

    private static Grant? Widest(Actor actor, Permission permission) => actor.Grants.Where(g => g.Permission == permission).OrderByDescending(g => g.Scope).ThenBy(g => RegionCodes.Prefix(g.RegionCode).Length).FirstOrDefault();

    private static bool Outside(Actor actor, Permission permission, string region) =>
        !actor.Grants.Any(g => g.Permission == permission && (g.Scope == GrantScope.All || (g.Scope == GrantScope.Region && RegionCodes.Contains(g.RegionCode, region) && region != RegionCodes.Nation)));

    /// <summary>The line a unit counts in: the region itself for its own level, else the region directly below it.</summary>
    private static string PlaceOf(string region, string at) => RegionCodes.SelfAndAbove(region).TakeWhile(r => r != at).LastOrDefault() ?? region;

    private static CoverageRow Row(string place, string name, string at, OrganisationKind? kind, IEnumerable<Group> groups)
    {
        var all = groups as IReadOnlyCollection<Group> ?? [.. groups];
        return new CoverageRow(place, name, place == at && RegionCodes.Level(at) != RegionLevel.County, place != at && RegionCodes.Level(place) != RegionLevel.County, kind, all.Sum(g => g.Units),
            all.Where(g => g.Demand == PostDemand.Required).Sum(g => g.Units), all.Where(g => g.Demand == PostDemand.Suggested).Sum(g => g.Units), all.Sum(g => g.Appointed), all.Sum(g => g.Filed),
            all.Where(g => g.Demand == PostDemand.Required).Sum(g => g.Units - g.Appointed), all.Sum(g => g.Expiring));
    }

    private static UnitRow Asked(UnitRow row, OfficerSchemes schemes) => row with { Demand = schemes.For(row.RegionCode).DemandFor(row.Post, row.Kind, row.HasItOffice) };

    /// <summary>Units alike in region, kind and IT office are asked for the same: one scheme decides for all of them.</summary>
    private async Task<List<Group>> GroupsAsync(BureauDbContext db, Actor actor, Permission permission, CoverageFilter filter, CancellationToken cancellationToken)
    {
        var units = db.UnitsFor(actor, permission, filter);
        var (post, soon) = (filter.Post, Today.AddDays(OfficerFilter.ExpiringDays));
        var schemes = await OfficerSchemeReader.ReadAsync(db, policies, cancellationToken);
        var counts = await units.GroupBy(o => new { o.RegionCode, o.Kind, o.HasItOffice }).Select(g => new { g.Key, Units = g.Count() }).ToListAsync(cancellationToken);
        var holders = await db.Officers.Where(a => a.Post == post && OfficerQueries.Held.Contains(a.State))
            .Join(units, a => a.OrganisationId, o => o.Id, (a, o) => new { o.RegionCode, o.Kind, o.HasItOffice, o.Id, a.State, a.Content.TermEndsOn })
            .GroupBy(x => new { x.RegionCode, x.Kind, x.HasItOffice })
            .Select(g => new
            {
                g.Key,
                Appointed = g.Select(x => x.Id).Distinct().Count(),
                Filed = g.Where(x => x.State == OfficerState.Filed).Select(x => x.Id).Distinct().Count(),
                Expiring = g.Where(x => x.TermEndsOn <= soon).Select(x => x.Id).Distinct().Count(),
            }).ToDictionaryAsync(x => x.Key, cancellationToken);
        return [.. counts.Select(c =>
        {
            var held = holders.GetValueOrDefault(c.Key);
            return new Group(c.Key.RegionCode, c.Key.Kind, schemes.For(c.Key.RegionCode).DemandFor(post, c.Key.Kind, c.Key.HasItOffice), c.Units, held?.Appointed ?? 0, held?.Filed ?? 0, held?.Expiring ?? 0);
        })];
    }

    private async Task<(IQueryable<Organisation> Units, OfficerSchemes Schemes)> UnitsAsync(BureauDbContext db, Actor actor, Permission permission, CoverageFilter filter, CancellationToken cancellationToken)
    {
        var schemes = await OfficerSchemeReader.ReadAsync(db, policies, cancellationToken);
        var units = db.UnitsFor(actor, permission, filter).AsNoTracking();
        var regions = filter.Figure is CoverageFigure.Required or CoverageFigure.Suggested or CoverageFigure.Vacant ? await units.Select(o => o.RegionCode).Distinct().ToListAsync(cancellationToken) : [];
        return (units.Behind(filter.Figure, schemes.Of(regions), filter.Post, db, Today), schemes);
    }

    private sealed record Group(string RegionCode, OrganisationKind Kind, PostDemand Demand, int Units, int Appointed, int Filed, int Expiring);
}

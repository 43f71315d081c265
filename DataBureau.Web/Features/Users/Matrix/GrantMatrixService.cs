using System.Runtime.CompilerServices;
using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Users.Matrix;

/// <summary>Who holds what, and which body lacks somebody: for looking, and for taking to the next inspection.</summary>
public sealed class GrantMatrixService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current)
{
    private const int Chunk = 500;

    public async Task<Page<GrantMatrixRow>> ListAsync(GrantFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return new Page<GrantMatrixRow>([], 0);
        var places = Places(db, actor, filter);
        return new Page<GrantMatrixRow>(await RowsAsync(db, places, filter.Skip, filter.Take, cancellationToken), await places.CountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<GrantMatrixRow> StreamAsync(GrantFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            yield break;
        for (var skip = 0; ; skip += Chunk)
        {
            var rows = await RowsAsync(db, Places(db, actor, filter), skip, Chunk, cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < Chunk)
                yield break;
        }
    }

    /// <summary>The bodies in use that lack somebody, all of them: a region has some hundreds.</summary>
    public async Task<Page<GrantGapRow>> GapsAsync(GrantFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return new Page<GrantGapRow>([], 0);
        var bodies = await Within(db, actor, filter).OrderBy(o => o.RegionCode).ThenBy(o => o.Code)
            .Select(o => new { o.Id, o.Name, o.Responsibilities, Region = db.Regions.Where(r => r.Code == o.RegionCode).Select(r => r.Name).First() }).ToListAsync(cancellationToken);
        var within = Within(db, actor, filter).Select(o => o.Id);
        var grants = (await db.Grants.AsNoTracking().Where(g => within.Contains(g.OrganisationId) && db.Users.Any(u => u.Id == g.UserId && u.DisabledAt == null))
            .Select(g => new { g.OrganisationId, g.UserId, g.Role }).ToListAsync(cancellationToken)).ToLookup(g => g.OrganisationId);
        var rows = bodies.Select(o => new GrantGapRow(o.Id, o.Name, o.Region, grants[o.Id].Select(g => g.UserId).Distinct().Count(), StaffRules.Missing(o.Responsibilities, [.. grants[o.Id].Select(g => g.Role)]))).Where(r => r.Missing.Count > 0).ToList();
        return new Page<GrantGapRow>([.. rows.Skip(filter.Skip).Take(filter.Take)], rows.Count);
    }

    public async IAsyncEnumerable<GrantGapRow> StreamGapsAsync(GrantFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in (await GapsAsync(filter with { Skip = 0, Take = int.MaxValue }, cancellationToken)).Rows)
            yield return row;
    }

    public async Task<IReadOnlyList<RegionChoice>> RegionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return [];
        var regions = await db.Regions.AsNoTracking().WithinReach(actor, AdministrationPermissions.People).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var top = regions.Count == 0 ? RegionLevel.Nation : regions.Min(r => r.Level);
        return [.. regions.Select(r => new RegionChoice(r.Code, r.Name, r.Level - top))];
    }

    private static IQueryable<Organisation> Within(BureauDbContext db, Actor actor, GrantFilter filter)
    {
        var bodies = db.Organisations.AsNoTracking().WithinReach(actor, AdministrationPermissions.People).Where(o => o.AbolishedAt == null);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            bodies = bodies.Where(o => o.RegionCode.StartsWith(prefix));
        }

        var people = db.Users.Having(filter.Search, u => u.DisplayName).Select(u => u.Id);
        return bodies.HavingOr(filter.Search, o => db.Grants.Any(g => g.OrganisationId == o.Id && people.Contains(g.UserId)), o => o.Name);
    }

    /// <summary>Each person in each body where they hold something.</summary>
    private static IQueryable<Place> Places(BureauDbContext db, Actor actor, GrantFilter filter)
    {
        var (bodies, role) = (Within(db, actor, filter), filter.Role);
        var places = from o in bodies
                     from u in db.Users
                     where db.Grants.Any(g => g.OrganisationId == o.Id && g.UserId == u.Id && (role == null || g.Role == role))
                     select new { o, u };
        return places.Having(filter.Search, x => x.o.Name, x => x.u.DisplayName).Select(x => new Place
        {
            UserId = x.u.Id,
            DisplayName = x.u.DisplayName,
            UserName = x.u.UserName!,
            Active = x.u.DisabledAt == null,
            OrganisationId = x.o.Id,
            OrganisationName = x.o.Name,
            RegionCode = x.o.RegionCode,
            Code = x.o.Code,
        });
    }

    private static async Task<List<GrantMatrixRow>> RowsAsync(BureauDbContext db, IQueryable<Place> places, int skip, int take, CancellationToken cancellationToken)
    {
        var page = await places.OrderBy(p => p.RegionCode).ThenBy(p => p.Code).ThenBy(p => p.DisplayName).ThenBy(p => p.UserId).Skip(skip).Take(take).ToListAsync(cancellationToken);
        var people = page.Select(p => p.UserId).Distinct().ToList();
        var grants = (await db.Grants.AsNoTracking().Where(g => people.Contains(g.UserId)).ToListAsync(cancellationToken)).ToLookup(g => (g.UserId, g.OrganisationId));
        return [.. page.Select(p => new GrantMatrixRow(p.UserId, p.DisplayName, p.UserName, p.Active, p.OrganisationId, p.OrganisationName, grants[(p.UserId, p.OrganisationId)].ToDictionary(g => g.Role, g => g.Scope)))];
    }

    private async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && actor.Holds(AdministrationPermissions.People) ? actor : null;

    private sealed class Place
    {
        public Guid UserId { get; init; }

        public string DisplayName { get; init; } = "";

        public string UserName { get; init; } = "";

        public bool Active { get; init; }

        public Guid OrganisationId { get; init; }

        public string OrganisationName { get; init; } = "";

        public string RegionCode { get; init; } = "";

        public string Code { get; init; } = "";
    }
}

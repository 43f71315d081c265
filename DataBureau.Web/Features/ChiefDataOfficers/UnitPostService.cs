using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>A unit's posts through time: who held them, and where they stood empty.</summary>
public sealed class UnitPostService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, PolicyLibrary policies, TimeProvider clock)
{
    /// <returns>Null when there is no such unit, or not for this person.</returns>
    public async Task<UnitView?> FindAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return null;
        var unit = await db.Organisations.AsNoTracking().VisibleTo(actor, OfficerPermissions.View, o => o.Id, o => o.RegionCode).FirstOrDefaultAsync(o => o.Id == organisationId, cancellationToken);
        if (unit is null)
            return null;
        var schemes = await OfficerSchemeReader.ReadAsync(db, policies, cancellationToken);
        var scheme = schemes.For(unit.RegionCode);
        var places = new[] { unit.RegionCode, scheme.SetBy ?? unit.RegionCode };
        var names = await db.Regions.AsNoTracking().Where(r => places.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken);
        var officers = await db.Officers.AsNoTracking().Where(a => a.OrganisationId == unit.Id && a.State != OfficerState.Discarded).ToListAsync(cancellationToken);
        var today = ChinaTime.DateOf(clock.GetUtcNow());
        return new UnitView(
            unit.Id, unit.Name, unit.Kind, unit.HasItOffice, unit.AbolishedAt is not null, unit.RegionCode, names[unit.RegionCode], scheme, scheme.SetBy is { } set ? names.GetValueOrDefault(set) : null, policies.For(unit.RegionCode),
            unit.AbolishedAt is null && actor.Holds(OfficerPermissions.Nominate, new CaseLocation(unit.Id, unit.RegionCode, null)),
            [.. Enum.GetValues<DataPost>().Select(post => Post(post, scheme.DemandFor(post, unit.Kind, unit.HasItOffice), [.. officers.Where(a => a.Post == post)], today)).Where(p => p.Demand != PostDemand.None || p.Stretches.Count > 0 || p.NominationId is not null)]);
    }

    /// <summary>What the scheme asks of the bodies that the actor nominates for, and is missing: unit, post, and the last day somebody held it.</summary>
    public static async Task<IReadOnlyList<(Guid UnitId, string UnitName, DataPost Post, DateOnly? LastDay)>> VacanciesAsync(BureauDbContext db, PolicyLibrary policies, IReadOnlyCollection<Guid> bodies, CancellationToken cancellationToken)
    {
        var units = await db.Organisations.AsNoTracking().Where(o => bodies.Contains(o.Id) && o.AbolishedAt == null).OrderBy(o => o.Code).Select(o => new { o.Id, o.Name, o.RegionCode, o.Kind, o.HasItOffice }).ToListAsync(cancellationToken);
        if (units.Count == 0)
            return [];
        var schemes = await OfficerSchemeReader.ReadAsync(db, policies, cancellationToken);
        // A nomination under way is on its own card of the workbench already.
        var taken = await db.Officers.AsNoTracking().Where(a => bodies.Contains(a.OrganisationId) && (OfficerQueries.Held.Contains(a.State) || a.State == OfficerState.Nominated)).Select(a => new { a.OrganisationId, a.Post }).ToListAsync(cancellationToken);
        var left = (await db.Officers.AsNoTracking().Where(a => bodies.Contains(a.OrganisationId) && a.EndedOn != null).GroupBy(a => new { a.OrganisationId, a.Post }).Select(g => new { g.Key.OrganisationId, g.Key.Post, Day = g.Max(a => a.EndedOn) })
            .ToListAsync(cancellationToken)).ToDictionary(l => (l.OrganisationId, l.Post), l => l.Day);
        return
        [
            .. from unit in units
               let scheme = schemes.For(unit.RegionCode)
               from post in Enum.GetValues<DataPost>()
               where scheme.DemandFor(post, unit.Kind, unit.HasItOffice) == PostDemand.Required && !taken.Any(t => t.OrganisationId == unit.Id && t.Post == post)
               select (unit.Id, unit.Name, post, left.GetValueOrDefault((unit.Id, post))),
        ];
    }

    private static UnitPostView Post(DataPost post, PostDemand demand, List<OfficerAppointment> officers, DateOnly today)
    {
        var held = officers.Where(a => a.Term is not null).ToList();
        var stretches = held.Select(a => new PostStretch(a.Id, a.Content.PersonName, a.Content.Acting, a.State, a.Term!.Value)).ToList();
        // In office counts as in office, also after a term that nobody has ended or extended yet.
        var terms = held.Select(a => a.IsHolding ? new Term(a.Term!.Value.From, null) : a.Term!.Value).ToList();
        if (terms.Count > 0)
            stretches.AddRange(Term.Gaps(terms, new Term(terms.Min(t => t.From), today)).Select(gap => new PostStretch(null, null, Acting: false, null, gap)));
        return new UnitPostView(post, demand, held.Any(a => a.IsHolding), officers.FirstOrDefault(a => a.State == OfficerState.Nominated)?.Id, [.. stretches.OrderByDescending(s => s.Term.From)]);
    }
}

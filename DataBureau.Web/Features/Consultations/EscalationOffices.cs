using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>The leading groups' offices to which a dissent may be brought: the city's first, the province's beside it. No rule says which of the two 上级 is.</summary>
public sealed class EscalationOffices(IDbContextFactory<BureauDbContext> contexts, CurrentUser current)
{
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ForAsync(string regionCode, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || !actor.Holds(ConsultationPermissions.Convene))
            return [];
        var above = RegionCodes.SelfAndAbove(regionCode).ToList();
        var offices = await db.Organisations.AsNoTracking().Where(o => o.AbolishedAt == null && above.Contains(o.RegionCode) && (o.Responsibilities & Responsibilities.LeadingGroupOffice) != Responsibilities.None)
            .Select(o => new { o.Id, o.Name, o.RegionCode }).ToListAsync(cancellationToken);
        return [.. offices.OrderByDescending(o => RegionCodes.Level(o.RegionCode) == RegionLevel.City).ThenBy(o => above.IndexOf(o.RegionCode)).Select(o => (o.Id, o.Name))];
    }
}

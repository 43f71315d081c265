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
            .Join(db.Regions, o => o.RegionCode, r => r.Code, (o, r) => new { o.Id, o.Name, o.RegionCode, Region = r.Name }).ToListAsync(cancellationToken);
        return [.. offices.OrderByDescending(o => RegionCodes.Level(o.RegionCode) == RegionLevel.City).ThenBy(o => above.IndexOf(o.RegionCode)).Select(o => (o.Id, Title(o.Region, o.Name)))];
    }

    /// <summary>The office a dissent was brought to, as it signs. A body that has lost the task since is called by its own name.</summary>
    internal static async Task<string?> TitleAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.Organisations.AsNoTracking().Where(o => o.Id == id).Join(db.Regions, o => o.RegionCode, r => r.Code, (o, r) => new { o.Name, Region = r.Name, o.Responsibilities }).FirstOrDefaultAsync(cancellationToken) is { } found
            ? found.Responsibilities.HasFlag(Responsibilities.LeadingGroupOffice) ? Title(found.Region, found.Name) : found.Name : null;

    /// <summary>It is brought to the leading group, not to the body whose rooms its office is in.</summary>
    private static string Title(string region, string body) => body.Contains("领导小组", StringComparison.Ordinal) ? body : $"{region}领导小组办公室（设在{body}）";
}

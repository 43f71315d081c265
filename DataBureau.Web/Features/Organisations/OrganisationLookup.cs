using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Organisations;

/// <summary>An organisation to choose.</summary>
/// <param name="Label">Its name, with the region where another has the same.</param>
public sealed record OrganisationChoice(Guid Id, string Label);

/// <summary>Finds organisations in use by a part of their name, within the reach of one permission.</summary>
public sealed class OrganisationLookup(IDbContextFactory<BureauDbContext> contexts, CurrentUser current)
{
    public const int Most = 20;

    /// <returns>Null when there is no such organisation in use within the reach.</returns>
    public async Task<string?> NameOfAsync(Permission permission, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor
            ? await db.Organisations.AsNoTracking().WithinReach(actor, permission).Where(o => o.Id == id && o.AbolishedAt == null).Select(o => o.Name).FirstOrDefaultAsync(cancellationToken)
            : null;
    }

    public async Task<IReadOnlyList<OrganisationChoice>> SearchAsync(Permission permission, string? text, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return [];
        var code = text?.Trim().ToUpperInvariant();
        var found = db.Organisations.AsNoTracking().WithinReach(actor, permission).Where(o => o.AbolishedAt == null).HavingOr(text, o => o.Code == code, o => o.Name);
        var rows = await found.OrderBy(o => o.RegionCode).ThenBy(o => o.Code).Take(Most)
            .Join(db.Regions, o => o.RegionCode, r => r.Code, (o, r) => new { o.Id, o.Name, o.RegionCode, o.Code, Region = r.Name }).OrderBy(o => o.RegionCode).ThenBy(o => o.Code).ToListAsync(cancellationToken);
        var twice = rows.GroupBy(r => r.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Select(r => new OrganisationChoice(r.Id, twice.Contains(r.Name) ? $"{r.Name}（{r.Region}）" : r.Name))];
    }
}

using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Organisations;

/// <summary>The names of a region and an organisation, for those who came by an address that has only their keys.</summary>
public sealed class PlaceNames(IDbContextFactory<BureauDbContext> contexts)
{
    public async Task<(string? Region, string? Organisation)> FindAsync(string? regionCode, Guid? organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var region = regionCode is null ? null : await db.Regions.AsNoTracking().Where(r => r.Code == regionCode).Select(r => r.Name).FirstOrDefaultAsync(cancellationToken);
        var organisation = organisationId is null ? null : await db.Organisations.AsNoTracking().Where(o => o.Id == organisationId).Select(o => o.Name).FirstOrDefaultAsync(cancellationToken);
        return (region, organisation);
    }
}

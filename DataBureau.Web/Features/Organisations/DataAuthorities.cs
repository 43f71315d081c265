using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Organisations;

/// <summary>Finds the data authority that reviews a region's catalogues: that of the same level, else the nearest above.</summary>
internal static class DataAuthorities
{
    public static async Task<Guid?> ForAsync(BureauDbContext db, string regionCode, CancellationToken cancellationToken)
    {
        var regions = RegionCodes.SelfAndAbove(regionCode).ToList();
        var authorities = await db.Organisations.AsNoTracking()
            .Where(o => o.AbolishedAt == null && (o.Responsibilities & Responsibilities.DataAuthority) != Responsibilities.None && regions.Contains(o.RegionCode))
            .Select(o => new { o.Id, o.RegionCode, o.Code }).ToListAsync(cancellationToken);
        return authorities.OrderBy(a => regions.IndexOf(a.RegionCode)).ThenBy(a => a.Code, StringComparer.Ordinal).FirstOrDefault()?.Id;
    }
}

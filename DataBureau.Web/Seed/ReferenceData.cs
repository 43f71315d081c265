using System.Reflection;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Seed;

/// <summary>Reference data that every installation needs: the regions. Rows that a bureau added or renamed stay as they are.</summary>
public static class ReferenceData
{
    public static IReadOnlyList<Region> ReadRegions()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("reference/regions.csv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(',')).Select(f => new Region
        {
            Code = f[0],
            Name = f[1],
            Level = RegionCodes.Level(f[0]),
            ParentCode = f[3].Length == 0 ? null : f[3],
        })];
    }

    public static async Task<int> EnsureAsync(BureauDbContext db, CancellationToken cancellationToken)
    {
        var known = (await db.Regions.Select(r => r.Code).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var missing = ReadRegions().Where(r => !known.Contains(r.Code)).OrderBy(r => r.Level).ToList();
        db.Regions.AddRange(missing);
        await db.SaveChangesAsync(cancellationToken);
        return missing.Count;
    }
}

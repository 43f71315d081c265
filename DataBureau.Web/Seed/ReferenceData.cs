using System.Globalization;
using System.Reflection;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Seed;

/// <summary>A place on a grid of tiles, from the upper left.</summary>
public sealed record TilePlace(int Column, int Row);

/// <summary>Reference data that every installation needs: the regions and the calendar. Rows that a bureau added, renamed or took out stay as they are.</summary>
public static class ReferenceData
{
    public static IReadOnlyList<Region> ReadRegions() => [.. Read("regions").Select(f => new Region
    {
        Code = f[0],
        Name = f[1],
        Level = RegionCodes.Level(f[0]),
        ParentCode = f[3].Length == 0 ? null : f[3],
    })];

    public static IReadOnlyList<CalendarDay> ReadCalendar() => [.. Read("holidays").Select(f => new CalendarDay(
        DateOnly.ParseExact(f[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), f[1] == "workday" ? CalendarDayKind.Workday : CalendarDayKind.Holiday, f[2]))];

    /// <summary>Where regions lie on a grid of tiles, for those provinces that have been drawn.</summary>
    public static IReadOnlyDictionary<string, TilePlace> ReadTiles() =>
        Read("tiles").ToDictionary(f => f[0], f => new TilePlace(int.Parse(f[1], CultureInfo.InvariantCulture), int.Parse(f[2], CultureInfo.InvariantCulture)), StringComparer.Ordinal);

    public static async Task<int> EnsureAsync(BureauDbContext db, CancellationToken cancellationToken)
    {
        var known = (await db.Regions.Select(r => r.Code).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var missing = ReadRegions().Where(r => !known.Contains(r.Code)).OrderBy(r => r.Level).ToList();
        db.Regions.AddRange(missing);
        var through = await db.CalendarDays.OrderByDescending(d => d.Date).Select(d => (DateOnly?)d.Date).FirstOrDefaultAsync(cancellationToken);
        // Only years after the last one there: what an administrator took out of an earlier year stays out.
        var days = ReadCalendar().Where(d => d.Date.Year > (through?.Year ?? 0)).ToList();
        if (days.Count > 0)
            await ClockSource.TouchAsync(db, ClockVersion.Calendar);
        db.CalendarDays.AddRange(days);
        await db.SaveChangesAsync(cancellationToken);
        return missing.Count;
    }

    private static IEnumerable<string[]> Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"reference/{name}.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(','));
    }
}

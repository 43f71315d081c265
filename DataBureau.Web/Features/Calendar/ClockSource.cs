using System.Collections.Frozen;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Calendar;

/// <summary>The calendar and the time limits of one moment.</summary>
public sealed record ClockFacts(WorkingCalendar Calendar, int CalendarVersion, FrozenDictionary<(string Limit, string RegionCode), TimeLimitSetting> Limits, int LimitsVersion)
{
    /// <summary>The setting of the nearest region upwards that has one; null when nobody has set any.</summary>
    public TimeLimitSetting? LimitFor(string limit, string regionCode) =>
        RegionCodes.SelfAndAbove(regionCode).Select(region => Limits.GetValueOrDefault((limit, region))).FirstOrDefault(s => s is not null);
}

/// <summary>Keeps what clocks are worked out by, and reads it again when another version is in the database.</summary>
public sealed class ClockSource
{
    private volatile ClockFacts? _kept;

    public async Task<ClockFacts> GetAsync(BureauDbContext db, CancellationToken cancellationToken = default)
    {
        var versions = await db.ClockVersions.AsNoTracking().ToListAsync(cancellationToken);
        var calendar = VersionOf(versions, ClockVersion.Calendar);
        var limits = VersionOf(versions, ClockVersion.TimeLimits);
        var kept = _kept;
        if (kept is not null && kept.CalendarVersion == calendar && kept.LimitsVersion == limits)
            return kept;
        // Rows newer than the version read before them are read again when that version is seen.
        return _kept = new ClockFacts(
            kept?.CalendarVersion == calendar ? kept.Calendar : await ReadCalendarAsync(db, cancellationToken), calendar,
            (await db.TimeLimits.AsNoTracking().ToListAsync(cancellationToken)).ToFrozenDictionary(s => (s.Limit, s.RegionCode)), limits);
    }

    /// <summary>The calendar as the rows of this context's transaction have it.</summary>
    public static async Task<WorkingCalendar> ReadCalendarAsync(BureauDbContext db, CancellationToken cancellationToken) =>
        new(await db.CalendarDays.AsNoTracking().OrderBy(d => d.Date).ToListAsync(cancellationToken));

    /// <summary>Counts a change, to be saved with it. Two at once are told apart by the version.</summary>
    public static async Task<ClockVersion> TouchAsync(BureauDbContext db, string key)
    {
        var version = await db.ClockVersions.FindAsync(key);
        if (version is null)
            db.ClockVersions.Add(version = new ClockVersion { Key = key });
        version.Version++;
        return version;
    }

    private static int VersionOf(List<ClockVersion> versions, string key) => versions.FirstOrDefault(v => v.Key == key)?.Version ?? 0;
}

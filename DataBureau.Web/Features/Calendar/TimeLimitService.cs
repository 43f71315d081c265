using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Calendar;

/// <summary>The administration of 局内时限, region by region. A change is for deadlines that begin later: those that run keep what they began with.</summary>
public sealed class TimeLimitService(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, IEnumerable<TimeLimit> limits, IEnumerable<CaseKind> kinds, TimeProvider clock)
{
    public const string Kind = "setting";

    /// <summary>The regions in the person's reach, highest first, and the person's own.</summary>
    public async Task<(IReadOnlyList<RegionChoice> Regions, string? Home)> RegionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return ([], null);
        var regions = await db.Regions.AsNoTracking().WithinReach(actor, AdministrationPermissions.TimeLimits).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var top = regions.Count == 0 ? RegionLevel.Nation : regions.Min(r => r.Level);
        return ([.. regions.Where(r => r.Level != RegionLevel.Nation && !OrganisationRules.RegionsWithoutBureau.Contains(r.Code)).Select(r => new RegionChoice(r.Code, r.Name, r.Level - top))], HomeOf(actor));
    }

    /// <summary>Every time limit as it stands in a region.</summary>
    /// <param name="regionCode">Null: the region of the person's own grant.</param>
    public async Task<IReadOnlyList<TimeLimitRow>> ListAsync(string? regionCode, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return [];
        regionCode ??= HomeOf(actor);
        var region = await db.Regions.AsNoTracking().WithinReach(actor, AdministrationPermissions.TimeLimits).FirstOrDefaultAsync(r => r.Code == regionCode, cancellationToken);
        if (region is null)
            return [];
        var above = RegionCodes.SelfAndAbove(region.Code).ToList();
        var settings = await db.TimeLimits.AsNoTracking().Where(s => above.Contains(s.RegionCode)).ToListAsync(cancellationToken);
        var names = await db.Regions.AsNoTracking().Where(r => above.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken);
        return [.. limits.Where(l => !l.IsAgreed).Select(limit => Row(limit, region, settings, names))];
    }

    /// <returns>Null when there is no such limit or region, or not for this person.</returns>
    public async Task<TimeLimitRow?> FindAsync(string limit, string regionCode, CancellationToken cancellationToken) =>
        (await ListAsync(regionCode, cancellationToken)).FirstOrDefault(r => r.Limit == limit);

    public async Task<Outcome<TimeLimitRow>> SaveAsync(string limitKey, string regionCode, int seenVersion, LimitChoice choice, int? days, string? rungs)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor || limits.FirstOrDefault(l => l.Key == limitKey && !l.IsAgreed) is not { } limit)
            return new Outcome<TimeLimitRow>.NotFound();
        var region = await db.Regions.AsNoTracking().WithinReach(actor, AdministrationPermissions.TimeLimits).FirstOrDefaultAsync(r => r.Code == regionCode && r.Level != RegionLevel.Nation);
        if (region is null)
            return Refused(CalendarRefusals.LimitOutOfReach());
        if (choice == LimitChoice.Days && days is not (>= 1 and <= CalendarRefusals.MostDays))
            return Refused(CalendarRefusals.LimitDays());
        if (ReminderRungs.Read(rungs) is not { } read)
            return Refused(CalendarRefusals.LimitRungs());
        var setting = await db.TimeLimits.FirstOrDefaultAsync(s => s.Limit == limitKey && s.RegionCode == regionCode);
        if ((setting?.Version ?? 0) != seenVersion)
            return await ConflictAsync(limitKey, regionCode);
        var before = Words(setting);
        if (choice == LimitChoice.Inherit)
        {
            if (setting is not null)
                db.TimeLimits.Remove(setting);
            setting = null;
        }
        else
        {
            if (setting is null)
                db.TimeLimits.Add(setting = new TimeLimitSetting { Id = Guid.CreateVersion7(clock.GetUtcNow()), Limit = limitKey, RegionCode = regionCode, Version = 0 });
            (setting.WorkingDays, setting.Rungs, setting.Version) = (choice == LimitChoice.Days ? days : null, read, seenVersion + 1);
        }

        await ClockSource.TouchAsync(db, ClockVersion.TimeLimits);
        audit.Add(db, actor, "settings.Edit", $"设置{region.Name}「{limit.Name}」局内时限：{Words(setting)}", Kind, $"{limitKey}/{regionCode}", new { 局内时限 = before }, new { 局内时限 = Words(setting) });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(limitKey, regionCode);
        }

        return new Outcome<TimeLimitRow>.Done((await FindAsync(limitKey, regionCode, default))!, $"已保存。{region.Name}「{limit.Name}」：{Words(setting)}。只对今后开始计时的事项生效，正在计时的期限不变。");
    }

    private static string? HomeOf(Actor actor) => actor.Grants.FirstOrDefault(g => g.Permission == AdministrationPermissions.TimeLimits)?.RegionCode;

    private static Outcome<TimeLimitRow> Refused(Refusal refusal) => new Outcome<TimeLimitRow>.Refused(refusal, null);

    private static string Words(TimeLimitSetting? setting) => setting switch
    {
        null => "沿用上级",
        { WorkingDays: { } days } => $"{days} 个工作日，{ReminderRungs.Words(setting.Rungs)}",
        _ => "不设",
    };

    private TimeLimitRow Row(TimeLimit limit, Region region, List<TimeLimitSetting> settings, Dictionary<string, string> names)
    {
        var own = settings.FirstOrDefault(s => s.Limit == limit.Key && s.RegionCode == region.Code);
        var applies = RegionCodes.SelfAndAbove(region.Code).Select(code => settings.FirstOrDefault(s => s.Limit == limit.Key && s.RegionCode == code)).FirstOrDefault(s => s is not null);
        return new TimeLimitRow(
            limit.Key, limit.Name, kinds.FirstOrDefault(k => k.Kind == limit.CaseKind)?.Name ?? "", region.Code, region.Name, own?.Version ?? 0,
            own is null ? LimitChoice.Inherit : own.WorkingDays is null ? LimitChoice.None : LimitChoice.Days, own?.WorkingDays, applies?.WorkingDays,
            (own ?? applies)?.Rungs ?? ReminderRungs.Usual, applies is null ? null : names.GetValueOrDefault(applies.RegionCode));
    }

    private async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && actor.Holds(AdministrationPermissions.TimeLimits) ? actor : null;

    private async Task<Outcome<TimeLimitRow>> ConflictAsync(string limit, string regionCode) =>
        await FindAsync(limit, regionCode, default) is { } fresh
            ? new Outcome<TimeLimitRow>.Conflict(fresh, "保存前，该时限已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<TimeLimitRow>.NotFound();
}

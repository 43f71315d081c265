using DataBureau.Domain.Access;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What silence means in a region.</summary>
/// <param name="Own">Its own setting; null where it follows the region above.</param>
/// <param name="Version">Of its own setting; 0 where it has none.</param>
/// <param name="Effective">What applies.</param>
public sealed record SilenceView(string RegionCode, string RegionName, bool? Own, int Version, bool Effective);

/// <summary>The bureau's own setting for silence, region by region: within the reach of the one who sets 局内时限.</summary>
public sealed class ConsultationSettingService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit)
{
    /// <param name="regionCode">Null: the region of the person's own grant.</param>
    /// <param name="cancellationToken">The page's.</param>
    public async Task<SilenceView?> FindAsync(string? regionCode, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return null;
        regionCode ??= actor.Grants.FirstOrDefault(g => g.Permission == AdministrationPermissions.TimeLimits)?.RegionCode;
        if (await RegionAsync(db, actor, regionCode, cancellationToken) is not { } region)
            return null;
        var own = await db.ConsultationSettings.AsNoTracking().FirstOrDefaultAsync(s => s.RegionCode == region.Code, cancellationToken);
        return new SilenceView(region.Code, region.Name, own?.SilenceIsNoObjection, own?.Version ?? 0, await ConsultationFactsReader.SilenceAsync(db, region.Code, cancellationToken));
    }

    /// <param name="silenceIsNoObjection">Null: as the region above.</param>
    public async Task<Outcome<SilenceView>> SaveAsync(string regionCode, int seenVersion, bool? silenceIsNoObjection)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor || await RegionAsync(db, actor, regionCode, default) is not { } region)
            return new Outcome<SilenceView>.Refused(WorkflowRefusals.NotPermitted(AdministrationPermissions.TimeLimits), null);
        var own = await db.ConsultationSettings.FirstOrDefaultAsync(s => s.RegionCode == regionCode);
        if ((own?.Version ?? 0) != seenVersion)
            return await ConflictAsync(regionCode);
        if (silenceIsNoObjection is not { } choice)
        {
            if (own is not null)
                db.ConsultationSettings.Remove(own);
        }
        else if (own is null)
            db.ConsultationSettings.Add(new ConsultationSetting { RegionCode = regionCode, SilenceIsNoObjection = choice });
        else
            (own.SilenceIsNoObjection, own.Version) = (choice, own.Version + 1);
        var words = silenceIsNoObjection switch { null => "沿用上级", true => "视为无意见", false => "记为未反馈" };
        audit.Add(db, actor, "settings.Edit", $"设置{region.Name}会商逾期不反馈：{words}", "setting", $"consultation.silence/{regionCode}", after: new { 逾期不反馈 = words });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(regionCode);
        }

        return new Outcome<SilenceView>.Done((await FindAsync(regionCode, default))!, $"已保存。{region.Name}会商逾期不反馈：{words}。只对今后发出的会商生效。");
    }

    private static Task<Region?> RegionAsync(BureauDbContext db, Actor actor, string? code, CancellationToken cancellationToken) =>
        db.Regions.AsNoTracking().WithinReach(actor, AdministrationPermissions.TimeLimits).FirstOrDefaultAsync(r => r.Code == code && r.Level != RegionLevel.Nation, cancellationToken);

    private async Task<Outcome<SilenceView>> ConflictAsync(string regionCode) =>
        await FindAsync(regionCode, default) is { } fresh ? new Outcome<SilenceView>.Conflict(fresh, "保存前，该设置已被其他人修改，请对照最新内容后再保存。") : new Outcome<SilenceView>.NotFound();
}

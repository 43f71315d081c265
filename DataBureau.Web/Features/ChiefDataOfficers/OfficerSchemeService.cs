using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>The administration of a bureau's own scheme of posts, region by region.</summary>
public sealed class OfficerSchemeService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, PolicyLibrary policies, TimeProvider clock)
{
    public async Task<Page<SchemeRow>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(query, cancellationToken);
        return new Page<SchemeRow>([.. rows.Skip(query.Skip).Take(query.PageSize)], rows.Count);
    }

    public async IAsyncEnumerable<SchemeRow> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await RowsAsync(query, cancellationToken))
            yield return row;
    }

    /// <returns>Null when there is no such region, or not for this person.</returns>
    public async Task<SchemeRow?> FindAsync(string regionCode, CancellationToken cancellationToken) =>
        (await RowsAsync(new ListQuery(), cancellationToken)).FirstOrDefault(r => r.RegionCode == regionCode);

    public async Task<Outcome<SchemeRow>> SaveAsync(string regionCode, int seenVersion, SchemeChoice choice, IReadOnlyList<PostScheme> lines, string? reason)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor)
            return new Outcome<SchemeRow>.NotFound();
        var region = await db.Regions.AsNoTracking().WithinReach(actor, AdministrationPermissions.OfficerScheme).FirstOrDefaultAsync(r => r.Code == regionCode && r.Level != RegionLevel.Nation);
        if (region is null)
            return Refused(OfficerRefusals.SchemeOutOfReach());
        reason = reason?.Trim();
        if (choice != SchemeChoice.Inherit && lines.All(l => l.Posts.Count == 0))
            return Refused(OfficerRefusals.SchemeEmpty());
        if (choice != SchemeChoice.Inherit && reason is not { Length: > 0 and <= OfficerSchemeSetting.ReasonLimit })
            return Refused(OfficerRefusals.SchemeReason());
        var setting = await db.OfficerSchemes.FirstOrDefaultAsync(s => s.RegionCode == regionCode);
        if ((setting?.Version ?? 0) != seenVersion)
            return await ConflictAsync(regionCode);
        var before = (await FindAsync(regionCode, default))!;
        if (choice == SchemeChoice.Inherit)
        {
            if (setting is not null)
                db.OfficerSchemes.Remove(setting);
        }
        else
        {
            if (setting is null)
                db.OfficerSchemes.Add(setting = new OfficerSchemeSetting { Id = Guid.CreateVersion7(clock.GetUtcNow()), RegionCode = regionCode, Stance = OfficerStance.Encouraged, Lines = [], Reason = reason!, Version = 0 });
            (setting.Stance, setting.Lines, setting.Reason, setting.Version) = (choice == SchemeChoice.Require ? OfficerStance.Promoted : OfficerStance.Encouraged, lines, reason!, seenVersion + 1);
        }

        audit.Add(db, actor, "settings.Edit", $"设置{region.Name}首席数据官岗位设置方案：{choice.ChineseName()}", "setting", $"officer-scheme/{regionCode}", new { 岗位设置方案 = before.Lines }, new { 岗位设置方案 = choice.ChineseName(), 设置依据 = reason });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(regionCode);
        }

        return new Outcome<SchemeRow>.Done((await FindAsync(regionCode, default))!, $"已保存。{region.Name}的岗位设置方案：{choice.ChineseName()}。");
    }

    private static Outcome<SchemeRow> Refused(Refusal refusal) => new Outcome<SchemeRow>.Refused(refusal, null);

    private async Task<List<SchemeRow>> RowsAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return [];
        var regions = await db.Regions.AsNoTracking().WithinReach(actor, AdministrationPermissions.OfficerScheme).Where(r => r.Level != RegionLevel.Nation).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var settings = await db.OfficerSchemes.AsNoTracking().ToListAsync(cancellationToken);
        var names = await db.Regions.AsNoTracking().ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken);
        var schemes = new OfficerSchemes(policies, settings);
        return
        [
            .. from region in regions
               where !OrganisationRules.RegionsWithoutBureau.Contains(region.Code) && region.Name.Contains(query.Search, StringComparison.Ordinal)
               let own = settings.Find(s => s.RegionCode == region.Code)
               where own is not null || query.Filter("own") != "1"
               let scheme = schemes.For(region.Code)
               let policy = policies.For(region.Code)
               select new SchemeRow(region.Code, region.Name, own?.Version ?? 0, own is null ? SchemeChoice.Inherit : own.Stance == OfficerStance.Promoted ? SchemeChoice.Require : SchemeChoice.Encourage, policy.ChiefDataOfficers.Stance, scheme,
                   scheme.SetBy is { } setter ? $"{names.GetValueOrDefault(setter, setter)}自设" : $"{policy.Name}规则", own?.Reason),
        ];
    }

    private async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && actor.Holds(AdministrationPermissions.OfficerScheme) ? actor : null;

    private async Task<Outcome<SchemeRow>> ConflictAsync(string regionCode) =>
        await FindAsync(regionCode, default) is { } fresh
            ? new Outcome<SchemeRow>.Conflict(fresh, "保存前，该辖区的方案已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<SchemeRow>.NotFound();
}

using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Filings;

/// <summary>Every region that files, with the body that receives it now: two tables read whole, and the rule for a single case.</summary>
internal static class RecipientTable
{
    public static Task<List<RecipientRow>> ReadAsync(BureauDbContext db, PolicyLibrary policies, Actor actor, Permission permission, int year, CancellationToken cancellationToken) =>
        ReadAsync(db, policies, db.Regions.AsNoTracking().WithinReach(actor, permission), year, cancellationToken);

    /// <param name="within">The regions that are asked about.</param>
    public static async Task<List<RecipientRow>> ReadAsync(BureauDbContext db, PolicyLibrary policies, IQueryable<Region> within, int year, CancellationToken cancellationToken)
    {
        var regions = await within.Where(r => !OrganisationRules.RegionsWithoutBureau.Contains(r.Code)).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var names = await db.Regions.AsNoTracking().ToDictionaryAsync(r => r.Code, r => r.Name, StringComparer.Ordinal, cancellationToken);
        var settings = await db.Set<FilingRecipientSetting>().AsNoTracking().ToListAsync(cancellationToken);
        var bodies = (await db.Organisations.AsNoTracking().Where(o => o.AbolishedAt == null && o.Responsibilities != Responsibilities.None)
            .OrderBy(o => o.Code).Select(o => new { o.Name, o.RegionCode, o.Responsibilities }).ToListAsync(cancellationToken)).ToLookup(o => o.RegionCode, StringComparer.Ordinal);
        return [.. from region in regions
                   from matter in FilingMatter.Of(policies.For(region.Code))
                   where matter.Levels.Contains(region.Level)
                   select Row(region, matter)];

        RecipientRow Row(Region region, FilingMatter matter)
        {
            var setting = FilingRecipients.Nearest(settings, matter.Key, region.Code, region.Level, year);
            var (to, at) = (setting?.To ?? matter.Rule.To, FilingRecipients.RegionOf(setting, matter.Rule, region.Code));
            return new RecipientRow(matter.Key, matter.Name, region.Code, region.Name, region.Level, to, names.GetValueOrDefault(at, at),
                bodies[at].FirstOrDefault(b => (b.Responsibilities & to) != Responsibilities.None)?.Name, setting?.Id,
                setting is null ? matter.Words : $"设定（{setting.FromYear} 年起）：{setting.Reason}");
        }
    }
}

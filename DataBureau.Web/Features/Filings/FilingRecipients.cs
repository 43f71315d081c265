using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Filings;

/// <summary>Finds the body that something is filed with: by the rule, or by the bureau's own setting for level and year.</summary>
internal static class FilingRecipients
{
    /// <param name="db">The context.</param>
    /// <param name="matter">What is filed: P02, J01.</param>
    /// <param name="rule">The jurisdiction's rule.</param>
    /// <param name="regionCode">The region of those who file.</param>
    /// <param name="year">The year of filing in China.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when no such body is registered.</returns>
    public static async Task<FilingRecipient?> FindAsync(BureauDbContext db, string matter, FilingRule rule, string regionCode, int year, CancellationToken cancellationToken)
    {
        var setting = await SettingAsync(db, matter, regionCode, year, cancellationToken);
        var (to, region) = (setting?.To ?? rule.To, RegionOf(setting, rule, regionCode));
        var found = await db.Organisations.AsNoTracking()
            .Where(o => o.AbolishedAt == null && o.RegionCode == region && (o.Responsibilities & to) != Responsibilities.None)
            .OrderBy(o => o.Code).Select(o => new { o.Id, o.Name }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new FilingRecipient(found.Id, found.Name, Abolished: false);
    }

    public static async Task<FilingRecipient?> ReadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.Organisations.AsNoTracking().Where(o => o.Id == id).Select(o => new FilingRecipient(o.Id, o.Name, o.AbolishedAt != null)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The setting that holds for those of a region and level in a year: of the nearest region, and there the latest.</summary>
    public static FilingRecipientSetting? Nearest(IEnumerable<FilingRecipientSetting> settings, string matter, string regionCode, RegionLevel level, int year)
    {
        var regions = RegionCodes.SelfAndAbove(regionCode).ToList();
        return settings.Where(s => s.Matter == matter && s.Level == level && s.FromYear <= year && regions.Contains(s.RegionCode))
            .OrderBy(s => regions.IndexOf(s.RegionCode)).ThenByDescending(s => s.FromYear).FirstOrDefault();
    }

    /// <summary>All that the guards of filing have to know of a case.</summary>
    public static async Task<FilingFacts> FactsAsync(
        BureauDbContext db, string caseKind, Guid caseId, string matter, FilingRule? rule, string regionCode, Guid? recipientId, int year, CancellationToken cancellationToken)
    {
        if (rule is null)
            return FilingFacts.None with { Mechanism = matter };
        var region = RegionOf(await SettingAsync(db, matter, regionCode, year, cancellationToken), rule, regionCode);
        var facts = new FilingFacts(
            rule, matter, await db.Regions.Where(r => r.Code == region).Select(r => r.Name).FirstOrDefaultAsync(cancellationToken) ?? region,
            recipientId is { } id ? await ReadAsync(db, id, cancellationToken) : null,
            await FindAsync(db, matter, rule, regionCode, year, cancellationToken),
            await db.Set<SupplementRound>().Where(r => r.CaseKind == caseKind && r.CaseId == caseId).OrderBy(r => r.Round).ToListAsync(cancellationToken));
        return facts.OpenRound is { } round ? facts with { Supplied = await db.SlotsFilledAsync(caseKind, caseId, cancellationToken, round.RequestedAt) } : facts;
    }

    /// <summary>The responsibility of the body that it is filed with: by the rule, or by the setting for level and year.</summary>
    public static async Task<Responsibilities> ResponsibilityAsync(BureauDbContext db, string matter, FilingRule rule, string regionCode, int year, CancellationToken cancellationToken) =>
        (await SettingAsync(db, matter, regionCode, year, cancellationToken))?.To ?? rule.To;

    /// <summary>The region whose body receives it: by the setting's level, or by the rule.</summary>
    public static string RegionOf(FilingRecipientSetting? setting, FilingRule rule, string regionCode) => setting?.At is { } level ? RegionCodes.At(regionCode, level) : rule.RegionFor(regionCode);

    private static async Task<FilingRecipientSetting?> SettingAsync(BureauDbContext db, string matter, string regionCode, int year, CancellationToken cancellationToken)
    {
        var (regions, level) = (RegionCodes.SelfAndAbove(regionCode).ToList(), RegionCodes.Level(regionCode));
        var settings = await db.Set<FilingRecipientSetting>().AsNoTracking()
            .Where(s => s.Matter == matter && s.Level == level && s.FromYear <= year && regions.Contains(s.RegionCode)).ToListAsync(cancellationToken);
        return Nearest(settings, matter, regionCode, level, year);
    }
}

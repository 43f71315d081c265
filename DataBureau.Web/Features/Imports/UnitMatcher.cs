using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Imports;

/// <summary>Finds the organisation that a row names by its code, its name or both, among those of a province.</summary>
internal sealed class UnitMatcher
{
    private readonly Dictionary<string, Organisation> _byCode;
    private readonly ILookup<string, Organisation> _byName;
    private readonly Organisation _target;
    private readonly string _province;
    private readonly string? _city;

    private UnitMatcher(IReadOnlyList<Organisation> organisations, Organisation target, string province, string? city)
    {
        _byCode = organisations.ToDictionary(o => o.Code, StringComparer.OrdinalIgnoreCase);
        _byName = organisations.ToLookup(o => o.NameKey, StringComparer.Ordinal);
        (_target, _province, _city) = (target, province, city);
    }

    /// <param name="target">The body that is imported for: names without a place are read as those of its level.</param>
    public static async Task<UnitMatcher> CreateAsync(BureauDbContext db, Organisation target, CancellationToken cancellationToken)
    {
        var regions = RegionCodes.SelfAndAbove(target.RegionCode).ToList();
        var names = await db.Regions.AsNoTracking().Where(r => regions.Contains(r.Code)).ToDictionaryAsync(r => r.Level, r => r.Name, cancellationToken);
        // All that the province holds: a row may name a body of another level, and is then told whose it is.
        var province = RegionCodes.Prefix(target.RegionCode)[..Math.Min(2, RegionCodes.Prefix(target.RegionCode).Length)];
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.AbolishedAt == null && o.RegionCode.StartsWith(province)).ToListAsync(cancellationToken);
        return new UnitMatcher(organisations, target, names.GetValueOrDefault(RegionLevel.Province, string.Empty), names.GetValueOrDefault(RegionLevel.City));
    }

    /// <param name="name">As written; null when the cell is blank.</param>
    /// <param name="code">As written; null when the cell is blank.</param>
    /// <param name="word">What the file calls it: 提供方, 单位.</param>
    /// <returns>The organisation; or a sentence when the two contradict each other or the name is several organisations'; or neither.</returns>
    public (Organisation? Found, string? Sentence) Find(string? name, string? code, string word)
    {
        var byCode = code is null ? null : _byCode.GetValueOrDefault(code.Trim());
        var byName = name is null ? [] : OrganisationNameKey.Keys(name, _province, _city).Select(k => _byName[k].ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
        if (byCode is not null && byName.Count > 0 && byName.All(o => o.Id != byCode.Id))
            return (null, $"{word}「{name}」与代码 {code} 不是同一个单位：该代码登记的是「{byCode.Name}」。请核对。");
        var found = byCode ?? (byName.Count == 1 ? byName[0] : byName.Where(o => o.RegionCode == _target.RegionCode).Take(2).ToList() is [var one] ? one : null);
        return found is null && byName.Count > 1
            ? (null, $"有 {byName.Count} 个单位都叫「{name}」，请在{word}代码一栏写明统一社会信用代码。")
            : (found, null);
    }
}

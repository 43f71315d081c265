using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Whose row it is: an organisation, an unknown one, or a sentence why it cannot be.</summary>
internal sealed record ProviderMatch(Guid? OrganisationId, string? UnknownName, string? Code, string? Sentence);

/// <summary>
/// Finds the organisation that a row names, by code or by name. A department's people import for their department; the
/// authority imports for every organisation of its region.
/// </summary>
internal sealed class ProviderMatcher
{
    private readonly Dictionary<(string?, string?), ProviderMatch> _known = [];
    private readonly Dictionary<string, Organisation> _byCode;
    private readonly ILookup<string, Organisation> _byName;
    private readonly Actor _actor;
    private readonly Organisation _target;
    private readonly bool _forRegion;
    private readonly string _province;
    private readonly string? _city;

    private ProviderMatcher(IReadOnlyList<Organisation> organisations, Organisation target, Actor actor, bool forRegion, string province, string? city)
    {
        _byCode = organisations.ToDictionary(o => o.Code, StringComparer.OrdinalIgnoreCase);
        _byName = organisations.ToLookup(o => o.NameKey, StringComparer.Ordinal);
        (_target, _actor, _forRegion, _province, _city) = (target, actor, forRegion, province, city);
    }

    /// <summary>Whether the actor imports for the region rather than for one organisation.</summary>
    public bool ForRegion => _forRegion;

    public static async Task<ProviderMatcher> CreateAsync(BureauDbContext db, Organisation target, Actor actor, CancellationToken cancellationToken)
    {
        var place = new CaseLocation(target.Id, target.RegionCode, null);
        var forRegion = actor.Holds(CataloguePermissions.ImportForRegion, place);
        var regions = RegionCodes.SelfAndAbove(target.RegionCode).ToList();
        var names = await db.Regions.AsNoTracking().Where(r => regions.Contains(r.Code)).ToDictionaryAsync(r => r.Level, r => r.Name, cancellationToken);
        // All that the province holds: a row may name a body of another level, and is then told whose it is.
        var province = RegionCodes.Prefix(target.RegionCode)[..Math.Min(2, RegionCodes.Prefix(target.RegionCode).Length)];
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.AbolishedAt == null && o.RegionCode.StartsWith(province)).ToListAsync(cancellationToken);
        return new ProviderMatcher(organisations, target, actor, forRegion, names.GetValueOrDefault(RegionLevel.Province, string.Empty), names.GetValueOrDefault(RegionLevel.City));
    }

    /// <summary>The organisation of a row, by the texts of its two provider cells.</summary>
    public ProviderMatch Match(string? name, string? code, bool hasColumn)
    {
        if (name is null && code is null)
            return hasColumn && _forRegion
                ? new(null, null, null, "没有填写提供方。代辖区单位导入时，每一行都要写明是哪个单位的目录。")
                : new(_target.Id, null, null, null);
        var key = (name, code);
        if (!_known.TryGetValue(key, out var match))
            _known[key] = match = Find(name, code);
        return match;
    }

    private ProviderMatch Find(string? name, string? code)
    {
        var byCode = code is null ? null : _byCode.GetValueOrDefault(code.Trim());
        var byName = name is null ? [] : OrganisationNameKey.Keys(name, _province, _city).Select(k => _byName[k].ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
        if (byCode is not null && byName.Count > 0 && byName.All(o => o.Id != byCode.Id))
            return new(null, null, null, $"提供方「{name}」与代码 {code} 不是同一个单位：该代码登记的是「{byCode.Name}」。请核对。");
        var found = byCode ?? (byName.Count == 1 ? byName[0] : byName.Where(o => o.RegionCode == _target.RegionCode).Take(2).ToList() is [var one] ? one : null);
        if (found is null && byName.Count > 1)
            return new(null, null, null, $"有 {byName.Count} 个单位都叫「{name}」，请在提供方代码一栏写明统一社会信用代码。");
        if (found is null)
            return _forRegion
                ? new(null, name, code, null)
                : new(null, null, null, $"提供方「{name ?? code}」不是本单位。您只能导入「{_target.Name}」的目录。");
        var place = new CaseLocation(found.Id, found.RegionCode, null);
        if (!_forRegion && found.Id != _target.Id)
            return new(null, null, null, $"提供方「{found.Name}」不是本单位。您只能导入「{_target.Name}」的目录。");
        return !_forRegion || _actor.Holds(CataloguePermissions.ImportForRegion, place)
            ? new(found.Id, null, null, null)
            : new(null, null, null, $"提供方「{found.Name}」不在您的管辖范围内，不能代为导入。");
    }
}

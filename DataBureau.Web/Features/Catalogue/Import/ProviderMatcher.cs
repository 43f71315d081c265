using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Imports;

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
    private readonly UnitMatcher _units;
    private readonly Actor _actor;
    private readonly Organisation _target;
    private readonly bool _forRegion;

    private ProviderMatcher(UnitMatcher units, Organisation target, Actor actor, bool forRegion) => (_units, _target, _actor, _forRegion) = (units, target, actor, forRegion);

    /// <summary>Whether the actor imports for the region rather than for one organisation.</summary>
    public bool ForRegion => _forRegion;

    public static async Task<ProviderMatcher> CreateAsync(BureauDbContext db, Organisation target, Actor actor, CancellationToken cancellationToken) =>
        new(await UnitMatcher.CreateAsync(db, target, cancellationToken), target, actor, actor.Holds(CataloguePermissions.ImportForRegion, new CaseLocation(target.Id, target.RegionCode, null)));

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
        var (found, sentence) = _units.Find(name, code, "提供方");
        if (sentence is not null)
            return new(null, null, null, sentence);
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

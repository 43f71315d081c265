using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>Whether a unit is asked to have a post.</summary>
public enum PostDemand
{
    [ChineseName("不要求")] None,

    /// <summary>Shown when missing, not counted as vacant.</summary>
    [ChineseName("建议设")] Suggested,

    [ChineseName("应设")] Required,
}

/// <summary>The scheme that holds in a region: the jurisdiction's, or the bureau's own.</summary>
/// <param name="SetBy">The region whose bureau set it; null where it is the jurisdiction's.</param>
public sealed record OfficerScheme(OfficerStance Stance, IReadOnlyList<PostScheme> Lines, string? SetBy)
{
    /// <summary>What a missing post means here.</summary>
    public PostDemand Weight => Stance switch
    {
        OfficerStance.Promoted => PostDemand.Required,
        OfficerStance.Encouraged => PostDemand.Suggested,
        OfficerStance.Silent => PostDemand.None,
    };

    public PostDemand DemandFor(DataPost post, OrganisationKind kind, bool hasItOffice) =>
        Lines.Any(l => l.Posts.Contains(post) && l.Covers(kind, hasItOffice)) ? Weight : PostDemand.None;

    public IEnumerable<DataPost> PostsFor(OrganisationKind kind, bool hasItOffice) => Enum.GetValues<DataPost>().Where(p => DemandFor(p, kind, hasItOffice) != PostDemand.None);
}

/// <summary>A bureau's own scheme for its region and those below; not a rule of law.</summary>
public sealed class OfficerSchemeSetting
{
    public const int ReasonLimit = 200;

    public required Guid Id { get; init; }

    public required string RegionCode { get; init; }

    public required OfficerStance Stance { get; set; }

    public required IReadOnlyList<PostScheme> Lines { get; set; }

    /// <summary>The document or decision it rests on.</summary>
    public required string Reason { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>
/// Finds the scheme of a region. The nearest word wins: a province's setting does not override a city's own regulation; at
/// one place the bureau's setting stands before the jurisdiction's default.
/// </summary>
public sealed class OfficerSchemes(PolicyLibrary policies, IEnumerable<OfficerSchemeSetting> settings)
{
    private readonly Dictionary<string, OfficerScheme> _set = settings.ToDictionary(s => s.RegionCode, s => new OfficerScheme(s.Stance, s.Lines, s.RegionCode), StringComparer.Ordinal);
    private readonly Dictionary<string, OfficerScheme> _ofPolicies = new(StringComparer.Ordinal);

    public OfficerScheme For(string regionCode)
    {
        var policy = policies.For(regionCode);
        foreach (var region in RegionCodes.SelfAndAbove(regionCode).Append(RegionCodes.Nation))
        {
            if (_set.TryGetValue(region, out var own))
                return own;
            if (region == policy.Region)
                break;
        }

        if (!_ofPolicies.TryGetValue(policy.Region, out var scheme))
            _ofPolicies[policy.Region] = scheme = new OfficerScheme(policy.ChiefDataOfficers.Stance, policy.ChiefDataOfficers.Scheme, SetBy: null);
        return scheme;
    }

    /// <summary>The regions under each scheme, for questions to the database.</summary>
    public IEnumerable<(OfficerScheme Scheme, IReadOnlyList<string> Regions)> Of(IEnumerable<string> regionCodes) =>
        regionCodes.GroupBy(For).Select(g => (g.Key, (IReadOnlyList<string>)[.. g]));
}

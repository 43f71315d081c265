using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;

namespace DataBureau.Domain.Filings;

/// <summary>Something that a jurisdiction wants filed.</summary>
/// <param name="Key">The mechanism, P02.</param>
/// <param name="Name">大数据发展应用规划.</param>
/// <param name="Levels">Who files: bodies of these levels.</param>
/// <param name="Rule">With whom, by the rule.</param>
public sealed record FilingMatter(string Key, string Name, IReadOnlyList<RegionLevel> Levels, FilingRule Rule)
{
    public static IEnumerable<FilingMatter> Of(JurisdictionPolicy policy) =>
        policy.Plans.Kinds.Where(k => k.Filing is not null).Select(k => new FilingMatter(k.Kind, k.Name, k.Levels, k.Filing!));

    /// <summary>All matters of all jurisdictions, each once.</summary>
    public static IReadOnlyList<FilingMatter> All(PolicyLibrary policies) => [.. policies.Jurisdictions.SelectMany(Of).DistinctBy(m => m.Key).OrderBy(m => m.Key, StringComparer.Ordinal)];
}

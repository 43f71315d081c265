using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;

namespace DataBureau.Domain.Filings;

/// <summary>Something that a jurisdiction wants filed with, or consented to by, another body.</summary>
/// <param name="Key">The mechanism, P02.</param>
/// <param name="Name">大数据发展应用规划.</param>
/// <param name="Levels">Who files: bodies of these levels.</param>
/// <param name="Rule">With whom, unless a setting says otherwise.</param>
/// <param name="ByPractice">No document asks for it: it is what bureaux do.</param>
public sealed record FilingMatter(string Key, string Name, IReadOnlyList<RegionLevel> Levels, FilingRule Rule, bool ByPractice = false)
{
    /// <summary>Why this recipient where nothing is set.</summary>
    public string Words => ByPractice ? $"按惯例：{Rule.Words}（条文未规定备案）" : $"按规则：{Rule.Words}";

    public static IEnumerable<FilingMatter> Of(JurisdictionPolicy policy)
    {
        foreach (var kind in policy.Plans.Kinds.Where(k => k.Filing is not null))
            yield return new FilingMatter(kind.Kind, kind.Name, kind.Levels, kind.Filing!);
        if (policy.Projects.ImplementationFiling is { } plans)
            yield return new FilingMatter("J01", Mechanisms.NameOf("J01"), plans.Levels, plans.Filing);
        if (policy.Projects.DigitalBase is { } bases)
            yield return new FilingMatter("J02", Mechanisms.NameOf("J02"), bases.Levels, bases.Consent);
        if (policy.ChiefDataOfficers.Stance != OfficerStance.Silent)
            yield return new FilingMatter("D01", Mechanisms.NameOf("D01"), [RegionLevel.Province, RegionLevel.City, RegionLevel.County], policy.ChiefDataOfficers.Filing, ByPractice: true);
    }

    /// <summary>All matters of all jurisdictions, each once.</summary>
    public static IReadOnlyList<FilingMatter> All(PolicyLibrary policies) => [.. policies.Jurisdictions.SelectMany(Of).DistinctBy(m => m.Key).OrderBy(m => m.Key, StringComparer.Ordinal)];
}

using DataBureau.Domain.Catalogue;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Projects;

namespace DataBureau.Domain.Policy;

/// <summary>One choice of a vocabulary, under the word that this jurisdiction uses.</summary>
public sealed record PolicyOption<T>(T Value, string Label)
    where T : struct, Enum;

/// <summary>S01–S03: which sharing classes there are, and what a restriction has to show.</summary>
public sealed record SharingPolicy(
    IReadOnlyList<PolicyOption<SharingAttribute>> Options,
    IReadOnlyList<SharingAttribute> ReasonRequiredFor,
    IReadOnlyList<SharingAttribute> BasisRequiredFor,
    IReadOnlyList<LegalBasisRank> BasisRanks,
    bool ConditionalSubTypes,
    bool Temporary)
{
    public string Label(SharingAttribute value) => Options.FirstOrDefault(o => o.Value == value)?.Label ?? value.ChineseName();
}

public enum OpeningScheme
{
    [ChineseName("三类")] ThreeWay,
    [ChineseName("两类")] TwoWay,
    [ChineseName("负面清单")] NegativeList,
    [ChineseName("年度清单")] AnnualList,
    [ChineseName("是否开放")] Plain,
}

/// <summary>O01, O02, O05: how opening is expressed, and what is done to data before it is opened.</summary>
public sealed record OpeningPolicy(
    OpeningScheme Scheme,
    IReadOnlyList<PolicyOption<OpeningType>> Options,
    IReadOnlyList<OpeningType> BasisRequiredFor,
    IReadOnlyList<OpeningPreparation> Preparations,
    string? Note)
{
    public string Label(OpeningType value) => Options.FirstOrDefault(o => o.Value == value)?.Label ?? value.ChineseName();
}

/// <summary>Who reviews a catalogue.</summary>
public enum CatalogueReviewer
{
    [ChineseName("本级数据主管部门")] SameLevelDataAuthority,
}

public sealed record CataloguePolicy(CatalogueReviewer Reviewer, string? ReviewNote, string? PublicationNote);

/// <summary>The rules of one jurisdiction: its own where it has some, its province's otherwise.</summary>
public sealed class JurisdictionPolicy(
    string region, string name, IReadOnlyList<RegulationPack> packs, SharingPolicy sharing, OpeningPolicy opening, CataloguePolicy catalogue, PlanPolicy plans, ProjectPolicy projects, ChiefDataOfficerPolicy officers)
{
    private readonly Dictionary<string, LegalBasis> _bases = packs
        .SelectMany(p => p.Provisions.SelectMany(v => v.Mechanisms.Select(m => (Mechanism: m, Citation: new Citation(p, v)))))
        .GroupBy(x => x.Mechanism, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => new LegalBasis(g.Key, [.. g.Select(x => x.Citation)]), StringComparer.Ordinal);

    public string Region => region;

    public string Name => name;

    /// <summary>The documents that apply, nearest first.</summary>
    public IReadOnlyList<RegulationPack> Packs => packs;

    public SharingPolicy Sharing => sharing;

    public OpeningPolicy Opening => opening;

    public CataloguePolicy Catalogue => catalogue;

    public PlanPolicy Plans => plans;

    public ProjectPolicy Projects => projects;

    public ChiefDataOfficerPolicy ChiefDataOfficers => officers;

    /// <summary>The provisions a mechanism rests on here, or null where no rule asks for it.</summary>
    public LegalBasis? BasisOf(string mechanism) => _bases.GetValueOrDefault(mechanism);
}

using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>How strongly a jurisdiction wants the posts, D01.</summary>
public enum OfficerStance
{
    [ChineseName("未作规定")] Silent,

    /// <summary>Suggested: a missing post is shown, not counted as missing.</summary>
    [ChineseName("鼓励")] Encouraged,

    [ChineseName("推行")] Promoted,
}

/// <summary>The posts of the scheme.</summary>
public enum DataPost
{
    [ChineseName("首席数据官")] ChiefDataOfficer,
    [ChineseName("首席数据官副职")] Deputy,
    [ChineseName("首席数据执行官")] Executive,
    [ChineseName("数据专员")] Steward,
}

/// <summary>What a person is in the unit.</summary>
public enum PersonRank
{
    [ChineseName("单位主要负责人")] UnitHead,
    [ChineseName("单位负责人（副职）")] DeputyHead,
    [ChineseName("内设机构负责人")] SectionHead,
    [ChineseName("工作人员")] Staff,
}

/// <summary>One line of the scheme: which units should have which posts.</summary>
/// <param name="Kinds">The kinds of unit.</param>
/// <param name="HasItOffice">Only units with (true) or without (false) an IT office of their own; null for both.</param>
/// <param name="Posts">The posts they should have.</param>
public sealed record PostScheme(IReadOnlyList<OrganisationKind> Kinds, bool? HasItOffice, IReadOnlyList<DataPost> Posts)
{
    public bool Covers(OrganisationKind kind, bool hasItOffice) => Kinds.Contains(kind) && (HasItOffice is null || HasItOffice == hasItOffice);
}

/// <summary>What a jurisdiction says of chief data officers, and the bureau's own scheme where no rule says who needs which post.</summary>
/// <param name="Stance">推行, 鼓励, or nothing said.</param>
/// <param name="Scheme">The scheme to begin with; the bureau may set its own.</param>
/// <param name="RankGate">Ranks from which a chief data officer is chosen.</param>
/// <param name="Filing">With whom appointments are filed; practice, not a rule of the documents.</param>
/// <param name="Note">What the rule leaves open.</param>
public sealed record ChiefDataOfficerPolicy(OfficerStance Stance, IReadOnlyList<PostScheme> Scheme, IReadOnlyList<PersonRank> RankGate, FilingRule Filing, string? Note);

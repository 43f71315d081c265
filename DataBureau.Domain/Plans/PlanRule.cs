using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;

namespace DataBureau.Domain.Plans;

/// <summary>Who approves a kind of plan.</summary>
public enum PlanApprover
{
    /// <summary>The rule names no approval.</summary>
    [ChineseName("未规定批准环节")] None,

    [ChineseName("本级人民政府")] SameLevelGovernment,
}

/// <summary>A plan that one of this kind has to rest on.</summary>
/// <param name="Key">Stable within the kind.</param>
/// <param name="Name">全省大数据发展应用总体规划.</param>
/// <param name="Kind">The kind of plan in this system, or null for one that is kept elsewhere.</param>
public sealed record UpstreamRule(string Key, string Name, string? Kind);

/// <summary>When a material has to be there.</summary>
public enum MaterialStage
{
    [ChineseName("内审前")] Review,
    [ChineseName("登记批准前")] Approval,
    [ChineseName("报备前")] Filing,
}

/// <summary>A material on the checklist of a kind of plan.</summary>
/// <param name="Key">Stable within the kind.</param>
/// <param name="Name">规划文本.</param>
/// <param name="Stage">When it has to be there.</param>
/// <param name="Required">Whether nothing goes on without it.</param>
/// <param name="ByRule">A provision names the material. Where none does, the bureau asks for it, and no provision is cited.</param>
public sealed record MaterialRule(string Key, string Name, MaterialStage Stage, bool Required, bool ByRule = false);

/// <summary>What a jurisdiction says of one kind of plan: P01–P09 of the domain dossier.</summary>
/// <param name="Kind">The mechanism that names the kind; its provisions are the basis.</param>
/// <param name="Name">大数据发展应用规划.</param>
/// <param name="Levels">Which levels of government have one.</param>
/// <param name="Drafters">The bodies that may draft it: any of these responsibilities.</param>
/// <param name="DrafterWords">The drafter in the words of the rule.</param>
/// <param name="Approver">Who approves it.</param>
/// <param name="Filing">With whom it is filed once approved; null where no rule asks for filing.</param>
/// <param name="Published">Whether the rule asks for publication.</param>
/// <param name="Upstream">The plans it must rest on.</param>
/// <param name="Materials">Its checklist.</param>
/// <param name="Note">What the rule leaves open.</param>
public sealed record PlanRule(
    string Kind, string Name, IReadOnlyList<RegionLevel> Levels, IReadOnlyList<Responsibilities> Drafters, string DrafterWords, PlanApprover Approver, FilingRule? Filing, bool Published,
    IReadOnlyList<UpstreamRule> Upstream, IReadOnlyList<MaterialRule> Materials, string? Note)
{
    public bool MayDraft(Responsibilities held) => Drafters.Any(d => (held & d) != Responsibilities.None);
}

/// <summary>The kinds of plan of a jurisdiction.</summary>
public sealed record PlanPolicy(IReadOnlyList<PlanRule> Kinds)
{
    public PlanRule? Find(string kind) => Kinds.FirstOrDefault(k => k.Kind == kind);

    public IEnumerable<PlanRule> At(RegionLevel level) => Kinds.Where(k => k.Levels.Contains(level));
}

namespace DataBureau.Domain.Plans;

/// <summary>P10: whether the work has been written into the plan for economic and social development. A check item, no workflow.</summary>
public enum NationalPlanCheck
{
    [ChineseName("未核对")] NotChecked,
    [ChineseName("已纳入")] Included,
    [ChineseName("未纳入")] NotIncluded,
}

/// <summary>An upstream plan that is cited, in the version that was read.</summary>
/// <param name="Key">The <see cref="UpstreamRule.Key"/> it answers.</param>
/// <param name="PlanId">The plan in this system, where it is one.</param>
/// <param name="Name">Its name, also where it is kept elsewhere.</param>
/// <param name="Version">Document number, or edition and date.</param>
public sealed record UpstreamCitation(string Key, Guid? PlanId, string Name, string Version);

/// <summary>The government's approval, as the drafting body registers it.</summary>
/// <param name="OrganId">The approving government.</param>
/// <param name="Number">文号, e.g. 并政发〔2026〕12号.</param>
/// <param name="Date">Date of the document.</param>
public sealed record PlanApproval(Guid? OrganId, string? Number, DateOnly? Date)
{
    public static readonly PlanApproval Empty = new(null, null, null);
}

/// <summary>What a plan says of itself, as the drafting body fills it in.</summary>
public sealed record PlanContent
{
    public string Title { get; init; } = string.Empty;

    /// <summary>First year of the period it covers.</summary>
    public int? PeriodFrom { get; init; }

    public int? PeriodTo { get; init; }

    public string? Summary { get; init; }

    /// <summary>The departments it was drafted with (会同部门).</summary>
    public string? DraftedWith { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public NationalPlanCheck NationalPlan { get; init; }

    /// <summary>Where it is written in, or why not yet.</summary>
    public string? NationalPlanNote { get; init; }

    public IReadOnlyList<UpstreamCitation> Upstream { get; init; } = [];

    public PlanApproval Approval { get; init; } = PlanApproval.Empty;

    public DateOnly? PublishedOn { get; init; }

    /// <summary>Where it was published: gazette, web page.</summary>
    public string? PublishedIn { get; init; }
}

/// <summary>The parts of a plan that can be changed in a state.</summary>
[Flags]
public enum PlanParts
{
    [ChineseName("无")] None = 0,
    [ChineseName("规划内容")] Content = 1,
    [ChineseName("批准信息")] Approval = 2,
    [ChineseName("公布信息")] Publication = 4,
}

using DataBureau.Domain.Numbers;

namespace DataBureau.Domain.Projects;

/// <summary>How far the consultation about a case has come.</summary>
public enum ConsultationStage
{
    [ChineseName("未发起")] None,
    [ChineseName("会商中")] Open,
    [ChineseName("已有结论")] Concluded,

    /// <summary>Concluded on a content that was changed afterwards: what was agreed to is not what is to be decided.</summary>
    [ChineseName("会商之后内容有修改")] Outdated,
}

/// <summary>What became of a project of an annual plan after the consultation on the plan was begun.</summary>
public enum ListedChange
{
    [ChineseName("列入")] Added,
    [ChineseName("修改")] Edited,
    [ChineseName("终止")] Ended,
    [ChineseName("移出")] Struck,
}

/// <summary>A project of the list that is no longer what was consulted on.</summary>
public sealed record ListedProjectChange(string Name, ListedChange Change);

/// <summary>The consultation about a case, as the gates see it.</summary>
public sealed record ConsultationFact(ConsultationStage Stage, Guid? Id, string? Number)
{
    public static readonly ConsultationFact None = new(ConsultationStage.None, null, null);

    /// <summary>Which projects of a plan made it outdated; empty where the change is in the case itself.</summary>
    public IReadOnlyList<ListedProjectChange> Changes { get; init; } = [];

    /// <summary>The consultation once it is known what has changed since it was begun: in the case itself, and in the projects of its list.</summary>
    public ConsultationFact Against(bool contentChanged, IReadOnlyList<ListedProjectChange> changes) =>
        Stage == ConsultationStage.Concluded && (contentChanged || changes.Count > 0) ? this with { Stage = ConsultationStage.Outdated, Changes = changes } : this;

    /// <summary>Whether another one may be begun.</summary>
    public bool MayBegin => Stage is ConsultationStage.None or ConsultationStage.Outdated;
}

/// <summary>A platform or component of the register that a reuse table may name.</summary>
public sealed record RegisteredComponent(Guid Id, string Name, string NameKey, bool Retired);

/// <summary>What stands around a project and its guards have to know; read with it, never stored.</summary>
public sealed record ProjectFacts
{
    public static readonly ProjectFacts None = new();

    public ConsultationFact Consultation { get; init; } = ConsultationFact.None;

    /// <summary>The reserved numbers that the reply may get.</summary>
    public NumberChoice Numbers { get; init; } = NumberChoice.None;

    /// <summary>The annual plan it is on; null for a project of another track.</summary>
    public AnnualPlanState? PlanState { get; init; }

    public string? PlanTitle { get; init; }

    public int DataItemCount { get; init; }

    /// <summary>What the acceptance gate finds; empty where it has not been asked.</summary>
    public IReadOnlyList<DataItemFinding> Findings { get; init; } = [];

    /// <summary>Matches to entries of another name than was planned; they bar nothing.</summary>
    public IReadOnlyList<DataItemDifference> Differing { get; init; } = [];

    /// <summary>Approved items that were left out with consent.</summary>
    public IReadOnlyList<DataItemRelease> Released { get; init; } = [];

    /// <summary>J05: what the register of the region and those above it has of what the reuse table names.</summary>
    public IReadOnlyList<RegisteredComponent> Register { get; init; } = [];

    /// <summary>Keys of the names of the components that are registered for this project.</summary>
    public IReadOnlySet<string> RegisteredComponents { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}

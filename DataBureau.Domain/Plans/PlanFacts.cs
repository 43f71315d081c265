using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;

namespace DataBureau.Domain.Plans;

/// <summary>A plan cited as upstream, as the guards see it.</summary>
public sealed record UpstreamFact(Guid Id, string Kind, string RegionCode, PlanState State, string Title);

/// <summary>What stands around a plan and its guards have to know; read with it, never stored.</summary>
public sealed record PlanFacts
{
    public static readonly PlanFacts None = new();

    /// <summary>What the drafting body is responsible for.</summary>
    public Responsibilities DrafterHolds { get; init; }

    public FilingFacts Filing { get; init; } = FilingFacts.None;

    public Organisation? ApprovingOrgan { get; init; }

    /// <summary>Keys of the materials that are attached.</summary>
    public IReadOnlySet<string> Materials { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public IReadOnlyList<UpstreamFact> Upstream { get; init; } = [];

    /// <summary>Whether a later edition is being made.</summary>
    public bool LaterEditionUnderWay { get; init; }
}

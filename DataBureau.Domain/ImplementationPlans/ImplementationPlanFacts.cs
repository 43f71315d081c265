using DataBureau.Domain.Filings;

namespace DataBureau.Domain.ImplementationPlans;

/// <summary>What stands around an implementation plan and its guards have to know.</summary>
/// <param name="Filing">With whom it is filed, and the rounds of supplement.</param>
/// <param name="Materials">Keys of the materials that are attached.</param>
/// <param name="LaterEditionUnderWay">Whether a later edition is being made.</param>
public sealed record ImplementationPlanFacts(FilingFacts Filing, IReadOnlySet<string> Materials, bool LaterEditionUnderWay)
{
    public static readonly ImplementationPlanFacts None = new(FilingFacts.None, new HashSet<string>(StringComparer.Ordinal), LaterEditionUnderWay: false);
}

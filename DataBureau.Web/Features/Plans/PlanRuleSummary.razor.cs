using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>What the rules ask of a kind of plan, in words.</summary>
public sealed partial class PlanRuleSummary
{
    [Parameter, EditorRequired] public PlanRule Rule { get; set; } = default!;

    [Parameter] public LegalBasis? Basis { get; set; }

    /// <summary>With upstream plans and materials.</summary>
    [Parameter] public bool Full { get; set; }
}

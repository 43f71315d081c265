using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Plans;

/// <summary>The rule of the plan's kind in words, and the provisions behind it.</summary>
public sealed partial class PlanBasisTab
{
    [Parameter, EditorRequired] public PlanDetailView View { get; set; } = default!;
}

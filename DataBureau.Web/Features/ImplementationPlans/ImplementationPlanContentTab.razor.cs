using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>What the department says of its project, and how it was filed.</summary>
public sealed partial class ImplementationPlanContentTab
{
    [Parameter, EditorRequired] public ImplementationPlanView View { get; set; } = default!;
}

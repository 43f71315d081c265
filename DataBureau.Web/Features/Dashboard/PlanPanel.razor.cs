using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Plans and chief data officers on the dashboard.</summary>
public sealed partial class PlanPanel
{
    [Parameter] public PlanSection? Plans { get; set; }

    [Parameter] public OfficerSection? Officers { get; set; }

    [Parameter, EditorRequired] public DashboardScope Scope { get; set; } = default!;
}

using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>Projects, consultations and digital bases on the dashboard.</summary>
public sealed partial class WorkPanel
{
    [Parameter, EditorRequired] public WorkSection View { get; set; } = default!;

    [Parameter, EditorRequired] public DashboardScope Scope { get; set; } = default!;

    [Parameter, EditorRequired] public BriefPeriod Period { get; set; } = default!;
}

using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>What exists and is reused, and what shared components the project adds.</summary>
public sealed partial class ProjectReuseTab
{
    [Parameter, EditorRequired] public ProjectDetailView View { get; set; } = default!;
}

using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>The judgement on 信息化 content and the consultation that follows from it.</summary>
public sealed partial class ProjectConsultation
{
    [Parameter, EditorRequired] public ProjectDetailView View { get; set; } = default!;
}

using DataBureau.Domain.Projects;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>What the project says of itself.</summary>
public sealed partial class ProjectContentTab
{
    /// <summary>In the page's title, or in tables of their own.</summary>
    private static readonly string[] Elsewhere = [nameof(ProjectContent.Name), nameof(ProjectContent.Systems), nameof(ProjectContent.Reuse), nameof(ProjectContent.Outsourcing), nameof(ProjectContent.NewComponents)];

    [Parameter, EditorRequired] public ProjectDetailView View { get; set; } = default!;
}

using DataBureau.Domain.Policy;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>The provisions behind the gates of projects and annual plans.</summary>
public sealed partial class ProjectBasisTab
{
    private static readonly string[] Shown = ["J03", "J04", "J05", "J06", "J07", "J08", "J09", "J10", "J11"];

    [Parameter, EditorRequired] public JurisdictionPolicy Policy { get; set; } = default!;
}

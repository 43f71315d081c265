using DataBureau.Domain.Projects;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>What bars no acceptance and whoever accepts has to know: items left out with consent, entries of another name than was planned.</summary>
public sealed partial class ProjectListRemarks
{
    [Parameter, EditorRequired] public ProjectFacts Facts { get; set; } = default!;

    [Parameter] public EventCallback OnList { get; set; }
}

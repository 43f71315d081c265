using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>The project list of an annual plan, from a workbook.</summary>
public sealed partial class ProjectsImport
{
    [Parameter] public Guid Id { get; set; }

    [Inject] private ProjectImportService Import { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "file")]
    private Guid? File { get; set; }
}

using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>The data list of a project, from a workbook.</summary>
public sealed partial class DataListImport
{
    [Parameter] public Guid Id { get; set; }

    [Inject] private ProjectImportService Import { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "file")]
    private Guid? File { get; set; }
}

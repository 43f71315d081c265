using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Users.Import;

/// <summary>Grants from a workbook.</summary>
public sealed partial class GrantImport
{
    [Inject] private PeopleImportService Import { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "file")]
    private Guid? File { get; set; }
}

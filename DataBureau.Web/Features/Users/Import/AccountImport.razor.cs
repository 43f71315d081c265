using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Users.Import;

/// <summary>Accounts from a workbook, and their passwords once.</summary>
public sealed partial class AccountImport
{
    private bool _written;

    [Inject] private PeopleImportService Import { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "file")]
    private Guid? File { get; set; }

    private async Task<(ListImportReport? Report, ImportRefusal? Refusal)> RunAsync(ImportRequest request, ImportAcceptance? write)
    {
        var (report, refusal) = await Import.AccountsAsync(request, write, default);
        if (report is { Written: true })
        {
            _written = true;
            await InvokeAsync(StateHasChanged);
        }

        return (report, refusal);
    }
}

using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Exports;

/// <summary>What the person may take away, and took lately.</summary>
public sealed partial class ExportList
{
    private const int Shown = 5;

    private IReadOnlyList<RegisteredExport>? _available;

    [Inject] private ExportService Exports { get; set; } = default!;

    protected override Task<Page<TakenExport>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Exports.TakenAsync(new ListQuery { PageSize = Shown }, cancellationToken);

    protected override async Task ReadOptionsAsync(CancellationToken cancellationToken) => _available = await Exports.AvailableAsync(cancellationToken);
}

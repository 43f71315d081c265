using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Exports;

/// <summary>Everything that the person took away.</summary>
public sealed partial class TakenList
{
    [Inject] private ExportService Exports { get; set; } = default!;

    protected override Task<Page<TakenExport>> ReadAsync(ListQuery query, CancellationToken cancellationToken) => Exports.TakenAsync(query, cancellationToken);

    protected override Task ReadOptionsAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

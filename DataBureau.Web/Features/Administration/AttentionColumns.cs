using DataBureau.Domain.Access;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Administration;

/// <summary>What needs attention, as it is taken away.</summary>
internal static class AttentionColumns
{
    public static readonly IReadOnlyList<ListColumn<AttentionItem>> All =
    [
        new("area", "方面", r => r.Area) { Width = 96 },
        new("title", "情况", r => r.Title) { ExcelWidth = 40 },
        new("count", "数量", r => r.Count) { Kind = ColumnKind.Integer },
        new("what", "说明", r => r.What) { Wrap = true, ExcelWidth = 60 },
    ];

    public static readonly ListExport<AttentionItem> Export = new("attention", "管理概况", AdministrationPermissions.Overview, All, RowsAsync);

    private static async IAsyncEnumerable<AttentionItem> RowsAsync(IServiceProvider services, ListQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in await services.GetRequiredService<AttentionService>().ReadAsync(cancellationToken))
            yield return item;
    }
}

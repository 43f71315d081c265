using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Exports;

/// <summary>An export that the person took, or began to take.</summary>
/// <param name="Narrowed">The filter in words; empty where there is none to speak of.</param>
/// <param name="Rows">Rows in the workbook; of one that did not arrive, those that were written.</param>
public sealed record TakenExport(long Id, DateTimeOffset At, string Title, string Narrowed, long? Rows, string Outcome);

internal static class ExportColumns
{
    public const string Title = "title";
    public const string Outcome = "outcome";

    public static readonly IReadOnlyList<ListColumn<RegisteredExport>> Available =
    [
        new(Title, "名称", e => e.Title) { Width = 220 },
        new("kind", "种类", e => e.Kind) { Width = 90 },
        new("permission", "所需权限", e => e.Permission?.Name ?? "无（本人的内容）") { Width = 200 },
        new("take", "导出", e => e.Kind == ExportKind.Form ? "在事项页面上导出" : "导出全部"),
    ];

    public static readonly IReadOnlyList<ListColumn<TakenExport>> Taken =
    [
        new("at", "时间", e => e.At) { Kind = ColumnKind.DateTime, Width = 138 },
        new(Title, "内容", e => e.Title) { Wrap = true, Width = 300, ExcelWidth = 40 },
        new("narrowed", "筛选条件", e => e.Narrowed) { Wrap = true, ExcelWidth = 60 },
        new("rows", "行数", e => e.Rows) { Kind = ColumnKind.Integer, Width = 100 },
        new(Outcome, "结果", e => e.Outcome) { Kind = ColumnKind.State, Width = 90 },
    ];

    public static readonly ListExport<TakenExport> TakenExport = new("exports", "我的导出记录", null, Taken,
        (services, _, cancellationToken) => services.GetRequiredService<ExportService>().StreamAsync(cancellationToken));
}

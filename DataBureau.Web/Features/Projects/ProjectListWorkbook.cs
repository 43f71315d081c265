using System.Globalization;
using DataBureau.Domain;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Projects;

/// <summary>The papers that list projects: 项目台账, and 年度建设计划 with its list. Both number the rows and add the budgets up.</summary>
internal static class ProjectListWorkbook
{
    /// <summary>What can still be leafed through on paper; more is for the list's export.</summary>
    public const int Most = 2000;

    /// <param name="rows">The ledger as it is narrowed.</param>
    /// <param name="narrowed">What it is narrowed to, in words.</param>
    /// <param name="today">When it is printed.</param>
    public static FormWorkbook Ledger(IReadOnlyList<ProjectRow> rows, string narrowed, DateOnly today) => new FormWorkbook("项目台账")
        .Title("项目台账")
        .Fields(new("范围", narrowed), new("制表日期", CellText.Of(today, ColumnKind.Date)))
        .Section($"项目（共 {rows.Count} 项）")
        .Table(Columns("状态"), Numbered(rows, r => r.ReplyNumber is { } number ? $"{r.State.ChineseName()}\n{number}" : r.State.ChineseName()))
        .Signatures("制表人", "负责人", "日期");

    public static FormWorkbook Plan(AnnualPlanView view, IReadOnlyList<ProjectRow> rows) => new FormWorkbook("年度建设计划")
        .Title("年度信息化项目建设计划表")
        .NumberLine(view.Content.ApprovalNumber ?? "（未批准）", view.State.ChineseName())
        .Section("计划")
        .Fields(new("计划名称", view.Content.Title), new("年度", view.Content.Year?.ToString(CultureInfo.InvariantCulture)), new("编制部门", view.OrganisationName), new("辖区", view.RegionName),
            new("报批时间", CellText.Of(view.ReportedAt, ColumnKind.Date)), new("批准日期", CellText.Of(view.Content.ApprovalDate, ColumnKind.Date)),
            new("联系人", view.Content.ContactName), new("联系电话", view.Content.ContactPhone), new("报批前会商", ProjectWords.Consultation(view.Facts.Consultation)))
        .TextBlock("编制说明", view.Content.Summary, 3)
        .Section($"项目清单（共 {rows.Count} 项）")
        .Table(Columns("建设期"), Numbered(rows, r => r.Period))
        .Signatures("编制人", "部门负责人", "日期");

    private static IReadOnlyList<(string, int)> Columns(string last) => [("序号", 1), ("项目名称", 2), ("建设单位", 1), ("预算（万元）", 1), (last, 1)];

    private static IEnumerable<IReadOnlyList<string?>> Numbered(IReadOnlyList<ProjectRow> rows, Func<ProjectRow, string?> last) =>
    [
        .. rows.Select((r, i) => (IReadOnlyList<string?>)[(i + 1).ToString(CultureInfo.InvariantCulture), r.Code is null ? r.Name : $"{r.Name}\n{r.Code}", r.OrganisationName, Money(r.Budget), last(r)]),
        ["合计", $"{rows.Count} 项", null, Money(rows.Sum(r => r.Budget ?? 0)), null],
    ];

    private static string? Money(decimal? amount) => CellText.Of(amount, ColumnKind.Number);
}

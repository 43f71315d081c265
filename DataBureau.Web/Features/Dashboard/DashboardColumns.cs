using DataBureau.Domain.Dashboard;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Dashboard;

/// <summary>The tables of the dashboard as they can be taken away.</summary>
internal static class DashboardColumns
{
    private static readonly IReadOnlyList<ListColumn<ProgressRow>> Progress =
    [
        new("name", "名称", r => r.Name) { ExcelWidth = 30 },
        new("total", "目录条目", r => r.Total.Value) { Kind = ColumnKind.Integer },
        new("published", "已发布", r => r.Published.Value) { Kind = ColumnKind.Integer },
        new("share", "发布率（%）", r => r.Share) { Kind = ColumnKind.Number },
        new("not-submitted", "未提交", r => r.NotSubmitted.Value) { Kind = ColumnKind.Integer },
        new("under-review", CatalogueSectionReader.UnderReviewTitle, r => r.UnderReview.Value) { Kind = ColumnKind.Integer },
        new("pace", "进度", r => r.Pace) { Kind = ColumnKind.State },
    ];

    public static readonly ListExport<ProgressRow> Regions = new("dashboard-regions", "各地目录进展", DashboardPermissions.Export, Progress, (s, q, ct) => s.GetRequiredService<DashboardService>().RegionsAsync(q, ct));

    public static readonly ListExport<ProgressRow> Departments = new("dashboard-departments", "各部门目录进展", DashboardPermissions.Export, Progress, (s, q, ct) => s.GetRequiredService<DashboardService>().DepartmentsAsync(q, ct));

    public static readonly ListExport<FigureLine> Figures = new("dashboard-figures", "看板数字", DashboardPermissions.Export,
    [
        new("scope", "范围", l => l.Scope) { ExcelWidth = 20 },
        new("section", "板块", l => l.Section) { ExcelWidth = 20 },
        new("of", "对象", l => l.Of) { ExcelWidth = 26 },
        new("title", "数字", l => l.Figure.Title) { ExcelWidth = 24 },
        new("value", "数值", l => l.Figure.Value) { Kind = ColumnKind.Integer },
        new("unit", "单位", l => l.Figure.Unit) { ExcelWidth = 6 },
        new("note", "说明", l => l.Figure.IsUnset ? l.Figure.Text : null) { ExcelWidth = 12 },
        new("as-of", "数据截至", l => l.AsOf) { Kind = ColumnKind.DateTime },
    ], (s, q, ct) => s.GetRequiredService<DashboardService>().FiguresAsync(q, ct));

    public static readonly ListExport<FilingMonth> Filings = new("dashboard-filings", "逐月备案", DashboardPermissions.Export,
    [
        new("month", "月份", m => m.Name) { ExcelWidth = 10 },
        .. new[] { "规划", "实施方案", "首席数据官" }.Select(title => new ListColumn<FilingMonth>(title, title, m => m.Figures.FirstOrDefault(f => f.Title == title)?.Value) { Kind = ColumnKind.Integer }),
        new("total", "合计", m => m.Total) { Kind = ColumnKind.Integer },
    ], (s, q, ct) => s.GetRequiredService<DashboardService>().FilingsAsync(q, ct));

    public static readonly ListExport<StageRow> Stages = new("dashboard-stages", "各环节平均用时", DashboardPermissions.Export,
    [
        new("kind", "事项", r => r.KindName) { ExcelWidth = 10 },
        new("stage", "环节", r => r.Time.Stage) { ExcelWidth = 16 },
        new("stays", "件次", r => r.Time.Stays) { Kind = ColumnKind.Integer },
        new("average", "平均（工作日）", r => r.Time.Average) { Kind = ColumnKind.Number },
        new("longest", "最长（工作日）", r => r.Time.Longest) { Kind = ColumnKind.Integer },
        new("before-stays", "上期件次", r => r.Before?.Stays ?? 0) { Kind = ColumnKind.Integer },
        new("before-average", "上期平均（工作日）", r => r.Before?.Average) { Kind = ColumnKind.Number },
        new("uncounted", "无法推算件次", r => r.Time.Uncounted) { Kind = ColumnKind.Integer },
    ], (s, q, ct) => s.GetRequiredService<DashboardService>().StagesAsync(q, ct));

    public static readonly ListExport<StageStayRow> Stays = new("dashboard-stays", "各环节用时明细", DashboardPermissions.Export,
    [
        new("kind", "事项", r => r.KindName) { ExcelWidth = 10 },
        new("title", "名称", r => r.Title) { ExcelWidth = 44 },
        new("stage", "环节", r => r.Stay.Stage) { ExcelWidth = 16 },
        new("from", "进入日期", r => r.Stay.From) { Kind = ColumnKind.Date },
        new("to", "离开日期", r => r.Stay.To) { Kind = ColumnKind.Date },
        new("days", "用时（工作日）", r => r.Stay.WorkingDays.OrNull) { Kind = ColumnKind.Integer },
    ], (s, q, ct) => s.GetRequiredService<DashboardService>().StaysAsync(q, ct))
    {
        Filters = [new(StageReader.KindKey, "事项", StageReader.KindNames), new(StageReader.StageKey, "环节", [.. StageReader.StagesOf("").Select(stage => (stage, stage))])],
    };

    public static readonly ListExport<ComparisonRow> Comparison = new("dashboard-comparison", "本期与上期", DashboardPermissions.Export,
    [
        new("title", "事项", r => r.Now.Title) { ExcelWidth = 24 },
        new("now", "本期", r => r.Now.Value) { Kind = ColumnKind.Integer },
        new("before", "上期", r => r.Before.Value) { Kind = ColumnKind.Integer },
        new("change", "增减", r => r.Now.Value - r.Before.Value) { Kind = ColumnKind.Integer },
        new("unit", "单位", r => r.Now.Unit) { ExcelWidth = 6 },
    ], (s, q, ct) => s.GetRequiredService<DashboardService>().ComparisonAsync(q, ct));
}

using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Projects;

/// <summary>The columns of the ledger and of the annual plans, declared once for pages and exports.</summary>
internal static class ProjectColumns
{
    public const string Name = "name";
    public const string State = "state";

    public static readonly IReadOnlyList<ListColumn<ProjectRow>> All =
    [
        new(Name, "项目名称", r => r.Name) { Wrap = true, SortKey = nameof(ProjectContent.Name), ExcelWidth = 44 },
        new("code", "项目代码", r => r.Code) { Width = 146, SortKey = nameof(ProjectContent.Code), ExcelWidth = 24 },
        new("body", "建设单位", r => r.OrganisationName) { Width = 132, Wrap = true, ExcelWidth = 28 },
        new("track", "申报渠道", r => r.Track) { Width = 132, Wrap = true, ExcelWidth = 18 },
        new("authority", "决定机关", r => r.AuthorityName) { Width = 116, Wrap = true, ExcelWidth = 28 },
        new("budget", "预算（万元）", r => r.Budget) { Width = 96, Kind = ColumnKind.Number, SortKey = nameof(ProjectContent.Budget) },
        new("period", "建设期", r => r.Period) { Width = 150, ShownByDefault = false, ExcelWidth = 18 },
        new("judged", "信息化判定", r => r.Judged) { Width = 84, ExcelWidth = 12 },
        new("items", "数据对应", r => r.Catalogued) { Width = 88, Align = ColumnAlign.End, ExcelWidth = 22 },
        new(State, "状态", r => r.State) { Width = 108, Kind = ColumnKind.State, ExcelWidth = 12 },
        new("plan", "年度计划", r => r.PlanTitle) { Width = 160, Wrap = true, ShownByDefault = false, ExcelWidth = 30 },
        new("number", "批复文号", r => r.ReplyNumber) { Width = 140, Wrap = true, ShownByDefault = false, ExcelWidth = 26 },
        new("replied", "批复日期", r => r.RepliedAt) { Width = 100, Kind = ColumnKind.Date, ShownByDefault = false },
        new("accepted", "验收日期", r => r.AcceptedAt) { Width = 100, Kind = ColumnKind.Date, ShownByDefault = false },
        new("start", "计划开工日期", r => r.StartOn) { Width = 100, Kind = ColumnKind.Date, ShownByDefault = false },
        new("finish", "计划完成日期", r => r.FinishOn) { Width = 100, Kind = ColumnKind.Date, ShownByDefault = false },
        new("deployment", "部署位置", r => r.Deployment) { Width = 112, ShownByDefault = false, ExcelWidth = 16 },
        new("region", "辖区", r => r.RegionName) { Width = 80, ShownByDefault = false, ExcelWidth = 12 },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 100, Kind = ColumnKind.Date, ShownByDefault = false },
    ];

    public static readonly (string, string)[] Views = [("govinfo", "政务信息管理部门（年度建设计划项目）"), ("data", "数据主管部门（部门数字化项目）")];

    public static readonly ListExport<ProjectRow> Export = new("projects", "项目台账", ProjectPermissions.Export, All,
        (services, query, cancellationToken) => services.GetRequiredService<ProjectService>().StreamAsync(ProjectFilter.Read(query), cancellationToken))
    {
        Filters = [ListFilter.States<ProjectState>(), new("view", "视图", Views)],
    };

    public static readonly IReadOnlyList<ListColumn<AnnualPlanRow>> Plans =
    [
        new(Name, "计划名称", r => r.Title) { Wrap = true, ExcelWidth = 44 },
        new("year", "年度", r => r.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)) { Width = 64, ExcelWidth = 8 },
        new("region", "辖区", r => r.RegionName) { Width = 88, ExcelWidth = 12 },
        new("body", "编制部门", r => r.OrganisationName) { Width = 190, Wrap = true, ExcelWidth = 30 },
        new("projects", "项目数", r => r.Projects) { Width = 72, Kind = ColumnKind.Integer },
        new("budget", "预算合计（万元）", r => r.Budget) { Width = 120, Kind = ColumnKind.Number },
        new(State, "状态", r => r.State) { Width = 88, Kind = ColumnKind.State, ExcelWidth = 12 },
        new("approval", "批准文号", r => r.ApprovalNumber) { Width = 150, Wrap = true, ExcelWidth = 24 },
        new("approved", "批准日期", r => r.ApprovalDate) { Width = 100, Kind = ColumnKind.Date },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 100, Kind = ColumnKind.Date },
    ];

    public static readonly ListExport<AnnualPlanRow> PlanExport = new("annual-plans", "年度建设计划", ProjectPermissions.Export, Plans,
        (services, query, cancellationToken) => services.GetRequiredService<AnnualPlanService>().StreamAsync(query, cancellationToken))
    {
        Filters = [ListFilter.States<AnnualPlanState>()],
    };
}

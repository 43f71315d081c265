using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>The columns of the implementation plans, declared once for the page and the export.</summary>
internal static class ImplementationPlanColumns
{
    public const string Title = "title";
    public const string State = "state";
    public const string Deadline = "deadline";

    public static readonly IReadOnlyList<ListColumn<ImplementationPlanRow>> All =
    [
        new(Title, "项目名称", r => r.Name) { Wrap = true, SortKey = nameof(ImplementationPlanContent.Title), ExcelWidth = 44 },
        new("body", "建设单位", r => r.OrganisationName) { Width = 128, Wrap = true, ExcelWidth = 28 },
        new("field", "所属领域", r => r.Field) { Width = 96, Wrap = true, ExcelWidth = 16 },
        new("budget", "总投资（万元）", r => r.Budget) { Width = 136, Kind = ColumnKind.Number, SortKey = nameof(ImplementationPlanContent.Budget), ExcelWidth = 16 },
        new(State, "状态", r => r.State) { Width = 104, Kind = ColumnKind.State, ExcelWidth = 12 },
        new(Deadline, "局内时限", r => r.Deadline?.Reading.Words) { Width = 146, ExcelWidth = 20 },
        new("due", "到期日", r => r.Deadline?.Reading.DueOn) { Width = 104, Kind = ColumnKind.Date, ShownByDefault = false },
        new("number", "备案号", r => r.FilingNumber) { Width = 124, Wrap = true, ExcelWidth = 26 },
        new("recipient", "接收机关", r => r.RecipientName) { Width = 112, Wrap = true, ExcelWidth = 28 },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 100, Kind = ColumnKind.Date, SortKey = nameof(ImplementationPlan.UpdatedAt), ShownByDefault = false },
        new("start", "计划开工", r => CaseText.Month(r.Start)) { Width = 84, ShownByDefault = false, ExcelWidth = 12 },
        new("finish", "计划完工", r => CaseText.Month(r.Finish)) { Width = 84, ShownByDefault = false, ExcelWidth = 12 },
        new("edition", "版本", r => r.Edition) { Width = 56, Kind = ColumnKind.Integer, ShownByDefault = false },
        new("filed", "报备时间", r => r.FiledAt) { Width = 136, Kind = ColumnKind.DateTime, SortKey = nameof(ImplementationPlan.FiledAt), ShownByDefault = false },
        new("recorded", "备案时间", r => r.RecordedAt) { Width = 136, Kind = ColumnKind.DateTime, ShownByDefault = false },
        new("region", "辖区", r => r.RegionName) { Width = 84, ShownByDefault = false, ExcelWidth = 12 },
    ];

    public static readonly ListExport<ImplementationPlanRow> Export = new("implementation-plans", "实施方案备案", ImplementationPlanPermissions.Export, All,
        (services, query, cancellationToken) => services.GetRequiredService<ImplementationPlanService>().StreamAsync(CaseFilter<ImplementationPlanState>.Read(query), cancellationToken))
    {
        Filters = [ListFilter.States<ImplementationPlanState>()],
    };
}

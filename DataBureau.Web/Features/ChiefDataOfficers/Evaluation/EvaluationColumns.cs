using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>The columns of the two lists, declared once for page and export.</summary>
internal static class EvaluationColumns
{
    public const string Name = "name";
    public const string State = "state";

    public static readonly IReadOnlyList<ListColumn<EvaluationRow>> All =
    [
        new(Name, "姓名", r => r.PersonName) { Width = 92, ExcelWidth = 14 },
        new("year", "年度", r => r.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)) { Width = 72 },
        new("unit", "单位", r => r.OrganisationName) { Wrap = true, ExcelWidth = 32 },
        new("post", "岗位", r => r.Post) { Width = 108 },
        new("region", "辖区", r => r.RegionName) { Width = 84 },
        new(State, "状态", r => r.State) { Width = 152, Kind = ColumnKind.State, ExcelWidth = 18 },
        new("result", "得分", r => r.Result) { Width = 68, Kind = ColumnKind.Number },
        new("grade", "等次", r => r.Grade) { Width = 68 },
        new("document", "报送文号", r => r.DocumentNumber) { Width = 132, Wrap = true, ExcelWidth = 26 },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 136, Kind = ColumnKind.DateTime },
    ];

    public static readonly IReadOnlyList<ListColumn<IndicatorSetRow>> Sets =
    [
        new(Name, "名称", r => r.Name) { Wrap = true, ExcelWidth = 40 },
        new("revision", "版本", r => $"第 {r.Revision} 版") { Width = 88 },
        new(State, "状态", r => r.State) { Width = 96, Kind = ColumnKind.State },
        new("owner", "制定单位", r => r.OrganisationName) { Width = 200, Wrap = true },
        new("enabled", "启用时间", r => r.EnabledAt) { Width = 136, Kind = ColumnKind.DateTime },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 136, Kind = ColumnKind.DateTime },
    ];

    public static readonly ListExport<EvaluationRow> Export = new("officer-evaluations", "首席数据官履职评价", EvaluationPermissions.Export, All,
        (services, query, cancellationToken) => services.GetRequiredService<EvaluationService>().StreamAsync(query, cancellationToken))
    {
        Filters = [ListFilter.States<EvaluationState>(), ListFilter.Of<EvaluationGrade>("grade", "等次")],
    };

    public static readonly ListExport<IndicatorSetRow> SetsExport = new("indicator-sets", "履职评价指标体系", EvaluationPermissions.Indicators, Sets,
        (services, query, cancellationToken) => services.GetRequiredService<IndicatorSetService>().StreamAsync(query, cancellationToken))
    {
        Filters = [ListFilter.States<IndicatorSetState>()],
    };
}

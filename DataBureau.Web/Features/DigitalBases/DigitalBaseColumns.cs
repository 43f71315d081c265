using DataBureau.Domain.DigitalBases;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>The columns of the applications, declared once for the page and the export.</summary>
internal static class DigitalBaseColumns
{
    public const string Title = "title";
    public const string State = "state";
    public const string Deadline = "deadline";

    public static readonly IReadOnlyList<ListColumn<DigitalBaseRow>> All =
    [
        new(Title, "底座名称", r => r.Title) { Wrap = true, SortKey = nameof(BaseApplication.Title), ExcelWidth = 40 },
        new("region", "辖区", r => r.RegionName) { Width = 84, SortKey = nameof(DigitalBase.RegionCode), ExcelWidth = 12 },
        new("body", "申请单位", r => r.OrganisationName) { Width = 128, Wrap = true, ExcelWidth = 28 },
        new(State, "状态", r => r.State) { Width = 88, Kind = ColumnKind.State, ExcelWidth = 12 },
        new(Deadline, "局内时限", r => r.Deadline?.Reading.Words) { Width = 146, ExcelWidth = 20 },
        new("due", "到期日", r => r.Deadline?.Reading.DueOn) { Width = 104, Kind = ColumnKind.Date, ShownByDefault = false },
        new("number", "同意编号", r => r.ConsentNumber) { Width = 124, Wrap = true, ExcelWidth = 26 },
        new("authority", "受理机关", r => r.AuthorityName) { Width = 128, Wrap = true, ExcelWidth = 28 },
        new("connected", "连通时间", r => r.ConnectedAt) { Width = 100, Kind = ColumnKind.Date },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 100, Kind = ColumnKind.Date, SortKey = nameof(DigitalBase.UpdatedAt), ShownByDefault = false },
        new("budget", "总投资（万元）", r => r.Budget) { Width = 136, Kind = ColumnKind.Number, ShownByDefault = false, ExcelWidth = 16 },
        new("round", "第几次申请", r => r.Round) { Width = 84, Kind = ColumnKind.Integer, ShownByDefault = false, ExcelWidth = 12 },
        new("applied", "申请时间", r => r.AppliedAt) { Width = 136, Kind = ColumnKind.DateTime, SortKey = nameof(DigitalBase.AppliedAt), ShownByDefault = false },
        new("decided", "决定时间", r => r.DecidedAt) { Width = 136, Kind = ColumnKind.DateTime, ShownByDefault = false },
        new("built", "建成时间", r => r.BuiltAt) { Width = 136, Kind = ColumnKind.DateTime, ShownByDefault = false },
    ];

    public static readonly ListExport<DigitalBaseRow> Export = new("digital-bases", "县级数字底座", DigitalBasePermissions.Export, All,
        (services, query, cancellationToken) => services.GetRequiredService<DigitalBaseService>().StreamAsync(CaseFilter<DigitalBaseState>.Read(query), cancellationToken))
    {
        Filters = [ListFilter.States<DigitalBaseState>()],
    };
}

using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>The columns of the roster, of the units and of the coverage, declared once for the page and the export.</summary>
internal static class OfficerColumns
{
    public const string Name = "name";
    public const string State = "state";
    public const string Phone = "phone";
    public const string Unit = "unit";
    public const string Holder = "holder";
    public const string Deadline = "deadline";

    public static readonly IReadOnlyList<ListColumn<OfficerRow>> Roster =
    [
        new(Name, "姓名", r => r.Name) { Width = 128, SortKey = nameof(OfficerContent.PersonName), ExcelWidth = 14 },
        new("post", "岗位", r => r.Post) { Width = 108 },
        new(Unit, "单位", r => r.OrganisationName) { Wrap = true, ExcelWidth = 32 },
        new("region", "辖区", r => r.RegionName) { Width = 76, SortKey = nameof(OfficerAppointment.RegionCode), ExcelWidth = 12 },
        new("office", "职务", r => r.Office) { Width = 108, Wrap = true, ExcelWidth = 20 },
        new(Phone, "联系电话", r => r.Phone) { Width = 188, ExcelWidth = 16 },
        new(State, "状态", r => r.State) { Width = 144, Kind = ColumnKind.State, ExcelWidth = 16 },
        new("from", "任职日期", r => r.EffectiveFrom) { Width = 100, Kind = ColumnKind.Date, SortKey = nameof(OfficerContent.EffectiveFrom) },
        new("to", "任期截止", r => r.TermEndsOn) { Width = 100, Kind = ColumnKind.Date, SortKey = nameof(OfficerContent.TermEndsOn) },
        new(Deadline, "局内时限", r => r.Deadline?.Reading.Words) { Width = 146, ShownByDefault = false, ExcelWidth = 20 },
        new("due", "到期日", r => r.Deadline?.Reading.DueOn) { Width = 104, Kind = ColumnKind.Date, ShownByDefault = false },
        new("number", "备案号", r => r.FilingNumber) { Width = 116, Wrap = true, ShownByDefault = false, ExcelWidth = 26 },
        new("kind", "单位类型", r => r.Kind) { Width = 100, ShownByDefault = false },
        new("rank", "任职级别", r => r.Rank) { Width = 120, ShownByDefault = false },
        new("document", "任命文号", r => r.DocumentNumber) { Width = 120, Wrap = true, ShownByDefault = false, ExcelWidth = 26 },
        new("dated", "发文日期", r => r.DocumentDate) { Width = 100, Kind = ColumnKind.Date, ShownByDefault = false },
        new("others", "兼任情况", r => r.OtherPosts) { Width = 140, Wrap = true, ShownByDefault = false, ExcelWidth = 30 },
        new("ended", "卸任日期", r => r.EndedOn) { Width = 100, Kind = ColumnKind.Date, ShownByDefault = false },
        new("removal", "免职文号", r => r.RemovalNumber) { Width = 120, Wrap = true, ShownByDefault = false, ExcelWidth = 26 },
        new("removal-date", "免职发文日期", r => r.RemovalDate) { Width = 100, Kind = ColumnKind.Date, ShownByDefault = false },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 136, Kind = ColumnKind.DateTime, SortKey = nameof(OfficerAppointment.UpdatedAt), ShownByDefault = false },
    ];

    public static readonly IReadOnlyList<ListColumn<UnitRow>> Units =
    [
        new(Unit, "单位", r => r.Name) { Wrap = true, SortKey = nameof(Organisation.Name), ExcelWidth = 36 },
        new("region", "辖区", r => r.RegionName) { Width = 76, SortKey = nameof(Organisation.RegionCode), ExcelWidth = 14 },
        new("kind", "单位类型", r => r.Kind) { Width = 100 },
        new("it", "自有信息化机构", r => r.HasItOffice ? "有" : "无") { Width = 116 },
        new("post", "岗位", r => r.Post) { Width = 108 },
        new("demand", "设置要求", r => r.Demand) { Width = 76 },
        new(Holder, "在任人员", r => r.Holder) { Width = 116, ExcelWidth = 16 },
        new(State, "状态", r => r.State) { Width = 144, Kind = ColumnKind.State, ExcelWidth = 16 },
        new("from", "任职日期", r => r.EffectiveFrom) { Width = 100, Kind = ColumnKind.Date },
        new("to", "任期截止", r => r.TermEndsOn) { Width = 100, Kind = ColumnKind.Date },
        new("left", "上任卸任", r => r.LastEndedOn) { Width = 100, Kind = ColumnKind.Date, ShownByDefault = false },
    ];

    public static readonly IReadOnlyList<ListColumn<CoverageRow>> Coverage =
    [
        new("place", "辖区", r => r.Place) { ExcelWidth = 20 },
        new("kind", "单位类型", r => r.Kind) { Width = 112 },
        .. Enum.GetValues<CoverageFigure>().Select(f => new ListColumn<CoverageRow>(f.ToString(), Domain.ChineseNames.ChineseName(f), r => r.Of(f)) { Width = 92, Kind = ColumnKind.Integer }),
    ];

    public static readonly ListExport<OfficerRow> RosterExport = new("officers", "首席数据官名册", OfficerPermissions.Export, Roster,
        (services, query, cancellationToken) => services.GetRequiredService<OfficerService>().StreamAsync(OfficerFilter.Read(query), cancellationToken))
    {
        Filters = [ListFilter.States<OfficerState>(), ListFilter.Of<RosterView>("view", "范围"), ListFilter.Of<DataPost>("post", "岗位"), ListFilter.Of<OrganisationKind>("kind", "单位类型")],
    };

    public static readonly ListExport<UnitRow> UnitsExport = new("officer-units", "首席数据官岗位设置情况", OfficerPermissions.Export, Units,
        (services, query, cancellationToken) => services.GetRequiredService<CoverageService>().StreamUnitsAsync(CoverageFilter.Read(query), cancellationToken))
    {
        Filters = [ListFilter.Of<CoverageFigure>("figure", "情况"), ListFilter.Of<DataPost>("post", "岗位"), ListFilter.Of<OrganisationKind>("kind", "单位类型")],
    };

    public static readonly ListExport<CoverageRow> CoverageExport = new("officer-coverage", "首席数据官覆盖情况", OfficerPermissions.Export, Coverage,
        (services, query, cancellationToken) => services.GetRequiredService<CoverageService>().StreamAsync(CoverageFilter.Read(query), cancellationToken)) { Kind = ExportKind.Matrix, Filters = [ListFilter.Of<CoverageFigure>("figure", "情况"), ListFilter.Of<DataPost>("post", "岗位"), ListFilter.Of<OrganisationKind>("kind", "单位类型")] };
}

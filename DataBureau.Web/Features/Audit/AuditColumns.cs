using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Audit;

/// <summary>The audit as a list, on the page and in Excel.</summary>
public static class AuditColumns
{
    public const string Time = "time";
    public const string Summary = "summary";
    public const string Result = "result";

    public static readonly IReadOnlyList<ListColumn<AuditListRow>> All =
    [
        new(Time, "时间", a => a.At) { Kind = ColumnKind.DateTime, Width = 158, ExcelWidth = 20 },
        new("person", "人员", a => a.UserName) { Width = 92 },
        new("organisation", "单位", a => a.OrganisationName) { Width = 176, Wrap = true, ExcelWidth = 28 },
        new("action", "操作", a => a.ActionName) { Width = 92 },
        new("subject", "对象", a => a.SubjectName) { Width = 92 },
        new(Summary, "说明", a => a.Summary) { Wrap = true, ExcelWidth = 60 },
        new(Result, "结果", a => a.ResultName) { Kind = ColumnKind.State, Width = 84 },
        new("address", "地址", a => a.AddressName) { Width = 124, ExcelWidth = 18 },
    ];
}

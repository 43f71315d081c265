using DataBureau.Domain.Numbers;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Numbers;

/// <summary>The ledger's columns, declared once for the page and the export.</summary>
internal static class NumberColumns
{
    public const string Number = "number";
    public const string Case = "case";
    public const string State = "state";
    public const string Acts = "acts";

    public static readonly IReadOnlyList<ListColumn<NumberRow>> All =
    [
        new(Number, "编号", n => n.Entry.Text) { SortKey = "number", Width = 186, ExcelWidth = 26 },
        new("matter", "事项", n => n.MatterName) { Width = 104 },
        new("region", "行政区划", n => n.RegionName) { Width = 88 },
        new("year", "年度", n => n.Entry.Year) { Width = 64, ShownByDefault = false },
        new(State, "状态", n => n.Entry.State) { Kind = ColumnKind.State, Width = 72 },
        new(Case, "办理事项", n => n.Entry.CaseTitle) { Wrap = true, ExcelWidth = 40 },
        new("explanation", "说明", n => n.Explanation) { Wrap = true, ExcelWidth = 50 },
        new("person", "经办人", n => n.Person) { Width = 80 },
        new("organisation", "取号单位", n => n.OrganisationName) { Width = 160, Wrap = true, ShownByDefault = false },
        new("at", "经办日期", n => n.At) { Kind = ColumnKind.Date, SortKey = "at", Width = 104 },
        new("reserved", "预留时间", n => n.Entry.ReservedAt) { Kind = ColumnKind.DateTime, Width = 140, ShownByDefault = false },
        new("issued", "发放时间", n => n.Entry.IssuedAt) { Kind = ColumnKind.DateTime, Width = 140, ShownByDefault = false },
        new("voided", "作废时间", n => n.Entry.VoidedAt) { Kind = ColumnKind.DateTime, Width = 140, ShownByDefault = false },
    ];

    /// <summary>On the page, for those who may do something with a row.</summary>
    public static readonly IReadOnlyList<ListColumn<NumberRow>> WithActs = [.. All, new(Acts, "操作", _ => null) { Width = 72 }];

    public static readonly ListExport<NumberRow> Export = new("numbers", "编号台账", NumberPermissions.View, All,
        (services, query, cancellationToken) => services.GetRequiredService<NumberService>().StreamAsync(NumberFilter.From(query), cancellationToken))
    {
        Filters = [ListFilter.States<NumberState>()],
    };

    public static Tone ToneOf(NumberState state) => state switch
    {
        NumberState.Reserved => Tone.Attention,
        NumberState.Issued => Tone.Success,
        NumberState.Voided => Tone.Neutral,
    };
}

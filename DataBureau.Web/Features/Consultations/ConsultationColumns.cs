using DataBureau.Domain.Consultations;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Consultations;

/// <summary>The columns of the consultations and of their opinions, declared once for the page and the export.</summary>
internal static class ConsultationColumns
{
    public const string Title = "title";
    public const string State = "state";

    public static readonly IReadOnlyList<ListColumn<ConsultationRow>> All =
    [
        new(Title, "会商名称", r => r.Title) { Wrap = true, SortKey = nameof(ConsultationContent.Title), ExcelWidth = 44 },
        new("number", "会商编号", r => r.Number) { Width = 116, Wrap = true, SortKey = nameof(Consultation.Number), ExcelWidth = 24 },
        new("trigger", "类型", r => r.TriggerName) { Width = 112, Wrap = true, ExcelWidth = 22 },
        new("convenor", "组织单位", r => r.ConvenorName) { Width = 120, Wrap = true, ExcelWidth = 28 },
        new("region", "辖区", r => r.RegionName) { Width = 72, ExcelWidth = 12 },
        new(State, "状态", r => r.State) { Width = 104, Kind = ColumnKind.State, ExcelWidth = 12 },
        new("progress", "已反馈", r => r.Progress) { Width = 72, ExcelWidth = 10 },
        new("due", "反馈截止", r => r.DueOn) { Width = 100, Kind = ColumnKind.Date },
        new("conclusion", "结论", r => r.Conclusion) { Width = 96, ExcelWidth = 14 },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 100, Kind = ColumnKind.Date, SortKey = nameof(Consultation.UpdatedAt) },
        new("sent", "发出时间", r => r.SentAt) { Width = 136, Kind = ColumnKind.DateTime, SortKey = nameof(Consultation.SentAt), ShownByDefault = false },
        new("subject", "所涉事项", r => r.SubjectTitle) { Width = 160, Wrap = true, ShownByDefault = false, ExcelWidth = 36 },
        new("round", "轮次", r => r.Round) { Width = 56, Kind = ColumnKind.Integer, ShownByDefault = false },
        new("minutes", "纪要编号", r => r.MinutesNumber) { Width = 116, Wrap = true, ShownByDefault = false, ExcelWidth = 26 },
    ];

    public static readonly ListExport<ConsultationRow> Export = new("consultations", "会商", ConsultationPermissions.Export, All,
        (services, query, cancellationToken) => services.GetRequiredService<ConsultationService>().StreamAsync(ConsultationFilter.Read(query), cancellationToken))
    {
        Filters = [ListFilter.States<ConsultationState>(), new("view", "范围", ConsultationList.Views), new("trigger", "类型", ConsultationList.Triggers)],
    };

    private static readonly IReadOnlyList<ListColumn<OpinionView>> Opinions =
    [
        new("number", "事项序号", o => o.Number) { Kind = ColumnKind.Integer },
        new("question", "会商事项", o => o.Question) { ExcelWidth = 44 },
        new("unit", "单位", o => o.Unit) { ExcelWidth = 28 },
        new("round", "轮次", o => o.Round) { Kind = ColumnKind.Integer },
        new("kind", "意见", o => o.Kind) { ExcelWidth = 18 },
        new("text", "具体意见", o => o.Text) { ExcelWidth = 60 },
        new("signer", "签署人", o => o.SignedBy) { ExcelWidth = 12 },
        new("signed", "签署时间", o => o.SignedAt) { Kind = ColumnKind.DateTime },
    ];

    public static readonly ListExport<OpinionView> OpinionExport = new("consultation-opinions", "会商意见", ConsultationPermissions.Export, Opinions,
        (services, query, cancellationToken) => services.GetRequiredService<OpinionService>().StreamAsync(Guid.TryParse(query.Filter("consultation"), out var id) ? id : null, cancellationToken)) { Kind = ExportKind.Matrix };
}

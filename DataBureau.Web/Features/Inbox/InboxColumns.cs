using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Inbox;

/// <summary>The columns of the four lists: on the page and in the export.</summary>
public static class InboxColumns
{
    public const string Title = "title";
    public const string Count = "count";
    public const string Business = "business";
    public const string Deadline = "deadline";
    public const string State = "state";
    public const string ReadState = "read";

    public static readonly IReadOnlyList<ListColumn<InboxItem>> Todo =
    [
        new(Title, "事项", i => i.Title) { Wrap = true, SortKey = nameof(InboxItem.Title), ExcelWidth = 44 },
        new(Count, "件数", i => i.Count) { Width = 64, Kind = ColumnKind.Integer },
        new(Business, "业务", i => i.Business) { Width = 112, ExcelWidth = 14 },
        new("act", "待办理", i => i.Act) { Width = 156, Wrap = true, ExcelWidth = 22 },
        new("from", "来自", i => i.OrganisationName) { Width = 188, Wrap = true, ExcelWidth = 28 },
        new("since", "到达时间", i => i.Since) { Width = 136, Kind = ColumnKind.DateTime, SortKey = nameof(InboxItem.Since) },
        new(Deadline, "局内时限", i => i.Deadline?.Words) { Width = 152, SortKey = nameof(InboxItem.Deadline), ExcelWidth = 18 },
        new("due", "到期日", i => i.Deadline?.DueOn) { Width = 104, Kind = ColumnKind.Date, ShownByDefault = false, ExportedByDefault = true },
    ];

    public static readonly IReadOnlyList<ListColumn<DoneCase>> Done =
    [
        new(Title, "事项", d => d.Title) { Wrap = true, ExcelWidth = 44 },
        new(Business, "业务", d => d.Business) { Width = 112, ExcelWidth = 14 },
        new("act", "我的办理", d => d.Action) { Width = 120, ExcelWidth = 14 },
        new("at", "办理时间", d => d.At) { Width = 136, Kind = ColumnKind.DateTime },
        new("comment", "意见", d => d.Comment) { Width = 200, Wrap = true, ExcelWidth = 36 },
        new("unit", "单位", d => d.Card?.OrganisationName) { Width = 168, Wrap = true, ExcelWidth = 28 },
        new(State, "目前状态", d => d.Card?.State) { Width = 124, Kind = ColumnKind.State, ExcelWidth = 14 },
    ];

    public static readonly IReadOnlyList<ListColumn<StartedCase>> Started =
    [
        new(Title, "事项", s => s.Title) { Wrap = true, SortKey = nameof(StartedCase.Title), ExcelWidth = 44 },
        new(Count, "件数", s => s.Count) { Width = 64, Kind = ColumnKind.Integer },
        new(Business, "业务", s => s.Business) { Width = 112, ExcelWidth = 14 },
        new(State, "目前状态", s => s.State) { Width = 190, Wrap = true, ExcelWidth = 20 },
        new("next", "等待办理", s => s.Next) { Width = 210, Wrap = true, ExcelWidth = 34 },
        new("unit", "发起单位", s => s.OrganisationName) { Width = 168, Wrap = true, ShownByDefault = false, ExcelWidth = 28 },
        new("updated", "最近办理", s => s.UpdatedAt) { Width = 136, Kind = ColumnKind.DateTime, SortKey = nameof(StartedCase.UpdatedAt) },
    ];

    public static readonly IReadOnlyList<ListColumn<CopiedCase>> Copies =
    [
        new(Title, "事项", c => c.Title) { Wrap = true, ExcelWidth = 44 },
        new(ReadState, "阅读", c => c.ReadAt is null ? "未读" : "已读") { Width = 84, Kind = ColumnKind.State, ExcelWidth = 8 },
        new(Business, "业务", c => c.Business) { Width = 112, ExcelWidth = 14 },
        new("by", "抄送人", c => $"{c.ByName}（{c.ByOrganisation}）") { Width = 190, Wrap = true, ExcelWidth = 30 },
        new("remark", "附言", c => c.Remark) { Width = 200, Wrap = true, ExcelWidth = 36 },
        new("at", "抄送时间", c => c.At) { Width = 136, Kind = ColumnKind.DateTime },
        new(State, "目前状态", c => c.Card?.State) { Width = 124, Kind = ColumnKind.State, ExcelWidth = 14 },
    ];
}

using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

public sealed record MeetingRow(Guid Id, string Title, DateOnly? HeldOn, string OrganisationName, MeetingState State, string? MinutesNumber, int FollowUps, int Open, DateTimeOffset UpdatedAt);

/// <param name="Consultation">The one on it, under way or concluded.</param>
/// <param name="MayConsult">The reader may start one, and there is none.</param>
public sealed record FollowUpView(Guid Id, string What, Guid? OwnerId, string? OwnerName, DateOnly? DueOn, DateTimeOffset? DoneAt, string? DoneBy, string? How, bool MayReport, ConsultationOn? Consultation, bool MayConsult);

public sealed record MeetingView(
    Guid Id, int Version, string Title, MeetingState State, DateOnly? HeldOn, string? Place, string OrganisationName, string? MinutesNumber, IReadOnlyList<AgendaItem> Agenda, IReadOnlyList<Participant> Participants, IReadOnlyList<FollowUpView> FollowUps,
    bool Editable, IReadOnlyList<MeetingUnit> Units, DateTimeOffset? NoticedAt, IReadOnlyList<Reservation> Numbers, DateOnly Today, IReadOnlyList<PermittedAct<MeetingAction>> Permitted, IReadOnlyList<HistoryEntry> History);

internal static class MeetingWords
{
    public const string Name = "name";
    public const string State = "state";

    /// <summary>2026 年首席数据官联席会议.</summary>
    public static string UsualTitle(DateTimeOffset now) => $"{ChinaTime.DateOf(now).Year} 年首席数据官联席会议";

    public static readonly IReadOnlyList<ListColumn<MeetingRow>> Columns =
    [
        new(Name, "会议名称", r => r.Title) { Wrap = true, ExcelWidth = 40 },
        new("held", "会议日期", r => r.HeldOn) { Width = 112, Kind = ColumnKind.Date },
        new("convenor", "召集单位", r => r.OrganisationName) { Width = 200, Wrap = true, ExcelWidth = 30 },
        new(State, "状态", r => r.State) { Width = 104, Kind = ColumnKind.State },
        new("number", "纪要编号", r => r.MinutesNumber) { Width = 200, ExcelWidth = 28 },
        new("tasks", "议定事项", r => r.FollowUps) { Width = 88, Kind = ColumnKind.Integer },
        new("open", "未办结", r => r.Open) { Width = 80, Kind = ColumnKind.Integer },
        new("updated", "更新时间", r => r.UpdatedAt) { Width = 136, Kind = ColumnKind.DateTime },
    ];

    public static readonly ListExport<MeetingRow> Export = new("joint-meetings", "首席数据官联席会议", MeetingPermissions.Export, Columns,
        (services, query, cancellationToken) => services.GetRequiredService<MeetingService>().StreamAsync(query, cancellationToken))
    {
        Filters = [ListFilter.States<MeetingState>()],
    };

    public static Tone Tone(this MeetingState state) => state switch
    {
        MeetingState.Preparing or MeetingState.Held or MeetingState.MinutesIssued => Components.Forms.Tone.Info,
        MeetingState.FollowingUp => Components.Forms.Tone.Attention,
        MeetingState.Closed => Components.Forms.Tone.Success,
        MeetingState.Cancelled => Components.Forms.Tone.Neutral,
    };

    public static IReadOnlyList<Step> Steps(MeetingState state)
    {
        var line = MeetingWorkflow.MainLine;
        if (state == MeetingState.Cancelled)
            return [new(MeetingState.Preparing.ChineseName(), StepState.Done), new(state.ChineseName(), StepState.Stopped)];
        var at = line.IndexOf(state);
        return [.. line.Select((s, i) => new Step(s.ChineseName(), i < at || (i == at && s == MeetingState.Closed) ? StepState.Done : i == at ? StepState.Current : StepState.Upcoming))];
    }

    /// <summary>联席会议纪要.</summary>
    public static FormWorkbook Form(MeetingView view)
    {
        var form = new FormWorkbook("联席会议纪要").Title("首席数据官联席会议纪要")
            .NumberLine(view.MinutesNumber ?? "（未签发）", view.HeldOn is { } day ? $"{day.Year}年{day.Month}月{day.Day}日" : string.Empty)
            .Section("会议").Fields(new("会议名称", view.Title), new("地点", view.Place), new("召集单位", view.OrganisationName), new("状态", view.State.ChineseName()))
            .Section("参会单位和人员").Table([("单位", 3), ("人员", 3)], view.Participants.Select(p => (IReadOnlyList<string?>)[p.Organisation, p.Names]))
            .Section("议题和议定意见");
        foreach (var (item, n) in view.Agenda.Select((a, i) => (a, i + 1)))
            form.TextBlock($"议题{n}", $"{item.Title}\n{item.Decision}", 3);
        return form.Section("议定事项")
            .Table([("事项", 2), ("承办单位", 1), ("完成期限", 1), ("落实情况", 2)], view.FollowUps.Select(f => (IReadOnlyList<string?>)[f.What, f.OwnerName, f.DueOn?.ToString("yyyy-MM-dd", null), f.DoneAt is null ? "未办结" : $"{CaseForms.Day(f.DoneAt.Value)} {f.How}"]))
            .Signatures("记录人", "签发人", "签发日期");
    }
}

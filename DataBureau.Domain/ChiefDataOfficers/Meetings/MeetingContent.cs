using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Meetings;

/// <summary>An item of the agenda, and what was decided on it.</summary>
public sealed record AgendaItem(string Title, string? Decision);

/// <summary>Who takes part for an organisation.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="Names">Who comes for it.</param>
/// <param name="OrganisationId">Of the register; null for one that was only typed.</param>
public sealed record Participant(string Organisation, string? Names, Guid? OrganisationId = null);

/// <summary>What somebody is to do by a day.</summary>
/// <param name="Id">Null for one that is new.</param>
public sealed record FollowUpContent(Guid? Id, string What, Guid? OwnerId, DateOnly? DueOn);

/// <summary>What is written about a meeting.</summary>
public sealed record MeetingContent(string Title, DateOnly? HeldOn, string? Place, IReadOnlyList<AgendaItem> Agenda, IReadOnlyList<Participant> Participants, IReadOnlyList<FollowUpContent> FollowUps)
{
    public const int TitleLimit = 100;
    public const int LineLimit = 200;
    public const int TextLimit = 1000;
    public const int Most = 50;

    public Refusal? Limits() =>
        string.IsNullOrWhiteSpace(Title) ? MeetingRefusals.Field("MeetingTitle", nameof(Title), "请填写会议名称。")
        : Title.Length > TitleLimit ? MeetingRefusals.Field("TooLong", nameof(Title), $"会议名称超过 {TitleLimit} 字，请精简。")
        : Place?.Length > LineLimit ? MeetingRefusals.Field("TooLong", nameof(Place), $"地点超过 {LineLimit} 字，请精简。")
        : Agenda.Any(a => a.Title.Length > LineLimit || a.Decision?.Length > TextLimit) ? MeetingRefusals.Field("TooLong", nameof(Agenda), $"议题不超过 {LineLimit} 字，议定意见不超过 {TextLimit} 字。")
        : Participants.Any(p => p.Organisation.Length > LineLimit || p.Names?.Length > LineLimit) ? MeetingRefusals.Field("TooLong", nameof(Participants), $"参会单位和人员各不超过 {LineLimit} 字。")
        : FollowUps.Any(f => f.What.Length > TextLimit) ? MeetingRefusals.Field("TooLong", nameof(FollowUps), $"议定事项不超过 {TextLimit} 字。")
        : Agenda.Count > Most || Participants.Count > Most * 4 || FollowUps.Count > Most ? new Refusal("TooMany", $"议题和议定事项各不超过 {Most} 项，参会单位不超过 {Most * 4} 个。")
        : null;
}

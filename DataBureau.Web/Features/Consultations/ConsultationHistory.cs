using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What is no act of the table: the convenor's changes are steps with a version, what units do is noted beside them.</summary>
internal static class ConsultationHistory
{
    public static HistoryEntry Created(Consultation consultation, Actor actor, DateTimeOffset now) => Row(consultation, "新建", null, actor, now, consultation.Version, null);

    public static HistoryEntry Step(Consultation consultation, string action, string? comment, Actor actor, DateTimeOffset now) =>
        Row(consultation, action, comment, actor, now, consultation.Version, consultation.State.ChineseName());

    public static HistoryEntry Note(Consultation consultation, string action, string? comment, Actor actor, string? organisation, DateTimeOffset now) =>
        Row(consultation, action, comment, actor, now, null, consultation.State.ChineseName(), organisation);

    private static HistoryEntry Row(Consultation consultation, string action, string? comment, Actor actor, DateTimeOffset now, int? version, string? from, string? organisation = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        CaseKind = Consultation.CaseKind,
        CaseId = consultation.Id,
        CaseVersion = version,
        Action = action,
        FromState = from,
        ToState = consultation.State.ChineseName(),
        ActorId = actor.UserId,
        ActorName = actor.Name,
        OrganisationName = organisation ?? actor.OrganisationName,
        Comment = comment?.Length > HistoryEntry.CommentLimit ? comment[..HistoryEntry.CommentLimit] : comment,
        At = now,
    };
}

using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What is no act of the table: the convenor's changes, and the report that something is done, are steps with a version; what units say is noted beside them.</summary>
internal static class ConsultationHistory
{
    public const string Answered = "反馈意见";
    public const string Countersigned = "会签";

    /// <summary>What units do, in the words of the history.</summary>
    public static readonly IReadOnlyList<string> OfUnits = [Answered, Countersigned];

    public static HistoryEntry Created(Consultation consultation, Actor actor, DateTimeOffset now) =>
        CaseHistory.Step(Consultation.CaseKind, consultation.Id, consultation.Version, "新建", null, consultation.State.ChineseName(), null, actor, now);

    public static HistoryEntry Step(Consultation consultation, string action, string? comment, Actor actor, DateTimeOffset now) =>
        CaseHistory.Step(Consultation.CaseKind, consultation.Id, consultation.Version, action, consultation.State.ChineseName(), consultation.State.ChineseName(), comment, actor, now);

    public static HistoryEntry Note(Consultation consultation, string action, string? comment, Actor actor, string? organisation, DateTimeOffset now) =>
        CaseHistory.Note(Consultation.CaseKind, consultation.Id, action, consultation.State.ChineseName(), consultation.State.ChineseName(), comment, actor, now, organisation);
}

using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>A step of a case that is not an act of its table: it was made, or its content was changed.</summary>
internal static class CaseSteps
{
    public static HistoryEntry Of(string kind, Guid id, int version, string action, string? from, string to, string? comment, Actor actor, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        CaseKind = kind,
        CaseId = id,
        CaseVersion = version,
        Action = action,
        FromState = from,
        ToState = to,
        ActorId = actor.UserId,
        ActorName = actor.Name,
        OrganisationName = actor.OrganisationName,
        Comment = comment,
        At = now,
    };
}

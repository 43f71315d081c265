using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Projects;

/// <summary>Steps that are not acts of a table: a case came into being, was edited, or its list changed.</summary>
internal static class ProjectHistory
{
    public static HistoryEntry Step(string kind, Guid id, int version, string action, string? from, string to, string? comment, Actor actor, DateTimeOffset now) => new()
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

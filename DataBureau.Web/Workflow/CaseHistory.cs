using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Workflow;

/// <summary>Makes the rows of a case's history, whatever the case: a step that gave it a new version, or a note that did not.</summary>
internal static class CaseHistory
{
    public static HistoryEntry Step(
        string kind, Guid id, int version, string action, string? from, string to, string? comment, Actor actor, DateTimeOffset now, IReadOnlyList<FieldRemark>? remarks = null) =>
        Row(kind, id, version, action, from, to, comment, actor, actor.OrganisationName, now, remarks ?? []);

    /// <param name="kind">The kind of case.</param>
    /// <param name="id">The case.</param>
    /// <param name="action">What happened.</param>
    /// <param name="from">The state it was in; null where the note is about no state.</param>
    /// <param name="to">The state it is in.</param>
    /// <param name="comment">What is said of it.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="now">When.</param>
    /// <param name="organisation">For whom the person acted, when not for the own body.</param>
    public static HistoryEntry Note(string kind, Guid id, string action, string? from, string to, string? comment, Actor actor, DateTimeOffset now, string? organisation = null) =>
        Row(kind, id, null, action, from, to, comment, actor, organisation ?? actor.OrganisationName, now, []);

    private static HistoryEntry Row(
        string kind, Guid id, int? version, string action, string? from, string to, string? comment, Actor actor, string organisation, DateTimeOffset now, IReadOnlyList<FieldRemark> remarks) => new()
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
            OrganisationName = organisation,
            // What a person wrote was measured before; what the program composes of titles may be longer.
            Comment = comment?.Length > HistoryEntry.CommentLimit ? comment[..HistoryEntry.CommentLimit] : comment,
            Remarks = remarks,
            At = now,
        };
}

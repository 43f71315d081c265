using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Plans;

/// <summary>Steps that are not acts of the table: an edition came into being, was edited, or gave way to a later one.</summary>
internal static class PlanHistory
{
    public static HistoryEntry Created(Plan plan, string how, Actor actor, DateTimeOffset now) => Step(plan, how, null, null, actor, now);

    public static HistoryEntry Edited(Plan plan, string what, Actor actor, DateTimeOffset now) => Step(plan, "修改", plan.State.ChineseName(), what, actor, now);

    public static HistoryEntry Superseded(Plan plan, PlanState from, int edition, Actor actor, DateTimeOffset now) => Step(plan, "替代", from.ChineseName(), $"由第 {edition} 版替代。", actor, now);

    private static HistoryEntry Step(Plan plan, string action, string? from, string? comment, Actor actor, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        CaseKind = Plan.CaseKind,
        CaseId = plan.Id,
        CaseVersion = plan.Version,
        Action = action,
        FromState = from,
        ToState = plan.State.ChineseName(),
        ActorId = actor.UserId,
        ActorName = actor.Name,
        OrganisationName = actor.OrganisationName,
        Comment = comment,
        At = now,
    };
}

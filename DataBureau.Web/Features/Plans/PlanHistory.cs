using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Plans;

/// <summary>Steps that are not acts of the table: an edition came into being, was edited, or gave way to a later one.</summary>
internal static class PlanHistory
{
    public static HistoryEntry Created(Plan plan, string how, Actor actor, DateTimeOffset now) => Step(plan, how, null, null, actor, now);

    public static HistoryEntry Edited(Plan plan, string what, Actor actor, DateTimeOffset now) => Step(plan, "修改", plan.State.ChineseName(), what, actor, now);

    public static HistoryEntry Superseded(Plan plan, PlanState from, int edition, Actor actor, DateTimeOffset now) => Step(plan, "替代", from.ChineseName(), $"由第 {edition} 版替代。", actor, now);

    private static HistoryEntry Step(Plan plan, string action, string? from, string? comment, Actor actor, DateTimeOffset now) =>
        CaseHistory.Step(Plan.CaseKind, plan.Id, plan.Version, action, from, plan.State.ChineseName(), comment, actor, now);
}

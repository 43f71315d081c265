using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

/// <summary>
/// J03: which projects stand on an annual plan is its makers' business while the plan is a draft. A project that has gone further is
/// first taken back by its builder; once the plan has left its draft, the list is what was signed off, consulted on and reported.
/// </summary>
public static class AnnualPlanListRules
{
    /// <summary>What the history says around the reason fits beside it.</summary>
    public const int WhyLimit = HistoryEntry.CommentLimit / 2;

    /// <summary>Whether this person takes projects off the list, as far as the plan and its state say.</summary>
    public static Refusal? MayStrike(AnnualPlan plan, Actor actor) =>
        !actor.Holds(ProjectPermissions.Plan, CaseSide.Authority, plan.Location) ? WorkflowRefusals.NotPermitted(ProjectPermissions.Plan)
        : plan.State == AnnualPlanState.Draft ? null : ProjectRefusals.PlanClosed(plan.Content.Title);

    /// <summary>移出计划.</summary>
    public static Refusal? Strike(AnnualPlan plan, Project project, string? why, Actor actor)
    {
        if (MayStrike(plan, actor) is { } refusal)
            return refusal;
        if (project.AnnualPlanId != plan.Id)
            return ProjectRefusals.NotListed(project.Content.Name, plan.Content.Title);
        if (project.State != ProjectState.Draft)
            return ProjectRefusals.ListedNotADraft(project.Content.Name, project.State);
        if (string.IsNullOrWhiteSpace(why))
            return ProjectRefusals.StrikeWhy(project.Content.Name);
        return why.Trim().Length > WhyLimit ? WorkflowRefusals.CommentTooLong(WhyLimit) : null;
    }
}

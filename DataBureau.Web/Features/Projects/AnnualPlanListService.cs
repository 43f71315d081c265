using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>Takes projects off the list of an annual plan. One step and one version of the plan and of the project, together or not at all.</summary>
public sealed class AnnualPlanListService(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AnnualPlanCase plans, ProjectCase projects, CaseClocks clocks, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    /// <summary>移出计划: the project goes back to its builder as a draft.</summary>
    public async Task<Outcome<AnnualPlanView>> StrikeAsync(Guid planId, int seenVersion, Guid projectId, string? why)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor
            || await plans.LoadAsync(db, planId, default) is not { } plan || !plans.IsVisible(plan, actor))
            return new Outcome<AnnualPlanView>.NotFound();
        if (plan.Version != seenVersion)
            return await ConflictAsync(planId, actor);
        if (await projects.LoadAsync(db, projectId, default) is not { } project || !projects.IsVisible(project, actor))
            return new Outcome<AnnualPlanView>.NotFound();
        var now = clock.GetUtcNow();
        if (plan.Strike(project, await DataAuthorities.ForAsync(db, project.RegionCode, default), why, actor, now) is { } refusal)
            return new Outcome<AnnualPlanView>.Refused(refusal, await plans.ProjectAsync(db, plan, actor, default));
        Record(db, plan, project, why!.Trim(), actor, now);
        var told = await TellAsync(db, plan, project, why.Trim(), now);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await clocks.FollowAsync(db, projects, project, projectId, now);
            await transaction.CommitAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(planId, actor);
        }

        NotificationWriter.Publish(notifier, told);
        notifier.Publish(new CaseChanged(Project.CaseKind, projectId, project.Version, actor.Name));
        notifier.Publish(new CaseChanged(AnnualPlan.CaseKind, planId, plan.Version, actor.Name));
        plan.Know(await ProjectFactsReader.ReadAsync(db, plan, default));
        return new Outcome<AnnualPlanView>.Done(await plans.ProjectAsync(db, plan, actor, default), $"已把「{project.Content.Name}」移出计划。");
    }

    private void Record(BureauDbContext db, AnnualPlan plan, Project project, string why, Actor actor, DateTimeOffset now)
    {
        var (name, title) = (project.Content.Name, plan.Content.Title);
        db.History.Add(AnnualPlanService.Step(plan, ProjectSteps.Struck, plan.State, $"「{name}」，理由：{why}", actor, now));
        db.History.Add(ProjectService.Step(project, ProjectSteps.Unlisted, project.State, $"不再列入「{title}」，改为部门数字化项目，理由：{why}", actor, now));
        audit.Add(db, actor, "annual-plan.Strike", $"年度建设计划「{title}」移出项目「{name}」", AnnualPlan.CaseKind, plan.Id.ToString(), after: new { Project = name, Reason = why });
        audit.Add(db, actor, "project.Unlist", $"项目「{name}」移出年度建设计划「{title}」", Project.CaseKind, project.Id.ToString(), new { Plan = (string?)title }, new { Plan = (string?)null, Reason = why });
    }

    /// <summary>The people who compile for the builder: it is their draft again, and they did not do it.</summary>
    private static async Task<IReadOnlyList<Notification>> TellAsync(BureauDbContext db, AnnualPlan plan, Project project, string why, DateTimeOffset now)
    {
        var people = await db.HoldersAt(ProjectPermissions.Compile, [project.OrganisationId]).Select(a => a.UserId).Distinct().ToListAsync();
        return await NotificationWriter.AddAsync(db, people, new NotificationText(NotificationCategory.Returned, Project.CaseKind, $"移出计划：项目「{project.Content.Name}」",
            $"「{plan.Content.Title}」不再列入本项目，它现在是本单位的部门数字化项目草稿，可以报数据主管部门，或者终止。理由：{why}", $"/projects/{project.Id}"), now);
    }

    private async Task<Outcome<AnnualPlanView>> ConflictAsync(Guid id, Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await plans.LoadAsync(db, id, default) is { } plan && plans.IsVisible(plan, actor)
            ? new Outcome<AnnualPlanView>.Conflict(await plans.ProjectAsync(db, plan, actor, default), "办理前，计划或项目已被其他人修改，项目没有移出。请按最新内容重新办理。")
            : new Outcome<AnnualPlanView>.NotFound();
    }
}

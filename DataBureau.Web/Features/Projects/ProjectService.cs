using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>The door to projects for pages, endpoints and the command line: see, draft, edit, act.</summary>
public sealed class ProjectService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, ProjectCase rules, AuditLog audit, PolicyLibrary policies, WorkflowNotifier notifier, TimeProvider clock)
{
    public async Task<Page<ProjectRow>> ListAsync(ProjectFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<ProjectRow>([], 0);
        var projects = db.Projects.AsNoTracking().VisibleTo(actor, ProjectPermissions.View).Matching(filter, actor, db);
        var total = await projects.CountAsync(cancellationToken);
        if (total <= (filter.Page - 1) * filter.PageSize)
            return new Page<ProjectRow>([], total);
        return new Page<ProjectRow>(await projects.Ordered(filter).Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize).AsRows(db).ToListAsync(cancellationToken), total);
    }

    /// <summary>All rows of a filter, as they come from the database, for the export.</summary>
    public async IAsyncEnumerable<ProjectRow> StreamAsync(ProjectFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        await foreach (var row in db.Projects.AsNoTracking().VisibleTo(actor, ProjectPermissions.Export).Matching(filter, actor, db).Ordered(filter).AsRows(db).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    /// <returns>Null when there is no such project, or not for this person.</returns>
    public async Task<ProjectDetailView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor
            && await rules.LoadAsync(db, id, cancellationToken) is { } project && rules.IsVisible(project, actor) ? await rules.ProjectAsync(db, project, actor, cancellationToken) : null;
    }

    /// <summary>The regions and plans that the reader sees projects of, and what the reader may begin.</summary>
    public async Task<ProjectListOptions> ListOptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new ProjectListOptions(CanCompile: false, CanPlan: false, [], []);
        var regions = await db.Projects.AsNoTracking().VisibleTo(actor, ProjectPermissions.View).Select(p => p.RegionCode).Distinct()
            .Join(db.Regions, code => code, r => r.Code, (_, r) => new { r.Code, r.Name }).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var plans = await db.AnnualPlans.AsNoTracking().VisibleTo(actor, ProjectPermissions.View).Where(p => p.State != AnnualPlanState.Discarded)
            .OrderByDescending(p => p.Content.Year).Select(p => new { p.Id, p.Content.Title }).ToListAsync(cancellationToken);
        return new ProjectListOptions(actor.Holds(ProjectPermissions.Compile), actor.Holds(ProjectPermissions.Plan), [.. regions.Select(r => (r.Code, r.Name))], [.. plans.Select(p => (p.Id, p.Title))]);
    }

    /// <summary>The next case that waits for the reader's decision, the longest-waiting first.</summary>
    public async Task<Guid?> NextAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor ? null
            : await db.Projects.AsNoTracking().WaitingFor(actor).Where(p => p.Id != after && ProjectQueries.JudgedIn.Contains(p.State))
                .OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What the form may offer a builder.</summary>
    /// <returns>Null for someone who brings no projects.</returns>
    public async Task<ProjectFormOptions?> OptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || Builder(actor) is not { } grant)
            return null;
        var body = await db.Organisations.AsNoTracking().Where(o => o.Id == grant.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var plans = await db.AnnualPlans.AsNoTracking().Where(p => p.RegionCode == grant.RegionCode && p.State == AnnualPlanState.Draft).OrderByDescending(p => p.Content.Year)
            .Select(p => new { p.Id, p.Content.Title }).ToListAsync(cancellationToken);
        return new ProjectFormOptions(policies.For(grant.RegionCode), body, [.. plans.Select(p => (p.Id, p.Title))]);
    }

    /// <summary>A new draft of the user's own body: for the list of an annual plan, or to be brought to the data authority.</summary>
    public async Task<Outcome<ProjectDetailView>> CreateAsync(ProjectContent content, Guid? annualPlanId = null)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<ProjectDetailView>.NotFound();
        if (Builder(actor) is not { } grant)
            return Refused(WorkflowRefusals.NotPermitted(ProjectPermissions.Compile));
        if (ProjectCheck.Limits(content) is { } refusal)
            return Refused(refusal);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync();
        Guid? authority;
        if (annualPlanId is { } planId)
        {
            if (await OpenPlanAsync(db, planId) is not { } plan || plan.RegionCode != grant.RegionCode)
                return Refused(ProjectRefusals.PlanClosed(null));
            authority = plan.OrganisationId;
        }
        else
        {
            authority = await DataAuthorities.ForAsync(db, grant.RegionCode, default);
        }

        var project = Project.Draft(Guid.CreateVersion7(now), grant.OrganisationId, grant.RegionCode, authority, annualPlanId, content, now);
        db.Projects.Add(project);
        db.History.Add(Step(project, "新建", null, null, actor, now));
        audit.Add(db, actor, "project.Create", $"新建项目「{content.Name}」", Project.CaseKind, project.Id.ToString(), after: Texts(ProjectFields.All, content));
        return await SaveAsync(db, transaction, project, actor, $"已新建「{content.Name}」，保存为草稿。");
    }

    /// <summary>Changes what can be changed in the project's state.</summary>
    public async Task<Outcome<ProjectDetailView>> SaveAsync(Guid id, int seenVersion, ProjectContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor
            || await rules.LoadAsync(db, id, default) is not { } project || !rules.IsVisible(project, actor))
            return new Outcome<ProjectDetailView>.NotFound();
        if (project.Version != seenVersion)
            return await ConflictAsync(id);
        var (before, now) = (project.Content, clock.GetUtcNow());
        if (project.Edit(content, actor, now) is { } refusal)
            return new Outcome<ProjectDetailView>.Refused(refusal, await rules.ProjectAsync(db, project, actor, default));
        var changed = ProjectFields.Differences(before, project.Content).ToList();
        if (changed.Count == 0)
            return await FindAsync(id, default) is { } same ? new Outcome<ProjectDetailView>.Done(same, "内容没有变化。") : new Outcome<ProjectDetailView>.NotFound();
        db.History.Add(Step(project, ProjectSteps.Edited, project.State, $"修改了：{string.Join('、', changed.Select(f => f.Title))}", actor, now));
        audit.Add(db, actor, "project.Edit", $"修改项目「{project.Content.Name}」", Project.CaseKind, id.ToString(), Texts(changed, before), Texts(changed, project.Content));
        await using var transaction = await db.Database.BeginTransactionAsync();
        return await SaveAsync(db, transaction, project, actor, "已保存。");
    }

    public Task<Outcome<ProjectDetailView>> ActAsync(Guid id, int seenVersion, ProjectAction action, string? comment, string? number = null) =>
        runner.ActAsync(rules, id, seenVersion, action, comment, null, rules.ProjectAsync, number);

    /// <summary>Takes hold of a plan whose list is still open: it is not submitted before the transaction ends.</summary>
    internal static async Task<AnnualPlan?> OpenPlanAsync(BureauDbContext db, Guid id) =>
        await db.AnnualPlans.Where(p => p.Id == id && p.State == AnnualPlanState.Draft).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, x => x.State)) == 0 ? null
            : await db.AnnualPlans.AsNoTracking().SingleAsync(p => p.Id == id);

    internal static HistoryEntry Step(Project project, string action, ProjectState? from, string? comment, Actor actor, DateTimeOffset now) =>
        CaseHistory.Step(Project.CaseKind, project.Id, project.Version, action, from?.ChineseName(), project.State.ChineseName(), comment, actor, now);

    internal static Dictionary<string, string?> Texts(IEnumerable<ProjectFieldInfo> fields, ProjectContent content) => fields.ToDictionary(f => f.Title, f => f.Text(content));

    private static Grant? Builder(Actor actor) => actor.Grants.FirstOrDefault(g => g.Permission == ProjectPermissions.Compile);

    private static Outcome<ProjectDetailView> Refused(Refusal refusal) => new Outcome<ProjectDetailView>.Refused(refusal, null);

    private async Task<Outcome<ProjectDetailView>> SaveAsync(BureauDbContext db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Project project, Actor actor, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, ProjectConfiguration.CodeIndex))
        {
            return Refused(ProjectRefusals.CodeTaken(project.Content.Code!));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(project.Id);
        }

        project.Know(await ProjectFactsReader.ReadAsync(db, project, default));
        notifier.Publish(new CaseChanged(Project.CaseKind, project.Id, project.Version, actor.Name));
        return new Outcome<ProjectDetailView>.Done(await rules.ProjectAsync(db, project, actor, default), sentence);
    }

    private async Task<Outcome<ProjectDetailView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh
            ? new Outcome<ProjectDetailView>.Conflict(fresh, "保存前，本件已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<ProjectDetailView>.NotFound();
}

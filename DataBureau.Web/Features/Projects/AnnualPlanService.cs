using System.Globalization;
using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>The door to annual construction plans: see, draft, edit, act.</summary>
public sealed class AnnualPlanService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, AnnualPlanCase rules, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    public async Task<Page<AnnualPlanRow>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<AnnualPlanRow>([], 0);
        var plans = Matching(db, actor, ProjectPermissions.View, query);
        return new Page<AnnualPlanRow>(await Ordered(plans).Skip(query.Skip).Take(query.PageSize).AsRows(db).ToListAsync(cancellationToken), await plans.CountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<AnnualPlanRow> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        await foreach (var row in Ordered(Matching(db, actor, ProjectPermissions.Export, query)).AsRows(db).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    public async Task<AnnualPlanView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor
            && await rules.LoadAsync(db, id, cancellationToken) is { } plan && rules.IsVisible(plan, actor) ? await rules.ProjectAsync(db, plan, actor, cancellationToken) : null;
    }

    /// <summary>A new plan of the user's own body, which must be the regulator that makes such plans.</summary>
    public async Task<Outcome<AnnualPlanView>> CreateAsync(AnnualPlanContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<AnnualPlanView>.NotFound();
        if (actor.Grants.FirstOrDefault(g => g.Permission == ProjectPermissions.Plan) is not { } grant)
            return Refused(WorkflowRefusals.NotPermitted(ProjectPermissions.Plan));
        if (!await db.Organisations.AnyAsync(o => o.Id == grant.OrganisationId && (o.Responsibilities & Responsibilities.GovInfoAuthority) != Responsibilities.None))
            return Refused(AnnualPlanRefusals.NotTheRegulator());
        if (AnnualPlanWorkflow.Limits(content) is { } refusal)
            return Refused(refusal);
        var now = clock.GetUtcNow();
        var plan = AnnualPlan.Draft(Guid.CreateVersion7(now), grant.OrganisationId, grant.RegionCode, content, now);
        db.AnnualPlans.Add(plan);
        db.History.Add(Step(plan, "新建", null, null, actor, now));
        audit.Add(db, actor, "annual-plan.Create", $"新建年度建设计划「{content.Title}」", AnnualPlan.CaseKind, plan.Id.ToString(), after: Texts(content));
        return await SaveAsync(db, plan, actor, $"已新建「{content.Title}」，保存为草稿。");
    }

    public async Task<Outcome<AnnualPlanView>> SaveAsync(Guid id, int seenVersion, AnnualPlanContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor
            || await rules.LoadAsync(db, id, default) is not { } plan || !rules.IsVisible(plan, actor))
            return new Outcome<AnnualPlanView>.NotFound();
        if (plan.Version != seenVersion)
            return await ConflictAsync(id);
        var (before, now) = (plan.Content, clock.GetUtcNow());
        if (plan.Edit(content, actor, now) is { } refusal)
            return new Outcome<AnnualPlanView>.Refused(refusal, await rules.ProjectAsync(db, plan, actor, default));
        if (plan.Content == before)
            return await FindAsync(id, default) is { } same ? new Outcome<AnnualPlanView>.Done(same, "内容没有变化。") : new Outcome<AnnualPlanView>.NotFound();
        db.History.Add(Step(plan, ProjectSteps.Edited, plan.State, null, actor, now));
        audit.Add(db, actor, "annual-plan.Edit", $"修改年度建设计划「{plan.Content.Title}」", AnnualPlan.CaseKind, id.ToString(), Texts(before), Texts(plan.Content));
        return await SaveAsync(db, plan, actor, "已保存。");
    }

    public Task<Outcome<AnnualPlanView>> ActAsync(Guid id, int seenVersion, AnnualPlanAction action, string? comment) =>
        runner.ActAsync(rules, id, seenVersion, action, comment, null, rules.ProjectAsync);

    private static IQueryable<AnnualPlan> Matching(BureauDbContext db, Actor actor, Permission permission, ListQuery query)
    {
        var plans = db.AnnualPlans.AsNoTracking().VisibleTo(actor, permission).Having(query.Search, p => p.Content.Title, p => p.Content.ApprovalNumber);
        if (query.Filter("waiting") == "1")
            plans = plans.WaitingFor(actor);
        return Enum.TryParse<AnnualPlanState>(query.Filter("state"), out var state) && Enum.IsDefined(state) ? plans.Where(p => p.State == state) : plans.Where(p => p.State != AnnualPlanState.Discarded);
    }

    private static IOrderedQueryable<AnnualPlan> Ordered(IQueryable<AnnualPlan> plans) => plans.OrderByDescending(p => p.Content.Year).ThenBy(p => p.RegionCode).ThenBy(p => p.Id);

    private static Dictionary<string, string?> Texts(AnnualPlanContent content) => new()
    {
        ["计划名称"] = content.Title,
        ["年度"] = content.Year?.ToString(CultureInfo.InvariantCulture),
        ["编制说明"] = content.Summary,
        ["联系人"] = content.ContactName,
        ["联系电话"] = content.ContactPhone,
        ["批准文号"] = content.ApprovalNumber,
        ["批准日期"] = content.ApprovalDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    internal static HistoryEntry Step(AnnualPlan plan, string action, AnnualPlanState? from, string? comment, Actor actor, DateTimeOffset now) =>
        CaseHistory.Step(AnnualPlan.CaseKind, plan.Id, plan.Version, action, from?.ChineseName(), plan.State.ChineseName(), comment, actor, now);

    private static Outcome<AnnualPlanView> Refused(Refusal refusal) => new Outcome<AnnualPlanView>.Refused(refusal, null);

    private async Task<Outcome<AnnualPlanView>> SaveAsync(BureauDbContext db, AnnualPlan plan, Actor actor, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, AnnualPlanConfiguration.LiveIndex))
        {
            return Refused(AnnualPlanRefusals.Exists(plan.Content.Year));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(plan.Id);
        }

        notifier.Publish(new CaseChanged(AnnualPlan.CaseKind, plan.Id, plan.Version, actor.Name));
        return new Outcome<AnnualPlanView>.Done(await rules.ProjectAsync(db, plan, actor, default), sentence);
    }

    private async Task<Outcome<AnnualPlanView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh
            ? new Outcome<AnnualPlanView>.Conflict(fresh, "保存前，本件已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<AnnualPlanView>.NotFound();
}

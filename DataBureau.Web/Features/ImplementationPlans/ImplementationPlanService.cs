using System.Runtime.CompilerServices;
using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>The door to implementation plans for pages, endpoints and the command line: see, draft, edit, act.</summary>
public sealed class ImplementationPlanService(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, ImplementationPlanCase rules, AuditLog audit, PolicyLibrary policies, WorkflowNotifier notifier, TimeProvider clock)
{
    private const int Handful = 200;

    public async Task<Page<ImplementationPlanRow>> ListAsync(CaseFilter<ImplementationPlanState> filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<ImplementationPlanRow>([], 0);
        var plans = db.ImplementationPlans.AsNoTracking().VisibleTo(actor, ImplementationPlanPermissions.View).Matching(filter, actor, db);
        var total = await plans.CountAsync(cancellationToken);
        if (total <= filter.Skip)
            return new Page<ImplementationPlanRow>([], total);
        var rows = await plans.Ordered(filter).Skip(filter.Skip).Take(filter.PageSize).AsRows(db).ToListAsync(cancellationToken);
        return new Page<ImplementationPlanRow>(await rules.WithDeadlinesAsync(db, rows, cancellationToken), total);
    }

    /// <summary>All rows of a filter, as they come from the database, for the export.</summary>
    public async IAsyncEnumerable<ImplementationPlanRow> StreamAsync(CaseFilter<ImplementationPlanState> filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        // The rows are still coming from the one connection while the deadlines of a handful are asked for on another.
        await using var beside = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = db.ImplementationPlans.AsNoTracking().VisibleTo(actor, ImplementationPlanPermissions.Export).Matching(filter, actor, db).Ordered(filter).AsRows(db).AsAsyncEnumerable();
        await foreach (var handful in rows.Chunk(Handful).WithCancellation(cancellationToken))
            foreach (var row in await rules.WithDeadlinesAsync(beside, handful, cancellationToken))
                yield return row;
    }

    public async Task<CaseListOptions> ListOptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new CaseListOptions(CanDraft: false, Asked: false, []);
        var regions = await db.ImplementationPlans.AsNoTracking().VisibleTo(actor, ImplementationPlanPermissions.View).Select(p => p.RegionCode).Distinct()
            .Join(db.Regions, code => code, r => r.Code, (_, r) => new { r.Code, r.Name }).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        return new CaseListOptions(Drafter(actor) is { } grant && NotAsked(actor, grant) is null, policies.AsksWithin(actor, ImplementationPlanPermissions.View, ImplementationPlanModule.Asks), [.. regions.Select(r => (r.Code, r.Name))]);
    }

    /// <returns>Null when there is no such plan, or not for this person.</returns>
    public async Task<ImplementationPlanView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor
            && await rules.LoadAsync(db, id, cancellationToken) is { } plan && rules.IsVisible(plan, actor) ? await rules.ProjectAsync(db, plan, actor, cancellationToken) : null;
    }

    /// <summary>The next case that waits for the reader's decision, the longest-waiting first.</summary>
    public async Task<Guid?> NextAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor ? null
            : await db.ImplementationPlans.AsNoTracking().WaitingFor(actor, db).Where(p => p.Id != after && ImplementationPlanQueries.JudgedIn.Contains(p.State))
                .OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Why the reader cannot begin a plan; null when nothing stands in the way.</summary>
    public async Task<Refusal?> WhyNotNewAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && Drafter(actor) is { } grant
            ? NotAsked(actor, grant) : WorkflowRefusals.NotPermitted(ImplementationPlanPermissions.Draft);
    }

    /// <summary>A new draft of the user's own department.</summary>
    public async Task<Outcome<ImplementationPlanView>> CreateAsync(ImplementationPlanContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<ImplementationPlanView>.NotFound();
        if (Drafter(actor) is not { } grant)
            return Refused(WorkflowRefusals.NotPermitted(ImplementationPlanPermissions.Draft));
        if ((NotAsked(actor, grant) ?? ImplementationPlanGuards.Limits(content)) is { } refusal)
            return Refused(refusal);
        var now = clock.GetUtcNow();
        var plan = ImplementationPlan.Draft(Guid.CreateVersion7(now), grant.OrganisationId, grant.RegionCode, content, now);
        await rules.KnowAsync(db, plan, default);
        db.ImplementationPlans.Add(plan);
        db.History.Add(CaseSteps.Entry<ImplementationPlanState>(ImplementationPlan.CaseKind, plan.Id, plan.Version, "新建", null, plan.State, null, actor, now));
        audit.Add(db, actor, "implementation-plan.Create", $"新建实施方案「{content.Title}」", ImplementationPlan.CaseKind, plan.Id.ToString(), after: ImplementationPlanFields.All.Texts(content));
        return await SaveAsync(db, plan, actor, $"已新建「{content.Title}」，保存为草稿。");
    }

    /// <summary>Changes the content where the state leaves it open.</summary>
    public async Task<Outcome<ImplementationPlanView>> SaveAsync(Guid id, int seenVersion, ImplementationPlanContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor || await rules.LoadAsync(db, id, default) is not { } plan || !rules.IsVisible(plan, actor))
            return new Outcome<ImplementationPlanView>.NotFound();
        if (plan.Version != seenVersion)
            return await ConflictAsync(id);
        var (before, now) = (plan.Content, clock.GetUtcNow());
        if (plan.Edit(content, actor, now) is { } refusal)
            return new Outcome<ImplementationPlanView>.Refused(refusal, await rules.ProjectAsync(db, plan, actor, default));
        var changed = ImplementationPlanFields.All.Differences(before, plan.Content);
        if (changed.Count == 0)
            return await FindAsync(id, default) is { } same ? new Outcome<ImplementationPlanView>.Done(same, "内容没有变化。") : new Outcome<ImplementationPlanView>.NotFound();
        db.History.Add(CaseSteps.Entry<ImplementationPlanState>(ImplementationPlan.CaseKind, id, plan.Version, "修改", plan.State, plan.State, $"修改了：{string.Join('、', changed.Select(f => f.Title))}", actor, now));
        audit.Add(db, actor, "implementation-plan.Edit", $"修改实施方案「{plan.Content.Title}」", ImplementationPlan.CaseKind, id.ToString(), changed.Texts(before), changed.Texts(plan.Content));
        return await SaveAsync(db, plan, actor, "已保存。");
    }

    public Task<Outcome<ImplementationPlanView>> ActAsync(Guid id, int seenVersion, ImplementationPlanAction action, string? comment, IReadOnlyList<FieldRemark>? remarks = null, string? number = null) =>
        runner.ActAsync(rules, id, seenVersion, action, comment, remarks, rules.ProjectAsync, number);

    private static Grant? Drafter(Actor actor) => actor.Grants.FirstOrDefault(g => g.Permission == ImplementationPlanPermissions.Draft);

    private static Outcome<ImplementationPlanView> Refused(Refusal refusal) => new Outcome<ImplementationPlanView>.Refused(refusal, null);

    private Refusal? NotAsked(Actor actor, Grant grant)
    {
        var now = clock.GetUtcNow();
        return ImplementationPlanGuards.FilingAsked.Check(ImplementationPlan.Draft(Guid.Empty, grant.OrganisationId, grant.RegionCode, new ImplementationPlanContent(), now), new GuardContext(actor, policies.For(grant.RegionCode), now));
    }

    private async Task<Outcome<ImplementationPlanView>> SaveAsync(BureauDbContext db, ImplementationPlan plan, Actor actor, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, ImplementationPlanConfiguration.LiveIndex))
        {
            return Refused(ImplementationPlanRefusals.Exists(plan.Content.Title));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(plan.Id);
        }

        notifier.Publish(new CaseChanged(ImplementationPlan.CaseKind, plan.Id, plan.Version, actor.Name));
        return new Outcome<ImplementationPlanView>.Done(await rules.ProjectAsync(db, plan, actor, default), sentence);
    }

    private async Task<Outcome<ImplementationPlanView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh
            ? new Outcome<ImplementationPlanView>.Conflict(fresh, "保存前，本件已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<ImplementationPlanView>.NotFound();
}

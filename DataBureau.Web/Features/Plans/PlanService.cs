using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>The door to plans for pages, endpoints and the command line: see, draft, edit, act.</summary>
public sealed class PlanService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, PlanCase rules, AuditLog audit, PolicyLibrary policies, WorkflowNotifier notifier, TimeProvider clock)
{
    private const int Handful = 200;

    public async Task<Page<PlanRow>> ListAsync(PlanFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<PlanRow>([], 0);
        var plans = db.Plans.AsNoTracking().VisibleTo(actor, PlanPermissions.View).Matching(filter, actor, db);
        var total = await plans.CountAsync(cancellationToken);
        if (total <= (filter.Page - 1) * filter.PageSize)
            return new Page<PlanRow>([], total);
        var rows = await plans.Ordered(filter).Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize).AsRows(db).ToListAsync(cancellationToken);
        return new Page<PlanRow>(await rules.WithDeadlinesAsync(db, rows, cancellationToken), total);
    }

    /// <summary>All rows of a filter, as they come from the database, for the export.</summary>
    public async IAsyncEnumerable<PlanRow> StreamAsync(PlanFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        // The rows are still coming from the one connection while the deadlines of a handful are asked for on another.
        await using var beside = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = db.Plans.AsNoTracking().VisibleTo(actor, PlanPermissions.Export).Matching(filter, actor, db).Ordered(filter).AsRows(db).AsAsyncEnumerable();
        await foreach (var handful in rows.Chunk(Handful).WithCancellation(cancellationToken))
            foreach (var row in await rules.WithDeadlinesAsync(beside, handful, cancellationToken))
                yield return row;
    }

    /// <returns>Null when there is no such plan, or not for this person.</returns>
    public async Task<PlanDetailView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor
            && await rules.LoadAsync(db, id, cancellationToken) is { } plan && rules.IsVisible(plan, actor) ? await rules.ProjectAsync(db, plan, actor, cancellationToken) : null;
    }

    /// <summary>What the list offers: the regions that have plans the reader sees, and whether the reader's body drafts any.</summary>
    public async Task<PlanListOptions> ListOptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new PlanListOptions(CanDraft: false, [], []);
        var held = Drafter(actor) is { } grant ? await db.Organisations.Where(o => o.Id == grant.OrganisationId).Select(o => o.Responsibilities).SingleAsync(cancellationToken) : Responsibilities.None;
        var regions = await db.Plans.AsNoTracking().VisibleTo(actor, PlanPermissions.View).Select(p => p.RegionCode).Distinct()
            .Join(db.Regions, code => code, r => r.Code, (_, r) => new { r.Code, r.Name }).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var present = await db.Plans.AsNoTracking().VisibleTo(actor, PlanPermissions.View).Select(p => new { p.RegionCode, p.Kind }).Distinct().ToListAsync(cancellationToken);
        var kinds = actor.Grants.Where(g => g.Permission == PlanPermissions.View).SelectMany(OwnKinds).Concat(present.Select(p => policies.For(p.RegionCode).Plans.Find(p.Kind)).OfType<PlanRule>());
        return new PlanListOptions(Drafter(actor) is { } g && policies.For(g.RegionCode).Plans.At(RegionCodes.Level(g.RegionCode)).Any(k => k.MayDraft(held)), [.. regions.Select(r => (r.Code, r.Name))], PlanColumns.Choices(kinds));
    }

    /// <summary>The next case that waits for the reader's decision, the longest-waiting first.</summary>
    public async Task<Guid?> NextAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor ? null
            : await db.Plans.AsNoTracking().WaitingFor(actor, db).Where(p => p.Id != after && PlanQueries.JudgedIn.Contains(p.State))
                .OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What the form may offer: for a new plan the kinds the own body drafts; for an existing one what fits it.</summary>
    /// <returns>Null for someone who drafts nothing.</returns>
    public async Task<PlanFormOptions?> OptionsAsync(Guid? id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return null;
        var plan = id is { } p ? await rules.LoadAsync(db, p, cancellationToken) : null;
        if (Drafter(actor) is not { } grant || (plan is not null && !actor.Holds(PlanPermissions.Draft, plan.Location)))
            return null;
        var body = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == (plan == null ? grant.OrganisationId : plan.OrganisationId), cancellationToken);
        var policy = policies.For(body.RegionCode);
        var above = RegionCodes.SelfAndAbove(body.RegionCode).ToList();
        var effective = Enum.GetValues<PlanState>().Where(PlanWorkflow.IsEffective).ToList();
        var organs = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Government && o.AbolishedAt == null && above.Contains(o.RegionCode)).OrderByDescending(o => o.RegionCode).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        var upstream = await db.Plans.AsNoTracking().Where(x => above.Contains(x.RegionCode) && effective.Contains(x.State)).OrderByDescending(x => x.Content.PeriodFrom)
            .Select(x => new { x.Id, x.Kind, x.Content.Title, x.Content.Approval.Number, x.Edition }).ToListAsync(cancellationToken);
        return new PlanFormOptions(policy, body.RegionCode, await db.Regions.Where(r => r.Code == body.RegionCode).Select(r => r.Name).SingleAsync(cancellationToken), body.Name,
            [.. policy.Plans.At(RegionCodes.Level(body.RegionCode)).Where(k => k.MayDraft(body.Responsibilities))],
            [.. organs.Select(o => (o.Id, o.Name))], [.. upstream.Select(u => new UpstreamChoice(u.Id, u.Kind, u.Title, u.Number ?? $"第 {u.Edition} 版"))]);
    }

    /// <summary>A new draft of the user's own body.</summary>
    public async Task<Outcome<PlanDetailView>> CreateAsync(string kind, PlanContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<PlanDetailView>.NotFound();
        if (Drafter(actor) is not { } grant)
            return Refused(WorkflowRefusals.NotPermitted(PlanPermissions.Draft));
        var now = clock.GetUtcNow();
        var policy = policies.For(grant.RegionCode);
        var plan = Plan.Draft(Guid.CreateVersion7(now), kind, grant.OrganisationId, grant.RegionCode, content with { Approval = PlanApproval.Empty, PublishedOn = null, PublishedIn = null }, now);
        plan.Know(await PlanFactsReader.ReadAsync(db, plan, policy, ChinaTime.DateOf(now).Year, default));
        if (PlanGuards.KindKnown.Check(plan, new GuardContext(actor, policy, now)) is { } notHere)
            return Refused(notHere);
        if (PlanCheck.Limits(plan.Content) is { } refusal)
            return Refused(refusal);
        db.Plans.Add(plan);
        db.History.Add(PlanHistory.Created(plan, "新建", actor, now));
        audit.Add(db, actor, "plan.Create", $"新建规划「{content.Title}」", Plan.CaseKind, plan.Id.ToString(), after: Texts(PlanFields.All.Where(f => f.Part == PlanParts.Content), plan.Content, _ => null));
        return await SaveAsync(db, plan, actor, $"已新建「{content.Title}」，保存为草稿。");
    }

    /// <summary>Changes what can be changed in the plan's state.</summary>
    public async Task<Outcome<PlanDetailView>> SaveAsync(Guid id, int seenVersion, PlanContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor
            || await rules.LoadAsync(db, id, default) is not { } plan || !rules.IsVisible(plan, actor))
            return new Outcome<PlanDetailView>.NotFound();
        if (plan.Version != seenVersion)
            return await ConflictAsync(id);
        var (before, now, policy) = (plan.Content, clock.GetUtcNow(), policies.For(plan.RegionCode));
        var organs = await PlanChanges.OrganNamesAsync(db, default, before, content);
        if (plan.Edit(content, actor, now) is { } refusal)
            return new Outcome<PlanDetailView>.Refused(refusal, await rules.ProjectAsync(db, plan, actor, default));
        var changed = PlanFields.Differences(before, plan.Content, organs).ToList();
        if (changed.Count == 0)
            return await FindAsync(id, default) is { } same ? new Outcome<PlanDetailView>.Done(same, "内容没有变化。") : new Outcome<PlanDetailView>.NotFound();
        plan.Know(await PlanFactsReader.ReadAsync(db, plan, policy, ChinaTime.DateOf(now).Year, default));
        db.History.Add(PlanHistory.Edited(plan, $"修改了：{string.Join('、', changed.Select(f => f.Title))}", actor, now));
        audit.Add(db, actor, "plan.Edit", $"修改规划「{plan.Content.Title}」", Plan.CaseKind, id.ToString(), Texts(changed, before, organs), Texts(changed, plan.Content, organs));
        return await SaveAsync(db, plan, actor, "已保存。");
    }

    public Task<Outcome<PlanDetailView>> ActAsync(Guid id, int seenVersion, PlanAction action, string? comment, IReadOnlyList<FieldRemark>? remarks = null, string? number = null) =>
        runner.ActAsync(rules, id, seenVersion, action, comment, remarks, rules.ProjectAsync, number);

    /// <summary>The kinds that the rules know where a grant reaches: at its own level, and below where it reaches below.</summary>
    private IEnumerable<PlanRule> OwnKinds(Grant grant) => grant.Scope == GrantScope.All ? policies.Jurisdictions.SelectMany(j => j.Plans.Kinds)
        : policies.For(grant.RegionCode).Plans.Kinds.Where(k => k.Levels.Any(l => grant.Scope == GrantScope.Region ? l >= RegionCodes.Level(grant.RegionCode) : l == RegionCodes.Level(grant.RegionCode)));

    private static Grant? Drafter(Actor actor) => actor.Grants.FirstOrDefault(g => g.Permission == PlanPermissions.Draft);

    private static Dictionary<string, string?> Texts(IEnumerable<PlanFieldInfo> fields, PlanContent content, Func<Guid, string?> organ) => fields.ToDictionary(f => f.Title, f => f.Text(content, organ));

    private static Outcome<PlanDetailView> Refused(Refusal refusal) => new Outcome<PlanDetailView>.Refused(refusal, null);

    private async Task<Outcome<PlanDetailView>> SaveAsync(BureauDbContext db, Plan plan, Actor actor, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, PlanConfiguration.ApprovalIndex))
        {
            return Refused(PlanRefusals.ApprovalNumberTaken(plan.Content.Approval.Number!));
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, PlanConfiguration.LiveIndex))
        {
            return Refused(PlanRefusals.Exists(plan.Content.Title));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(plan.Id);
        }

        notifier.Publish(new CaseChanged(Plan.CaseKind, plan.Id, plan.Version, actor.Name));
        return new Outcome<PlanDetailView>.Done(await rules.ProjectAsync(db, plan, actor, default), sentence);
    }

    private async Task<Outcome<PlanDetailView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh
            ? new Outcome<PlanDetailView>.Conflict(fresh, "保存前，本件已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<PlanDetailView>.NotFound();
}

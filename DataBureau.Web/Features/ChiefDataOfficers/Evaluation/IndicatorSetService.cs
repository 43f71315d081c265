using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>The door to the sets of indicators.</summary>
public sealed class IndicatorSetService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, IndicatorSetCase rules, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    public async Task<Page<IndicatorSetRow>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<IndicatorSetRow>([], 0);
        var rows = Rows(db, actor, query);
        return new Page<IndicatorSetRow>(await rows.Skip(query.Skip).Take(query.PageSize).ToListAsync(cancellationToken), await rows.CountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<IndicatorSetRow> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        await foreach (var row in Rows(db, actor, query).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    public async Task<IndicatorSetView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && await rules.LoadAsync(db, id, cancellationToken) is { } set && rules.IsVisible(set, actor)
            ? await rules.ProjectAsync(db, set, actor, cancellationToken) : null;
    }

    /// <summary>A new set of the reader's bureau, from the template.</summary>
    /// <param name="name">Of the set; the template's where nothing is said.</param>
    public async Task<Outcome<IndicatorSetView>> CreateAsync(string? name = null)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<IndicatorSetView>.NotFound();
        if (actor.Grants.FirstOrDefault(g => g.Permission == EvaluationPermissions.Indicators) is not { } grant)
            return new Outcome<IndicatorSetView>.Refused(WorkflowRefusals.NotPermitted(EvaluationPermissions.Indicators), null);
        var now = clock.GetUtcNow();
        var content = string.IsNullOrWhiteSpace(name) ? IndicatorTemplate.Content : IndicatorTemplate.Content with { Name = name.Trim() };
        if (IndicatorRules.Limits(content) is { } refusal)
            return new Outcome<IndicatorSetView>.Refused(refusal, null);
        var set = IndicatorSet.Draft(Guid.CreateVersion7(now), grant.OrganisationId, grant.RegionCode, content, now);
        db.IndicatorSets.Add(set);
        db.History.Add(CaseHistory.Step(IndicatorSet.CaseKind, set.Id, set.Version, "新建", null, set.State.ChineseName(), null, actor, now));
        audit.Add(db, actor, "indicator-set.Create", $"新建指标体系{set.Title}", IndicatorSet.CaseKind, set.Id.ToString(), after: new { set.Name });
        await db.SaveChangesAsync();
        return new Outcome<IndicatorSetView>.Done(await rules.ProjectAsync(db, set, actor, default), "已按模板新建，请调整后启用。");
    }

    public async Task<Outcome<IndicatorSetView>> SaveAsync(Guid id, int seenVersion, IndicatorSetContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor || await rules.LoadAsync(db, id, default) is not { } set || !rules.IsVisible(set, actor))
            return new Outcome<IndicatorSetView>.NotFound();
        if (set.Version != seenVersion)
            return await ConflictAsync(id);
        var (now, before) = (clock.GetUtcNow(), set.Content);
        if (set.Edit(content, actor, now) is { } refusal)
            return new Outcome<IndicatorSetView>.Refused(refusal, await rules.ProjectAsync(db, set, actor, default));
        db.History.Add(CaseHistory.Step(IndicatorSet.CaseKind, id, set.Version, "修改", set.State.ChineseName(), set.State.ChineseName(), null, actor, now));
        audit.Add(db, actor, "indicator-set.Edit", $"修改指标体系{set.Title}", IndicatorSet.CaseKind, id.ToString(), new { before.Name, Indicators = Said(before) }, new { set.Name, Indicators = Said(set.Content) });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(id);
        }

        notifier.Publish(new CaseChanged(IndicatorSet.CaseKind, id, set.Version, actor.Name));
        return new Outcome<IndicatorSetView>.Done(await rules.ProjectAsync(db, set, actor, default), "已保存。");
    }

    public Task<Outcome<IndicatorSetView>> ActAsync(Guid id, int seenVersion, IndicatorSetAction action, string? comment) => runner.ActAsync(rules, id, seenVersion, action, comment, null, rules.ProjectAsync);

    private static IQueryable<IndicatorSetRow> Rows(BureauDbContext db, Actor actor, ListQuery query)
    {
        var sets = db.IndicatorSets.AsNoTracking().VisibleTo(actor, EvaluationPermissions.Indicators, s => s.OrganisationId, s => s.RegionCode).Where(s => s.State != IndicatorSetState.Discarded).Having(query.Search, s => s.Name);
        if (OfficerFilter.Named<IndicatorSetState>(query.Filter("state")) is { } state)
            sets = sets.Where(s => s.State == state);
        return sets.OrderByDescending(s => s.UpdatedAt).ThenBy(s => s.Id)
            .Join(db.Organisations, s => s.OrganisationId, o => o.Id, (s, o) => new IndicatorSetRow(s.Id, s.Name, s.Revision, s.State, o.Name, s.EnabledAt, s.UpdatedAt));
    }

    private static string Said(IndicatorSetContent content) => string.Join('；', content.Indicators.Select(i => $"{i.Group}/{i.Name} {i.Weight:0.##}"));

    private async Task<Outcome<IndicatorSetView>> ConflictAsync(Guid id) => await FindAsync(id, default) is { } fresh
        ? new Outcome<IndicatorSetView>.Conflict(fresh, "保存前，指标体系已被其他人修改。请对照最新内容后再保存。") : new Outcome<IndicatorSetView>.NotFound();
}

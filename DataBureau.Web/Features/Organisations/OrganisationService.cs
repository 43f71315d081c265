using System.Runtime.CompilerServices;
using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Features.Organisations.Changes;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Organisations;

/// <summary>The register of organisations: see, register, edit, abolish, restore.</summary>
public sealed class OrganisationService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<OrganisationMove> moves, AuditLog audit, TimeProvider clock)
{
    // Two who register without a code at the same moment draw the same number; the second draws again.
    private const int Draws = 3;

    public async Task<Page<OrganisationRow>> ListAsync(OrganisationFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return new Page<OrganisationRow>([], 0);
        var found = db.Organisations.AsNoTracking().WithinReach(actor, AdministrationPermissions.Organisations).Matching(filter, db);
        var total = await found.CountAsync(cancellationToken);
        return new Page<OrganisationRow>(await found.Ordered(filter).Skip(filter.Skip).Take(filter.Take).AsRows(db).ToListAsync(cancellationToken), total);
    }

    /// <summary>All rows of the filter, for the export.</summary>
    public async IAsyncEnumerable<OrganisationRow> StreamAsync(OrganisationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            yield break;
        await foreach (var row in db.Organisations.AsNoTracking().WithinReach(actor, AdministrationPermissions.Organisations).Matching(filter, db).Ordered(filter).AsRows(db).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    /// <summary>The regions in the person's reach, as a tree; without those that have no bodies of ours.</summary>
    public async Task<IReadOnlyList<RegionChoice>> RegionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is not { } actor)
            return [];
        var regions = await db.Regions.AsNoTracking().WithinReach(actor, AdministrationPermissions.Organisations).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var top = regions.Count == 0 ? RegionLevel.Nation : regions.Min(r => r.Level);
        return [.. regions.Where(r => !OrganisationRules.RegionsWithoutBureau.Contains(r.Code)).Select(r => new RegionChoice(r.Code, r.Name, r.Level - top))];
    }

    /// <returns>Null when there is no such organisation, or not for this person.</returns>
    public async Task<OrganisationView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ActorAsync(db, cancellationToken) is { } actor && await OrganisationCase.LoadAsync(db, actor, id, cancellationToken) is { } organisation
            ? await OrganisationCase.ProjectAsync(db, organisation, cancellationToken)
            : null;
    }

    public async Task<Outcome<OrganisationView>> CreateAsync(OrganisationContent content)
    {
        content = content.Tidy();
        for (var draw = 1; ; draw++)
        {
            await using var db = await contexts.CreateDbContextAsync();
            if (await ActorAsync(db, default) is not { } actor)
                return new Outcome<OrganisationView>.NotFound();
            if (!actor.Holds(AdministrationPermissions.Organisations))
                return Refused(WorkflowRefusals.NotPermitted(AdministrationPermissions.Organisations));
            if (await OrganisationCase.CheckAsync(db, actor, content, null) is { } refusal)
                return Refused(refusal);
            var now = clock.GetUtcNow();
            var code = content.Code ?? (await ProvisionalCodes.OpenAsync(db, content.RegionCode, default)).Next();
            var organisation = OrganisationRules.Create(Guid.CreateVersion7(now), content, code);
            OrganisationCase.Register(db, audit, actor, organisation, now);
            var outcome = await SaveAsync(db, organisation, organisation.IsProvisionalCode && content.Code is null ? $"已登记「{content.Name}」，临时代码为 {code}。" : $"已登记「{content.Name}」。");
            if (outcome is not Outcome<OrganisationView>.Refused { Refusal.Code: "CodeTaken" } || content.Code is not null || draw == Draws)
                return outcome;
        }
    }

    public Task<Outcome<OrganisationView>> EditAsync(Guid id, int seenVersion, OrganisationContent content) => ActAsync(id, seenVersion, async (db, actor, organisation, now) =>
    {
        content = content.Tidy();
        var before = OrganisationContent.Of(organisation);
        if (content.Code is null && organisation.IsProvisionalCode)
            content = content with { Code = organisation.Code };
        if (organisation.AbolishedAt is null && await OrganisationCase.CheckAsync(db, actor, content, organisation) is { } found)
            return (found, "");
        var changed = OrganisationFields.Differences(before, content).ToList();
        if (changed.Count == 0)
            return (null, "内容没有变化。");
        if (OrganisationRules.Edit(organisation, content, content.Code ?? (await ProvisionalCodes.OpenAsync(db, content.RegionCode, default)).Next()) is { } refusal)
            return (refusal, "");
        var after = OrganisationContent.Of(organisation);
        db.History.Add(OrganisationCase.Step(organisation, "修改", OrganisationStatus.Live, actor, $"修改了：{string.Join('、', changed.Select(f => f.Title))}", now));
        audit.Add(db, actor, "organisations.Edit", $"修改单位「{content.Name}」", OrganisationCase.Kind, id.ToString(), OrganisationFields.ForAudit(before, changed), OrganisationFields.ForAudit(after, changed));
        return (null, "已保存。");
    });

    /// <summary>For a body that has nothing open; any other needs a successor. Keeps every row; grants in it stop counting at once, because the actor is read without them.</summary>
    public Task<Outcome<OrganisationView>> AbolishAsync(Guid id, int seenVersion, string? comment) => ActAsync(id, seenVersion, async (db, actor, organisation, now) =>
    {
        comment = Trimmed(comment);
        var lines = organisation.AbolishedAt is null ? await new OrganisationChangeCase(moves).CountAsync(db, new OrganisationShift([organisation], null, null), default) : [];
        if (comment is not null && lines.Where(l => l.IsWork).Sum(l => l.Count) is > 0 and var open)
            return (OrganisationChangeRefusals.SuccessorNeeded(organisation.Name, open), "");
        if (OrganisationRules.Abolish(organisation, comment, now) is { } refusal)
            return (refusal, "");
        Record(db, actor, organisation, "Abolish", "撤销", OrganisationStatus.Live, comment, now);
        var ended = await OfficerAbolition.EndAsync(db, organisation, actor, now);
        return (null, $"已撤销「{organisation.Name}」，在本单位的授权不再生效。{(ended > 0 ? $"{ended} 件首席数据官的提名、任职随之终止。" : null)}");
    });

    public Task<Outcome<OrganisationView>> RestoreAsync(Guid id, int seenVersion, string? comment) => ActAsync(id, seenVersion, async (db, actor, organisation, now) =>
    {
        comment = Trimmed(comment);
        if (organisation.SuccessorId is { } successor)
            return (OrganisationChangeRefusals.Succeeded(organisation.Name, await db.Organisations.Where(o => o.Id == successor).Select(o => o.Name).SingleAsync()), "");
        if (organisation.AbolishedAt is not null && await OrganisationCase.NameTakenAsync(db, organisation.Name, organisation.RegionCode, id) is { } taken)
            return (taken, "");
        if (OrganisationRules.Restore(organisation, comment) is { } refusal)
            return (refusal, "");
        Record(db, actor, organisation, "Restore", "恢复", OrganisationStatus.Abolished, comment, now);
        return (null, $"已恢复「{organisation.Name}」，原有授权重新生效。");
    });

    private static string? Trimmed(string? comment) => string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();

    private static Outcome<OrganisationView> Refused(Refusal refusal, OrganisationView? view = null) => new Outcome<OrganisationView>.Refused(refusal, view);

    private void Record(BureauDbContext db, Actor actor, Organisation organisation, string act, string word, OrganisationStatus from, string? comment, DateTimeOffset now)
    {
        var step = OrganisationCase.Step(organisation, word, from, actor, comment, now);
        db.History.Add(step);
        audit.Add(db, actor, "organisations." + act, $"{word}单位「{organisation.Name}」", OrganisationCase.Kind, organisation.Id.ToString(),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["状态"] = step.FromState! }, new Dictionary<string, string?>(StringComparer.Ordinal) { ["状态"] = step.ToState, ["意见"] = comment });
    }

    private async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) => await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken);

    private async Task<Outcome<OrganisationView>> ActAsync(Guid id, int seenVersion, Func<BureauDbContext, Actor, Organisation, DateTimeOffset, Task<(Refusal? Refusal, string Sentence)>> act)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor || await OrganisationCase.LoadAsync(db, actor, id, default) is not { } organisation)
            return new Outcome<OrganisationView>.NotFound();
        if (organisation.Version != seenVersion)
            return await ConflictAsync(id);
        var (refusal, sentence) = await act(db, actor, organisation, clock.GetUtcNow());
        return refusal is null ? await SaveAsync(db, organisation, sentence) : Refused(refusal, await OrganisationCase.ProjectAsync(db, organisation, default));
    }

    private async Task<Outcome<OrganisationView>> SaveAsync(BureauDbContext db, Organisation organisation, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(organisation.Id);
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, OrganisationConfiguration.CodeIndex))
        {
            return Refused(OrganisationRefusals.CodeTaken(organisation.Code, null));
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, OrganisationConfiguration.NameIndex))
        {
            await using var fresh = await contexts.CreateDbContextAsync();
            return Refused(await OrganisationCase.NameTakenAsync(fresh, organisation.Name, organisation.RegionCode, organisation.Id) ?? OrganisationRefusals.NameTaken(organisation.Name, organisation.RegionCode));
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex))
        {
            // The history's index on (case, version): somebody was first.
            return await ConflictAsync(organisation.Id);
        }

        return new Outcome<OrganisationView>.Done(await OrganisationCase.ProjectAsync(db, organisation, default), sentence);
    }

    private async Task<Outcome<OrganisationView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh
            ? new Outcome<OrganisationView>.Conflict(fresh, "保存前，该单位已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<OrganisationView>.NotFound();
}

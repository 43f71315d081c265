using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>The door to applications for digital bases: see, apply, keep the records, act.</summary>
public sealed class DigitalBaseService(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, DigitalBaseCase rules, AuditLog audit, PolicyLibrary policies, WorkflowNotifier notifier, TimeProvider clock)
{
    private const int Handful = 200;

    public async Task<Page<DigitalBaseRow>> ListAsync(CaseFilter<DigitalBaseState> filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<DigitalBaseRow>([], 0);
        var bases = db.DigitalBases.AsNoTracking().VisibleTo(actor, DigitalBasePermissions.View).Matching(filter, actor, db);
        var total = await bases.CountAsync(cancellationToken);
        if (total <= filter.Skip)
            return new Page<DigitalBaseRow>([], total);
        var rows = await bases.Ordered(filter).Skip(filter.Skip).Take(filter.PageSize).AsRows(db).ToListAsync(cancellationToken);
        return new Page<DigitalBaseRow>(await rules.WithDeadlinesAsync(db, rows, cancellationToken), total);
    }

    /// <summary>All rows of a filter, as they come from the database, for the export.</summary>
    public async IAsyncEnumerable<DigitalBaseRow> StreamAsync(CaseFilter<DigitalBaseState> filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        // The rows are still coming from the one connection while the deadlines of a handful are asked for on another.
        await using var beside = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = db.DigitalBases.AsNoTracking().VisibleTo(actor, DigitalBasePermissions.Export).Matching(filter, actor, db).Ordered(filter).AsRows(db).AsAsyncEnumerable();
        await foreach (var handful in rows.Chunk(Handful).WithCancellation(cancellationToken))
            foreach (var row in await rules.WithDeadlinesAsync(beside, handful, cancellationToken))
                yield return row;
    }

    public async Task<CaseListOptions> ListOptionsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new CaseListOptions(CanDraft: false, Asked: false, []);
        var regions = await db.DigitalBases.AsNoTracking().VisibleTo(actor, DigitalBasePermissions.View).Select(b => b.RegionCode).Distinct()
            .Join(db.Regions, code => code, r => r.Code, (_, r) => new { r.Code, r.Name }).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        return new CaseListOptions(await WhyNotAsync(db, actor, cancellationToken) is null, policies.AsksWithin(actor, DigitalBasePermissions.View, DigitalBaseModule.Asks), [.. regions.Select(r => (r.Code, r.Name))]);
    }

    /// <returns>Null when there is no such application, or not for this person.</returns>
    public async Task<DigitalBaseView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor
            && await rules.LoadAsync(db, id, cancellationToken) is { } found && rules.IsVisible(found, actor) ? await rules.ProjectAsync(db, found, actor, cancellationToken) : null;
    }

    /// <summary>The next case that waits for the reader's decision, the longest-waiting first.</summary>
    public async Task<Guid?> NextAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor ? null
            : await db.DigitalBases.AsNoTracking().WaitingFor(actor, db).Judged().Where(b => b.Id != after).OrderBy(b => b.UpdatedAt).ThenBy(b => b.Id).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Why the reader cannot begin an application; null when nothing stands in the way.</summary>
    public async Task<Refusal?> WhyNotNewAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor
            ? await WhyNotAsync(db, actor, cancellationToken) ?? await WhyNotAnotherAsync(db, Applicant(actor)!, cancellationToken) : WorkflowRefusals.NotPermitted(DigitalBasePermissions.Apply);
    }

    /// <summary>A new draft of the user's own body.</summary>
    public async Task<Outcome<DigitalBaseView>> CreateAsync(DigitalBaseContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<DigitalBaseView>.NotFound();
        var now = clock.GetUtcNow();
        if ((await WhyNotAsync(db, actor, default) ?? DigitalBaseGuards.Limits(content with { Argument = new(), Verification = new() }, DigitalBasePart.Application, now)) is { } refusal)
            return Refused(refusal);
        var grant = Applicant(actor)!;
        var draft = DigitalBase.Draft(Guid.CreateVersion7(now), grant.OrganisationId, grant.RegionCode, content.Application, now);
        await rules.KnowAsync(db, draft, default);
        db.DigitalBases.Add(draft);
        db.History.Add(CaseSteps.Entry<DigitalBaseState>(DigitalBase.CaseKind, draft.Id, draft.Version, "新建", null, draft.State, null, actor, now));
        audit.Add(db, actor, "digital-base.Create", $"新建数字底座申请「{draft.Content.Application.Title}」", DigitalBase.CaseKind, draft.Id.ToString(), after: DigitalBaseFields.Application.Texts(draft.Content));
        return await SaveAsync(db, draft, actor, $"已新建「{draft.Content.Application.Title}」，保存为草稿。");
    }

    /// <summary>Writes the part that is open: the application, the record of the argument, or that of the verification.</summary>
    public async Task<Outcome<DigitalBaseView>> SaveAsync(Guid id, int seenVersion, DigitalBaseContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor || await rules.LoadAsync(db, id, default) is not { } subject || !rules.IsVisible(subject, actor))
            return new Outcome<DigitalBaseView>.NotFound();
        if (subject.Version != seenVersion)
            return await ConflictAsync(id);
        var (before, now, part) = (subject.Content, clock.GetUtcNow(), DigitalBaseWorkflow.Editable(subject.State));
        if (subject.Edit(content, actor, now) is { } refusal)
            return new Outcome<DigitalBaseView>.Refused(refusal, await rules.ProjectAsync(db, subject, actor, default));
        var changed = DigitalBaseFields.All.Differences(before, subject.Content);
        if (changed.Count == 0)
            return await FindAsync(id, default) is { } same ? new Outcome<DigitalBaseView>.Done(same, "内容没有变化。") : new Outcome<DigitalBaseView>.NotFound();
        db.History.Add(CaseSteps.Entry<DigitalBaseState>(DigitalBase.CaseKind, id, subject.Version, "修改", subject.State, subject.State, $"填写了{part.ChineseName()}：{string.Join('、', changed.Select(f => f.Title))}", actor, now));
        audit.Add(db, actor, "digital-base.Edit", $"填写数字底座「{subject.Content.Application.Title}」的{part.ChineseName()}", DigitalBase.CaseKind, id.ToString(), changed.Texts(before), changed.Texts(subject.Content));
        return await SaveAsync(db, subject, actor, "已保存。");
    }

    public Task<Outcome<DigitalBaseView>> ActAsync(Guid id, int seenVersion, DigitalBaseAction action, string? comment, string? number = null) =>
        runner.ActAsync(rules, id, seenVersion, action, comment, null, rules.ProjectAsync, number);

    /// <summary>A county has one application at a time: said before anything is filled in, not after.</summary>
    private static async Task<Refusal?> WhyNotAnotherAsync(BureauDbContext db, Grant grant, CancellationToken cancellationToken) =>
        await db.DigitalBases.AnyAsync(b => b.LiveKey == grant.RegionCode, cancellationToken) ? DigitalBaseRefusals.Exists() : null;

    private static Grant? Applicant(Actor actor) => actor.Grants.FirstOrDefault(g => g.Permission == DigitalBasePermissions.Apply);

    private static Outcome<DigitalBaseView> Refused(Refusal refusal) => new Outcome<DigitalBaseView>.Refused(refusal, null);

    private async Task<Refusal?> WhyNotAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        if (Applicant(actor) is not { } grant)
            return WorkflowRefusals.NotPermitted(DigitalBasePermissions.Apply);
        var now = clock.GetUtcNow();
        var probe = DigitalBase.Draft(Guid.Empty, grant.OrganisationId, grant.RegionCode, new BaseApplication(), now);
        probe.Know(DigitalBaseFacts.None with { MayApply = await DigitalBaseCase.MayApplyAsync(db, grant.OrganisationId, cancellationToken) });
        return DigitalBaseGuards.ConsentAsked.Check(probe, new GuardContext(actor, policies.For(grant.RegionCode), now));
    }

    private async Task<Outcome<DigitalBaseView>> SaveAsync(BureauDbContext db, DigitalBase subject, Actor actor, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, DigitalBaseConfiguration.LiveIndex))
        {
            return Refused(DigitalBaseRefusals.Exists());
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(subject.Id);
        }

        notifier.Publish(new CaseChanged(DigitalBase.CaseKind, subject.Id, subject.Version, actor.Name));
        return new Outcome<DigitalBaseView>.Done(await rules.ProjectAsync(db, subject, actor, default), sentence);
    }

    private async Task<Outcome<DigitalBaseView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh
            ? new Outcome<DigitalBaseView>.Conflict(fresh, "保存前，本件已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<DigitalBaseView>.NotFound();
}

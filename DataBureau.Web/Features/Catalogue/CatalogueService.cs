using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Dictionaries;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Dictionaries;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The door to the catalogue for pages, endpoints and the command line: see, draft, edit, act.</summary>
public sealed class CatalogueService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowRunner runner, BatchRunner batch, CatalogueCase rules, AuditLog audit, PolicyLibrary policies, WorkflowNotifier notifier, TimeProvider clock)
{
    /// <summary>Entries that can be chosen at once: as many as one act takes.</summary>
    public const int BatchLimit = BatchRunner.Limit;

    public async Task<Page<CatalogueRow>> ListAsync(CatalogueFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<CatalogueRow>([], 0);
        var entries = db.CatalogueEntries.AsNoTracking().VisibleTo(actor, CataloguePermissions.View).Matching(filter, db);
        var total = await entries.CountAsync(cancellationToken);
        // Beyond the end there is nothing to look for, and looking would walk the whole index.
        if (total <= (filter.Page - 1) * filter.PageSize)
            return new Page<CatalogueRow>([], total);
        var rows = await entries.Ordered(filter, db).Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize).AsRows(db).ToListAsync(cancellationToken);
        return new Page<CatalogueRow>(rows, total);
    }

    /// <returns>Null when there is no such entry, or not for this person.</returns>
    public async Task<CatalogueDetailView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return null;
        return await rules.LoadAsync(db, id, cancellationToken) is { } entry && rules.IsVisible(entry, actor) ? await rules.ProjectAsync(db, entry, actor, cancellationToken) : null;
    }

    /// <summary>A new draft of the user's own organisation.</summary>
    public async Task<Outcome<CatalogueDetailView>> CreateAsync(CatalogueContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<CatalogueDetailView>.NotFound();
        if (actor.Grants.FirstOrDefault(g => g.Permission == CataloguePermissions.Compile) is not { } grant)
            return Refused(WorkflowRefusals.NotPermitted(CataloguePermissions.Compile));
        if (CatalogueLimits.Check(content) is { } tooLong)
            return Refused(tooLong);
        if (DictionaryRules.Check(content, null, await DictionaryWords.ReadAsync(db, default)) is { } unlisted)
            return Refused(unlisted);
        var now = clock.GetUtcNow();
        var entry = CatalogueEntry.Draft(Guid.CreateVersion7(now), grant.OrganisationId, grant.RegionCode, await DataAuthorities.ForAsync(db, grant.RegionCode, default), content, actor, now);
        db.CatalogueEntries.Add(entry);
        db.History.Add(CatalogueHistory.Created(entry, "新建", actor, now));
        audit.Add(db, actor, "catalogue.Create", $"新建目录「{content.Name}」", CatalogueEntry.Kind, entry.Id.ToString(), after: content);
        return await SaveAsync(db, entry, actor, content, $"已新建「{content.Name}」，保存为草稿。");
    }

    /// <summary>Changes the content of a draft.</summary>
    public async Task<Outcome<CatalogueDetailView>> SaveAsync(Guid id, int seenVersion, CatalogueContent content)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor
            || await rules.LoadAsync(db, id, default) is not { } entry || !rules.IsVisible(entry, actor))
            return new Outcome<CatalogueDetailView>.NotFound();
        if (entry.Version != seenVersion)
            return await ConflictAsync(id);
        var (before, now) = (entry.Content, clock.GetUtcNow());
        var changed = CatalogueFields.Differences(before, content).ToList();
        if (changed.Count == 0)
            return new Outcome<CatalogueDetailView>.Done(await rules.ProjectAsync(db, entry, actor, default), "内容没有变化。");
        if ((DictionaryRules.Check(content, before, await DictionaryWords.ReadAsync(db, default)) ?? entry.Edit(content, actor, CataloguePermissions.Compile, now)) is { } refusal)
            return new Outcome<CatalogueDetailView>.Refused(refusal, await rules.ProjectAsync(db, entry, actor, default));
        var policy = policies.For(entry.RegionCode);
        db.History.Add(CatalogueHistory.Edited(entry, changed.Select(f => f.Title), actor, now));
        audit.Add(db, actor, "catalogue.Edit", $"修改目录「{content.Name}」", CatalogueEntry.Kind, id.ToString(),
            changed.ToDictionary(f => f.Title, f => f.Text(before, policy)), changed.ToDictionary(f => f.Title, f => f.Text(content, policy)));
        return await SaveAsync(db, entry, actor, content, "已保存。");
    }

    public Task<Outcome<CatalogueDetailView>> ActAsync(Guid id, int seenVersion, CatalogueAction action, string? comment, IReadOnlyList<FieldRemark>? remarks = null) =>
        runner.ActAsync(rules, id, seenVersion, action, comment, remarks, rules.ProjectAsync);

    /// <summary>One act over several entries, each on its own: one that is refused does not stop the others, and none is left out of the report.</summary>
    public Task<BatchReport> ActManyAsync(IReadOnlyList<EntryRef> entries, CatalogueAction action, string? comment) =>
        batch.RunAsync(action.ChineseName(), new("条", "本条目录", action == CatalogueAction.Submit ? "/catalogue" : "/reviews"), [.. entries.Select(e => Step(runner, rules, e, action, comment))]);

    internal static BatchStep Step(WorkflowRunner runner, CatalogueCase rules, EntryRef entry, CatalogueAction action, string? comment) => new(entry.Name, $"/catalogue/{entry.Id}",
        () => runner.ActAsync(rules, entry.Id, entry.Version, action, comment, null, static (_, e, _, _) => Task.FromResult(e.Version)));

    /// <summary>The entries of a filter, for choosing all of them at once; at most one batch.</summary>
    public async Task<IReadOnlyList<EntryRef>> ListRefsAsync(CatalogueFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor ? []
            : await db.CatalogueEntries.AsNoTracking().VisibleTo(actor, CataloguePermissions.View).Matching(filter, db).Ordered(filter, db).Take(BatchLimit).AsRefs().ToListAsync(cancellationToken);
    }

    /// <summary>All rows of a filter, as they come from the database, for the export.</summary>
    public async IAsyncEnumerable<CatalogueRow> StreamAsync(CatalogueFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        var rows = db.CatalogueEntries.AsNoTracking().VisibleTo(actor, CataloguePermissions.Export).Matching(filter, db).Ordered(filter, db).AsRows(db);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    private static Outcome<CatalogueDetailView> Refused(Refusal refusal) => new Outcome<CatalogueDetailView>.Refused(refusal, null);

    private async Task<Outcome<CatalogueDetailView>> SaveAsync(BureauDbContext db, CatalogueEntry entry, Actor actor, CatalogueContent content, string sentence)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, CatalogueEntryConfiguration.CodeIndex))
        {
            return Refused(CatalogueRefusals.CodeTaken(content.Code!));
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, CatalogueEntryConfiguration.NameIndex))
        {
            return Refused(CatalogueRefusals.NameTaken(content.Name));
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(entry.Id);
        }

        notifier.Publish(new CaseChanged(CatalogueEntry.Kind, entry.Id, entry.Version, actor.Name));
        return new Outcome<CatalogueDetailView>.Done(await rules.ProjectAsync(db, entry, actor, default), sentence);
    }

    private async Task<Outcome<CatalogueDetailView>> ConflictAsync(Guid id) =>
        await FindAsync(id, default) is { } fresh
            ? new Outcome<CatalogueDetailView>.Conflict(fresh, "保存前，本件已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<CatalogueDetailView>.NotFound();
}

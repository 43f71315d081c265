using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>The data list of a project: its items, what they are matched to, and what suggests itself. Every change counts as a version of the project.</summary>
public sealed class ProjectDataService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, ProjectCase rules, PolicyLibrary policies, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    public const int Limit = 20_000;

    private delegate Task<(Refusal? Refusal, string Done)> Change(BureauDbContext db, Project project, Actor actor, DateTimeOffset now);

    /// <summary>A page of the list; with "open" in the query only what is not matched.</summary>
    public async Task<DataListView?> ReadAsync(Guid projectId, ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor
            || await db.Projects.AsNoTracking().VisibleTo(actor, ProjectPermissions.View).FirstOrDefaultAsync(p => p.Id == projectId, cancellationToken) is not { } project)
            return null;
        var all = db.ProjectDataItems.AsNoTracking().Where(i => i.ProjectId == projectId);
        var open = all.Where(i => i.LineageId == null && i.ReleasedAt == null);
        var shown = (query.Filter("open") == "1" ? open : all).Having(query.Search, i => i.Name);
        var free = Free(db, project);
        var items = await (from i in shown.OrderBy(i => i.Position).ThenBy(i => i.Id).Skip(query.Skip).Take(query.PageSize)
                           select new { Item = i, Suggested = i.LineageId != null || i.ReleasedAt != null ? null : free.Where(e => e.NameKey == i.EntryKey).Select(e => new { e.LineageId, e.Content.Name, e.State }).FirstOrDefault() })
            .OrderBy(x => x.Item.Position).ThenBy(x => x.Item.Id).ToListAsync(cancellationToken);
        var lineages = items.Select(x => x.Item.LineageId).OfType<Guid>().Distinct().ToList();
        var entries = (await db.CatalogueEntries.AsNoTracking().Where(e => lineages.Contains(e.LineageId)).Select(e => new { e.LineageId, e.Id, e.Content.Name, e.ProviderId, e.State }).ToListAsync(cancellationToken))
            .ToLookup(e => e.LineageId);
        // Who else has one of these entries may stand on another page.
        var gate = (await all.Where(i => i.LineageId != null && lineages.Contains(i.LineageId.Value)).OrderBy(i => i.Position).ToListAsync(cancellationToken))
            .UnionBy(items.Select(x => x.Item), i => i.Id).Select(i => new GateItem(i.Id, i.Name, i.EntryName, i.LineageId, i.Release is not null)).ToList();
        var known = entries.SelectMany(g => g).Select(e => new GateEntry(e.LineageId, e.Id, e.ProviderId, e.State, e.Name)).ToList();
        var findings = AcceptanceGate.Check(project.OrganisationId, gate, known).ToDictionary(f => f.ItemId);
        var differing = AcceptanceGate.Differing(gate, known).Select(d => d.ItemId).ToHashSet();
        var policy = policies.For(project.RegionCode);
        return new DataListView(
            [.. items.Select(x => (x.Item.LineageId is { } lineage && entries[lineage].OrderByDescending(e => AcceptanceGate.Counts(e.State)).FirstOrDefault() is { } entry
                ? new DataItemView(x.Item.Id, x.Item.Position, x.Item.Name, x.Item.Description, x.Item.PlannedEntry, lineage, entry.Name, entry.Id, entry.State, null, null, null, findings.GetValueOrDefault(x.Item.Id))
                : new DataItemView(x.Item.Id, x.Item.Position, x.Item.Name, x.Item.Description, x.Item.PlannedEntry, x.Item.LineageId, null, null, null, x.Suggested?.LineageId, x.Suggested?.Name, x.Suggested?.State, findings.GetValueOrDefault(x.Item.Id)))
                with { IsSettled = DataListRules.IsSettled(project.State, x.Item, policy), NameDiffers = differing.Contains(x.Item.Id), Release = x.Item.Release })],
            await shown.CountAsync(cancellationToken), await all.CountAsync(cancellationToken), await all.CountAsync(i => i.LineageId != null, cancellationToken),
            await open.CountAsync(i => free.Any(e => e.NameKey == i.EntryKey), cancellationToken));
    }

    public Task<Outcome<ProjectDetailView>> AddAsync(Guid projectId, int seenVersion, DataItemRow row) => ByBuilderAsync(projectId, seenVersion, ProjectSteps.ItemAdded, async (db, project, _, now) =>
    {
        if (Check(row) is { } refusal)
            return (refusal, string.Empty);
        var key = ProjectDataItem.KeyOf(row.Name);
        if (await db.ProjectDataItems.AnyAsync(i => i.ProjectId == projectId && i.NameKey == key))
            return (ProjectRefusals.ItemExists(row.Name.Trim()), string.Empty);
        var last = await db.ProjectDataItems.Where(i => i.ProjectId == projectId).MaxAsync(i => (int?)i.Position) ?? 0;
        db.ProjectDataItems.Add(ProjectDataItem.Of(Guid.CreateVersion7(now), projectId, last + 1, row, addedLater: project.State != ProjectState.Draft));
        return (null, $"增加了「{row.Name.Trim()}」");
    });

    public Task<Outcome<ProjectDetailView>> EditAsync(Guid projectId, int seenVersion, Guid itemId, DataItemRow row) => ByBuilderAsync(projectId, seenVersion, ProjectSteps.ItemEdited, async (db, project, _, _) =>
    {
        if (Check(row) is { } refusal)
            return (refusal, string.Empty);
        if (await FindAsync(db, projectId, itemId) is not { } item)
            return (ProjectRefusals.ItemGone(), string.Empty);
        if (DataListRules.Rewrite(project, item, row, policies.For(project.RegionCode)) is { } settled)
            return (settled, string.Empty);
        var key = ProjectDataItem.KeyOf(row.Name);
        if (await db.ProjectDataItems.AnyAsync(i => i.ProjectId == projectId && i.NameKey == key && i.Id != itemId))
            return (ProjectRefusals.ItemExists(row.Name.Trim()), string.Empty);
        item.Take(row);
        return (null, $"修改了「{item.Name}」");
    });

    public Task<Outcome<ProjectDetailView>> RemoveAsync(Guid projectId, int seenVersion, Guid itemId) => ByBuilderAsync(projectId, seenVersion, ProjectSteps.ItemRemoved, async (db, project, _, _) =>
    {
        if (await FindAsync(db, projectId, itemId) is not { } item)
            return (ProjectRefusals.ItemGone(), string.Empty);
        if (DataListRules.Remove(project, item, policies.For(project.RegionCode)) is { } settled)
            return (settled, string.Empty);
        db.ProjectDataItems.Remove(item);
        return (null, $"删除了「{item.Name}」");
    });

    /// <summary>核减: the authority that replied agrees that an approved item is left out.</summary>
    public Task<Outcome<ProjectDetailView>> ReleaseAsync(Guid projectId, int seenVersion, Guid itemId, string? why) => ChangeAsync(projectId, seenVersion, "同意核减", async (db, project, actor, now) =>
    {
        if (await FindAsync(db, projectId, itemId) is not { } item)
            return (ProjectRefusals.ItemGone(), string.Empty);
        return project.Release(item, why, new GuardContext(actor, policies.For(project.RegionCode), now)) is { } refusal ? (refusal, string.Empty) : (null, $"同意核减「{item.Name}」，理由：{item.ReleasedWhy!.TrimEnd('。')}");
    });

    /// <summary>恢复: the authority takes back that the item is left out; it is asked for at the acceptance again.</summary>
    public Task<Outcome<ProjectDetailView>> RestoreAsync(Guid projectId, int seenVersion, Guid itemId, string? why) => ChangeAsync(projectId, seenVersion, "恢复清单项", async (db, project, actor, now) =>
    {
        if (await FindAsync(db, projectId, itemId) is not { } item)
            return (ProjectRefusals.ItemGone(), string.Empty);
        return project.Restore(item, why, new GuardContext(actor, policies.For(project.RegionCode), now)) is { } refusal ? (refusal, string.Empty) : (null, $"恢复「{item.Name}」，理由：{why!.Trim().TrimEnd('。')}");
    });

    /// <param name="lineageId">The entry of the builder; null takes the match away.</param>
    public Task<Outcome<ProjectDetailView>> MatchAsync(Guid projectId, int seenVersion, Guid itemId, Guid? lineageId) => ByBuilderAsync(projectId, seenVersion, lineageId is null ? "取消对应" : "对应目录条目", async (db, project, _, _) =>
    {
        if (await FindAsync(db, projectId, itemId) is not { } item)
            return (ProjectRefusals.ItemGone(), string.Empty);
        if (lineageId is { } lineage && !await db.CatalogueEntries.AnyAsync(e => e.LineageId == lineage && e.ProviderId == project.OrganisationId))
            return (ProjectRefusals.EntryNotOwn(), string.Empty);
        var holder = lineageId is null ? null : await db.ProjectDataItems.Where(i => i.ProjectId == projectId && i.LineageId == lineageId && i.Id != itemId).OrderBy(i => i.Position).Select(i => i.Name).FirstOrDefaultAsync();
        if (DataListRules.Match(item, holder, policies.For(project.RegionCode)) is { } refusal)
            return (refusal, string.Empty);
        item.Match(lineageId);
        return (null, lineageId is null ? $"取消了「{item.Name}」的对应" : $"对应了「{item.Name}」");
    });

    /// <summary>Matches whatever has an entry of the same name, in one statement; of several items that plan the same entry the first gets it.</summary>
    public Task<Outcome<ProjectDetailView>> MatchAllAsync(Guid projectId, int seenVersion) => ByBuilderAsync(projectId, seenVersion, "按名称批量对应", async (db, project, _, _) =>
    {
        var (free, open) = (Free(db, project), db.ProjectDataItems.Where(i => i.ProjectId == projectId && i.LineageId == null && i.ReleasedAt == null));
        var count = await open.Where(i => free.Any(e => e.NameKey == i.EntryKey) && !open.Any(o => o.EntryKey == i.EntryKey && o.Position < i.Position))
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.LineageId, x => free.Where(e => e.NameKey == x.EntryKey).Select(e => (Guid?)e.LineageId).FirstOrDefault()));
        return (null, count == 0 ? "没有可以按名称对应的项" : $"按名称对应了 {count} 项");
    });

    /// <summary>Entries of the builder that an item may be matched to, by a part of the name.</summary>
    public async Task<IReadOnlyList<(Guid LineageId, string Name, CatalogueState State)>> EntriesAsync(Guid projectId, string? search, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor
            || await db.Projects.AsNoTracking().VisibleTo(actor, ProjectPermissions.Compile).Where(p => p.Id == projectId).Select(p => (Guid?)p.OrganisationId).FirstOrDefaultAsync(cancellationToken) is not { } builder)
            return [];
        var found = await Heads(db, builder).Having(search, e => e.Content.Name).OrderBy(e => e.Content.Name).ThenBy(e => e.Id).Take(20).Select(e => new { e.LineageId, e.Content.Name, e.State }).ToListAsync(cancellationToken);
        return [.. found.Select(e => (e.LineageId, e.Name, e.State))];
    }

    internal static Refusal? Check(DataItemRow row) => string.IsNullOrWhiteSpace(row.Name) ? ProjectRefusals.ItemName()
        : row.Name.Trim().Length > ProjectDataItem.NameLimit || row.PlannedEntry?.Trim().Length > ProjectDataItem.NameLimit || row.Description?.Trim().Length > ProjectDataItem.TextLimit ? ProjectRefusals.ItemTooLong() : null;

    private static IQueryable<CatalogueEntry> Heads(BureauDbContext db, Guid builder) =>
        db.CatalogueEntries.AsNoTracking().Where(e => e.ProviderId == builder && e.IsHead && e.State != CatalogueState.Discarded && e.State != CatalogueState.Retired);

    /// <summary>Entries of the builder that no item of the project has yet.</summary>
    private static IQueryable<CatalogueEntry> Free(BureauDbContext db, Project project) =>
        Heads(db, project.OrganisationId).Where(e => !db.ProjectDataItems.Any(i => i.ProjectId == project.Id && i.LineageId == e.LineageId));

    private static Task<ProjectDataItem?> FindAsync(BureauDbContext db, Guid projectId, Guid itemId) => db.ProjectDataItems.FirstOrDefaultAsync(i => i.Id == itemId && i.ProjectId == projectId);

    private Task<Outcome<ProjectDetailView>> ByBuilderAsync(Guid projectId, int seenVersion, string action, Change change) => ChangeAsync(projectId, seenVersion, action, (db, project, actor, now) =>
        project.TouchDataList(actor, now) is { } closed ? Task.FromResult<(Refusal?, string)>((closed, string.Empty)) : change(db, project, actor, now));

    private async Task<Outcome<ProjectDetailView>> ChangeAsync(Guid projectId, int seenVersion, string action, Change change)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor
            || await rules.LoadAsync(db, projectId, default) is not { } project || !rules.IsVisible(project, actor))
            return new Outcome<ProjectDetailView>.NotFound();
        if (project.Version != seenVersion)
            return await ConflictAsync(projectId, actor);
        var now = clock.GetUtcNow();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var (refusal, done) = await change(db, project, actor, now);
            if (refusal is not null)
                return new Outcome<ProjectDetailView>.Refused(refusal, null);
            db.History.Add(ProjectService.Step(project, action, project.State, done + "。", actor, now));
            audit.Add(db, actor, "project.DataList", $"{action}：项目「{project.Content.Name}」{done}", Project.CaseKind, projectId.ToString());
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            project.Know(await ProjectFactsReader.ReadAsync(db, project, default));
            notifier.Publish(new CaseChanged(Project.CaseKind, projectId, project.Version, actor.Name));
            return new Outcome<ProjectDetailView>.Done(await rules.ProjectAsync(db, project, actor, default), $"已保存：{done}。");
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(projectId, actor);
        }
    }

    private async Task<Outcome<ProjectDetailView>> ConflictAsync(Guid id, Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await rules.LoadAsync(db, id, default) is { } project && rules.IsVisible(project, actor)
            ? new Outcome<ProjectDetailView>.Conflict(await rules.ProjectAsync(db, project, actor, default), "保存前，本项目已被其他人修改，您的操作没有执行。请按最新内容重新办理。")
            : new Outcome<ProjectDetailView>.NotFound();
    }
}

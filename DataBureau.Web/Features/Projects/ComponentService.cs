using System.Data;
using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>A row of the register.</summary>
public sealed record ComponentRow(
    Guid Id, int Version, string Name, ComponentKind Kind, IReadOnlyList<string> Capabilities, string? Description, ComponentStatus Status, string? RetiredWhy, string OrganisationName, Guid OrganisationId,
    string RegionCode, string RegionName, Guid? ReplacesId, string? ReplacesName, Guid? ProjectId, string? ProjectName, DateTimeOffset UpdatedAt);

/// <summary>What the register lets this person do.</summary>
public sealed record ComponentRights(bool CanRegister, IReadOnlyList<Guid> Own, IReadOnlyList<string> Managed)
{
    public static readonly ComponentRights None = new(CanRegister: false, [], []);

    public bool MayEdit(ComponentRow row) => Own.Contains(row.OrganisationId);

    public bool MayManage(ComponentRow row) => Managed.Any(r => Domain.Organisations.RegionCodes.Contains(r, row.RegionCode));
}

/// <summary>The register of shared platforms and components: everybody who sees projects looks in it, owners register, the data authority takes under management.</summary>
public sealed class ComponentService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, TimeProvider clock)
{
    public const string Kind = "component";

    private const int Offered = 5;

    public async Task<Page<ComponentRow>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || !actor.Holds(ProjectPermissions.View))
            return new Page<ComponentRow>([], 0);
        var components = Matching(db, query);
        return new Page<ComponentRow>(await Rows(db, Ordered(components).Skip(query.Skip).Take(query.PageSize)).ToListAsync(cancellationToken), await components.CountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<ComponentRow> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || !actor.Holds(ProjectPermissions.Export))
            yield break;
        await foreach (var row in Rows(db, Ordered(Matching(db, query))).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row;
    }

    public async Task<(ComponentRow? Row, ComponentRights Rights, IReadOnlyList<(Guid Id, string Name)> Others, IReadOnlyList<(Guid Id, string Name)> Projects)> FindAsync(Guid? id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || !actor.Holds(ProjectPermissions.View))
            return (null, ComponentRights.None, [], []);
        var row = id is null ? null : await Rows(db, db.SharedComponents.AsNoTracking().Where(c => c.Id == id)).FirstOrDefaultAsync(cancellationToken);
        var own = actor.BodiesWith(ProjectPermissions.Compile);
        var others = await db.SharedComponents.AsNoTracking().Where(c => c.Id != id).OrderBy(c => c.Content.Name).Select(c => new { c.Id, c.Content.Name }).ToListAsync(cancellationToken);
        var projects = await db.Projects.AsNoTracking().Where(p => own.Contains(p.OrganisationId) && p.State != ProjectState.Terminated).OrderBy(p => p.Content.Name).Select(p => new { p.Id, p.Content.Name }).ToListAsync(cancellationToken);
        return (row, RightsOf(actor), [.. others.Select(o => (o.Id, o.Name))], [.. projects.Select(p => (p.Id, p.Name))]);
    }

    /// <summary>What the register offers for a needed capability, the best fit first; managed ones before merely registered ones.</summary>
    public async Task<IReadOnlyList<ComponentSuggestion>> SuggestAsync(string capability, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(capability) || await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || !actor.Holds(ProjectPermissions.View))
            return [];
        // What the own region and those above it share; a neighbour's register is not ours to build on.
        var regions = actor.Grants.Where(g => g.Permission == ProjectPermissions.View).SelectMany(g => Domain.Organisations.RegionCodes.SelfAndAbove(g.RegionCode)).Distinct().ToList();
        var live = await db.SharedComponents.AsNoTracking().Where(c => c.Status != ComponentStatus.Retired && regions.Contains(c.RegionCode))
            .Join(db.Organisations, c => c.OrganisationId, o => o.Id, (c, o) => new { c.Id, c.Content.Name, Body = o.Name, c.Status, c.Content.Capabilities }).ToListAsync(cancellationToken);
        return [.. live.Select(c => new ComponentSuggestion(c.Id, c.Name, c.Body, c.Status, string.Join('、', c.Capabilities), ComponentRules.Fit(capability, c.Name, c.Capabilities)))
            .Where(s => s.Fit > 0).OrderByDescending(s => s.Fit).ThenByDescending(s => s.Status == ComponentStatus.Managed).ThenBy(s => s.Name, StringComparer.Ordinal).Take(Offered)];
    }

    public Task<Outcome<ComponentRow>> RegisterAsync(ComponentContent content) => ChangeAsync(null, 0, async (db, actor, _, now) =>
    {
        if (actor.Grants.FirstOrDefault(g => g.Permission == ProjectPermissions.Compile) is not { } grant)
            return (null, WorkflowRefusals.NotPermitted(ProjectPermissions.Compile), string.Empty);
        var component = SharedComponent.Register(Guid.CreateVersion7(now), grant.OrganisationId, grant.RegionCode, content, now);
        if (await CheckAsync(db, actor, component.Id, content) is { } refusal)
            return (null, refusal, string.Empty);
        db.SharedComponents.Add(component);
        audit.Add(db, actor, "component.Create", $"登记共性组件「{content.Name}」", Kind, component.Id.ToString(), after: Texts(content));
        return (component, null, $"已登记「{content.Name}」，等待数据主管部门纳管。");
    });

    public Task<Outcome<ComponentRow>> SaveAsync(Guid id, int seenVersion, ComponentContent content) => ChangeAsync(id, seenVersion, async (db, actor, component, now) =>
    {
        if (!actor.Holds(ProjectPermissions.Compile, component!.Location))
            return (null, WorkflowRefusals.NotPermitted(ProjectPermissions.Compile), string.Empty);
        if (await CheckAsync(db, actor, id, content) is { } refusal)
            return (null, refusal, string.Empty);
        audit.Add(db, actor, "component.Edit", $"修改共性组件「{component.Content.Name}」", Kind, id.ToString(), Texts(component.Content), Texts(content));
        component.Change(content, now);
        return (component, null, "已保存。");
    });

    public Task<Outcome<ComponentRow>> BecomeAsync(Guid id, int seenVersion, ComponentStatus status, string? why) => ChangeAsync(id, seenVersion, (db, actor, component, now) =>
    {
        if (!actor.Holds(ProjectPermissions.Manage, component!.Location))
            return Task.FromResult<(SharedComponent?, Refusal?, string)>((null, WorkflowRefusals.NotPermitted(ProjectPermissions.Manage), string.Empty));
        var before = component.Status;
        if (component.Become(status, why, now) is { } refusal)
            return Task.FromResult<(SharedComponent?, Refusal?, string)>((null, refusal, string.Empty));
        audit.Add(db, actor, "component.Status", $"共性组件「{component.Content.Name}」：{before.ChineseName()} → {status.ChineseName()}", Kind, id.ToString(), new { State = before.ChineseName() }, new { State = status.ChineseName(), Reason = why });
        return Task.FromResult<(SharedComponent?, Refusal?, string)>((component, null, $"「{component.Content.Name}」现在是「{status.ChineseName()}」。"));
    });

    private static ComponentRights RightsOf(Actor actor) => new(actor.Holds(ProjectPermissions.Compile), actor.BodiesWith(ProjectPermissions.Compile), [.. actor.Grants.Where(g => g.Permission == ProjectPermissions.Manage).Select(g => g.RegionCode).Distinct()]);

    private static IQueryable<SharedComponent> Matching(BureauDbContext db, ListQuery query)
    {
        var bodies = db.Organisations.Having(query.Search, o => o.Name).Select(o => o.Id);
        var components = db.SharedComponents.AsNoTracking().HavingOr(query.Search, c => bodies.Contains(c.OrganisationId), c => c.Words);
        if (Enum.TryParse<ComponentKind>(query.Filter("kind"), out var kind) && Enum.IsDefined(kind))
            components = components.Where(c => c.Content.Kind == kind);
        return Enum.TryParse<ComponentStatus>(query.Filter("status"), out var status) && Enum.IsDefined(status) ? components.Where(c => c.Status == status) : components;
    }

    private static IOrderedQueryable<SharedComponent> Ordered(IQueryable<SharedComponent> components) => components.OrderBy(c => c.Status).ThenBy(c => c.Content.Name).ThenBy(c => c.Id);

    private static IQueryable<ComponentRow> Rows(BureauDbContext db, IQueryable<SharedComponent> components) =>
        from c in components
        join o in db.Organisations on c.OrganisationId equals o.Id
        join r in db.Regions on c.RegionCode equals r.Code
        select new ComponentRow(c.Id, c.Version, c.Content.Name, c.Content.Kind, c.Content.Capabilities, c.Content.Description, c.Status, c.RetiredWhy, o.Name, o.Id, c.RegionCode, r.Name,
            c.Content.ReplacesId, db.SharedComponents.Where(x => x.Id == c.Content.ReplacesId).Select(x => x.Content.Name).FirstOrDefault(),
            c.Content.ProjectId, db.Projects.Where(x => x.Id == c.Content.ProjectId).Select(x => x.Content.Name).FirstOrDefault(), c.UpdatedAt);

    private static async Task<Refusal?> CheckAsync(BureauDbContext db, Actor actor, Guid id, ComponentContent content)
    {
        if (ComponentRules.Check(content) is { } refusal)
            return refusal;
        if (content.ProjectId is { } project && !await db.Projects.VisibleTo(actor, ProjectPermissions.Compile).AnyAsync(p => p.Id == project))
            return WorkflowRefusals.NotPermitted(ProjectPermissions.Compile);
        var register = await db.SharedComponents.AsNoTracking().Select(c => new ComponentLink(c.Id, c.Content.Name, c.Content.ReplacesId)).ToDictionaryAsync(c => c.Id);
        return ComponentRules.Circle(id, content.Name, content.ReplacesId, register);
    }

    private static Dictionary<string, string?> Texts(ComponentContent content) => new()
    {
        ["名称"] = content.Name,
        ["类型"] = content.Kind.ChineseName(),
        ["能力"] = string.Join('、', content.Capabilities),
        ["说明"] = content.Description,
    };

    /// <summary>Serializable: two links, each harmless alone, must not close a circle together.</summary>
    private async Task<Outcome<ComponentRow>> ChangeAsync(Guid? id, int seenVersion, Func<BureauDbContext, Actor, SharedComponent?, DateTimeOffset, Task<(SharedComponent? Component, Refusal? Refusal, string Done)>> change)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor || !actor.Holds(ProjectPermissions.View))
            return new Outcome<ComponentRow>.NotFound();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
            var component = id is null ? null : await db.SharedComponents.FirstOrDefaultAsync(c => c.Id == id);
            if (id is not null && component is null)
                return new Outcome<ComponentRow>.NotFound();
            if (component is not null && component.Version != seenVersion)
                return await ConflictAsync(db, component.Id);
            var (changed, refusal, done) = await change(db, actor, component, clock.GetUtcNow());
            if (changed is null)
                return new Outcome<ComponentRow>.Refused(refusal!, null);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return new Outcome<ComponentRow>.Done(await Rows(db, db.SharedComponents.AsNoTracking().Where(c => c.Id == changed.Id)).SingleAsync(), done);
        }
        catch (DbUpdateException ex) when (UniqueViolation.Is(ex, SharedComponentConfiguration.NameIndex))
        {
            var name = db.ChangeTracker.Entries<SharedComponent>().Select(e => e.Entity.Content.Name).FirstOrDefault() ?? string.Empty;
            return new Outcome<ComponentRow>.Refused(ComponentRefusals.Exists(name), null);
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            await using var fresh = await contexts.CreateDbContextAsync();
            return id is { } known ? await ConflictAsync(fresh, known) : new Outcome<ComponentRow>.Refused(new Refusal("Conflict", "登记的同时有人改动了登记册，没有保存。请再点一次「保存」。"), null);
        }
    }

    private static async Task<Outcome<ComponentRow>> ConflictAsync(BureauDbContext db, Guid id) =>
        await Rows(db, db.SharedComponents.AsNoTracking().Where(c => c.Id == id)).FirstOrDefaultAsync() is { } fresh
            ? new Outcome<ComponentRow>.Conflict(fresh, "保存前，这一件已被其他人修改。您填写的内容仍在页面上，请核对后再保存。") : new Outcome<ComponentRow>.NotFound();
}

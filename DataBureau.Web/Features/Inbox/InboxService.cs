using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>An item of a task, enough to open it.</summary>
public sealed record InboxItem(Guid Id, string Name, string ProviderName, DateTimeOffset At);

/// <summary>One kind of work that waits, with the first items of it.</summary>
/// <param name="Own">All items are the reader's own organisation's, so that its name need not be repeated.</param>
public sealed record InboxTask(string Title, string What, string Href, int Count, IReadOnlyList<InboxItem> First, bool Own);

/// <summary>Finds what waits for a person, by what the person may do.</summary>
public sealed class InboxService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current)
{
    private const int Shown = 6;

    public async Task<IReadOnlyList<InboxTask>> TasksAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return [];
        var (compile, signOff, review) = (Organisations(actor, CataloguePermissions.Compile), Organisations(actor, CataloguePermissions.SignOff), Organisations(actor, CataloguePermissions.Review));
        var tasks = new List<InboxTask>();
        if (compile.Count > 0)
        {
            await AddAsync("退回修改", "审核退回的目录，按批注修改后重新提交。", "/catalogue?state=Returned", e => compile.Contains(e.ProviderId) && e.State == CatalogueState.Returned);
            await AddAsync("草稿", "还没有提交的目录，补齐后提交本部门负责人审核。", "/catalogue?state=Draft", e => compile.Contains(e.ProviderId) && e.State == CatalogueState.Draft);
        }

        if (signOff.Count > 0)
            await AddAsync("部门审核", "联络员提交的目录，审核通过后送数据主管部门。", "/reviews?state=DepartmentReview", e => signOff.Contains(e.ProviderId) && e.State == CatalogueState.DepartmentReview);
        if (review.Count > 0)
        {
            await AddAsync("待审核", "部门送审的目录。", "/reviews?state=UnderReview", e => e.AuthorityId != null && review.Contains(e.AuthorityId.Value) && e.State == CatalogueState.UnderReview);
            await AddAsync("待发布", "审核通过、还没有发布的目录。", "/reviews?state=Approved", e => e.AuthorityId != null && review.Contains(e.AuthorityId.Value) && e.State == CatalogueState.Approved);
        }

        return tasks;

        async Task AddAsync(string title, string what, string href, System.Linq.Expressions.Expression<Func<CatalogueEntry, bool>> which)
        {
            var entries = db.CatalogueEntries.AsNoTracking().Where(which);
            var count = await entries.CountAsync(cancellationToken);
            if (count == 0)
                return;
            // Oldest first: what has waited longest is due first.
            var first = await entries.OrderBy(e => e.UpdatedAt).ThenBy(e => e.Id).Take(Shown)
                .Join(db.Organisations, e => e.ProviderId, o => o.Id, (e, o) => new InboxItem(e.Id, e.Content.Name, o.Name, e.UpdatedAt)).ToListAsync(cancellationToken);
            tasks.Add(new InboxTask(title, what, href, count, first, first.All(i => i.ProviderName == actor.OrganisationName)));
        }
    }

    private static List<Guid> Organisations(Actor actor, Permission permission) => [.. actor.Grants.Where(g => g.Permission == permission).Select(g => g.OrganisationId).Distinct()];
}

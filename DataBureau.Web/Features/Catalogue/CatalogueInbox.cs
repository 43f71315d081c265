using System.Linq.Expressions;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>Entries that wait for the compiler, the head of the department or the reviewer.</summary>
internal sealed class CatalogueInbox : InboxSource
{
    public override async Task<IReadOnlyList<InboxTask>> TasksAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        var (compile, signOff, review) = (actor.BodiesWith(CataloguePermissions.Compile), actor.BodiesWith(CataloguePermissions.SignOff), actor.BodiesWith(CataloguePermissions.Review));
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

        async Task AddAsync(string title, string what, string href, Expression<Func<CatalogueEntry, bool>> which)
        {
            var entries = db.CatalogueEntries.AsNoTracking().Where(which);
            var count = await entries.CountAsync(cancellationToken);
            if (count == 0)
                return;
            // Oldest first: what has waited longest is due first.
            var first = await entries.OrderBy(e => e.UpdatedAt).ThenBy(e => e.Id).Take(Shown)
                .Join(db.Organisations, e => e.ProviderId, o => o.Id, (e, o) => new { e.Id, e.Content.Name, Body = o.Name, e.UpdatedAt }).ToListAsync(cancellationToken);
            tasks.Add(new InboxTask(title, what, href, count, [.. first.Select(i => new InboxItem($"/catalogue/{i.Id}", i.Name, i.Body, i.UpdatedAt))], first.All(i => i.Body == actor.OrganisationName)));
        }
    }
}

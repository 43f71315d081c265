using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Notifications;

/// <summary>A person's own notifications, and nobody else's.</summary>
public sealed class NotificationService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, WorkflowNotifier notifier, TimeProvider clock)
{
    /// <summary>Filter "state": unread, read; anything else is all. Newest first.</summary>
    public async Task<Page<Notification>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await OwnAsync(db);
        own = query.Filter("state") switch
        {
            "unread" => own.Where(n => n.ReadAt == null),
            "read" => own.Where(n => n.ReadAt != null),
            _ => own,
        };
        return new Page<Notification>(
            await own.AsNoTracking().OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Skip(query.Skip).Take(query.PageSize).ToListAsync(cancellationToken), await own.CountAsync(cancellationToken));
    }

    public async Task<int> UnreadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (await OwnAsync(db)).CountAsync(n => n.ReadAt == null, cancellationToken);
    }

    /// <param name="id">Null for all.</param>
    /// <returns>How many were unread.</returns>
    public async Task<int> MarkReadAsync(Guid? id = null)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = clock.GetUtcNow();
        var marked = await (await OwnAsync(db)).Where(n => n.ReadAt == null && (id == null || n.Id == id)).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now));
        if (marked > 0 && await current.GetIdAsync() is { } user)
            NotificationWriter.Publish(notifier, [user]);
        return marked;
    }

    private async Task<IQueryable<Notification>> OwnAsync(BureauDbContext db)
    {
        var id = await current.GetIdAsync() ?? Guid.Empty;
        return db.Notifications.Where(n => n.UserId == id);
    }
}

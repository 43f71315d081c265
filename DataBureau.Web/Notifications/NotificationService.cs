using System.Runtime.CompilerServices;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Notifications;

/// <summary>What the bell shows.</summary>
public sealed record BellView(int Unread, IReadOnlyList<NotificationRow> Last);

/// <summary>A person's own notifications, and nobody else's.</summary>
public sealed class NotificationService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<CaseKind> kinds, WorkflowNotifier notifier, TimeProvider clock)
{
    /// <summary>Those whose notifications can be asked for: the kinds of cases of this installation.</summary>
    public IEnumerable<(string Value, string Text)> Kinds => kinds.Select(k => (k.Kind, k.Name));

    /// <summary>Filters "state": unread, read; "kind": the kind of case; anything else narrows nothing. Newest first.</summary>
    public async Task<Page<NotificationRow>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = Matching(await OwnAsync(db), query);
        var rows = await Newest(own).Skip(query.Skip).Take(query.PageSize).ToListAsync(cancellationToken);
        return new Page<NotificationRow>([.. rows.Select(Row)], await own.CountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<NotificationRow> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var row in Newest(Matching(await OwnAsync(db), query)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return Row(row);
    }

    public async Task<BellView> BellAsync(int shown, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await OwnAsync(db);
        var last = shown == 0 ? [] : await Newest(own).Take(shown).ToListAsync(cancellationToken);
        return new BellView(await own.CountAsync(n => n.ReadAt == null, cancellationToken), [.. last.Select(Row)]);
    }

    /// <param name="id">Null for all.</param>
    /// <returns>How many were unread.</returns>
    public async Task<int> MarkReadAsync(Guid? id = null)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = clock.GetUtcNow();
        var marked = await (await OwnAsync(db)).Where(n => n.ReadAt == null && (id == null || n.Id == id)).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now));
        if (marked > 0 && await current.GetIdAsync() is { } user)
            notifier.Relay(Notification.ChangedOf(user));
        return marked;
    }

    private static IQueryable<Notification> Newest(IQueryable<Notification> own) => own.AsNoTracking().OrderByDescending(n => n.At).ThenByDescending(n => n.Id);

    private static IQueryable<Notification> Matching(IQueryable<Notification> own, ListQuery query)
    {
        own = query.Filter(NotificationColumns.State) switch
        {
            "unread" => own.Where(n => n.ReadAt == null),
            "read" => own.Where(n => n.ReadAt != null),
            _ => own,
        };
        if (query.Filter(NotificationColumns.KindKey) is { Length: > 0 } kind)
            own = own.Where(n => n.CaseKind == kind);
        return own.Having(query.Search, n => n.Title, n => n.Sentence);
    }

    private NotificationRow Row(Notification n) =>
        new(n.Id, n.At, n.Category, kinds.FirstOrDefault(k => k.Kind == n.CaseKind)?.Name ?? string.Empty, n.Title, n.Sentence, n.Href, n.ReadAt);

    private async Task<IQueryable<Notification>> OwnAsync(BureauDbContext db)
    {
        var id = await current.GetIdAsync() ?? Guid.Empty;
        return db.Notifications.Where(n => n.UserId == id);
    }
}

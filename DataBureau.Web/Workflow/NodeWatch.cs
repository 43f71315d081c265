using DataBureau.Web.Data;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Workflow;

/// <summary>
/// Hears what other processes over the same database do: their acts and notes from the history, their notifications, and what somebody
/// has read on another node. All of it is written with the act itself, so there is no table of its own. Rows are told apart by their
/// keys within a window, because a transaction that began earlier may commit later. While no page is open, nothing is asked.
/// </summary>
/// <remarks>Who has a consultation open is kept by each process for itself and is not told to the others.</remarks>
public sealed class NodeWatch(IDbContextFactory<BureauDbContext> contexts, WorkflowNotifier notifier, TimeProvider clock)
{
    /// <summary>Beyond this many rows at once (an import, a batch) the rest is told by kind, not row by row.</summary>
    public const int Limit = 2000;

    /// <summary>Longer than an act's transaction takes, and than the clocks of two nodes differ.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(Guid Row, bool Read), DateTimeOffset> _seen = [];
    private readonly Dictionary<string, int> _flood = new(StringComparer.Ordinal);
    private DateTimeOffset? _looked;

    /// <summary>Looks once and tells the pages of this process; one call at a time.</summary>
    /// <returns>How many changes of others were told.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (notifier.Subscriptions == 0)
        {
            _looked = null;
            return 0;
        }

        // After an outage the window reaches back to where it was left.
        var since = (_looked ?? now) - Window;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // One connection for both readings: each that is given back costs the server a statement.
        await db.Database.OpenConnectionAsync(cancellationToken);
        List<CaseChanged> heard = [.. await HistoryAsync(db, since, cancellationToken), .. await NotificationsAsync(db, since, cancellationToken)];
        _looked = now;
        foreach (var (row, at) in _seen.Where(s => s.Value <= since).ToList())
            _seen.Remove(row);
        notifier.Relay(heard);
        return heard.Count;
    }

    private async Task<IEnumerable<CaseChanged>> HistoryAsync(BureauDbContext db, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rows = await db.History.AsNoTracking().Where(h => h.At > since).OrderByDescending(h => h.At).ThenByDescending(h => h.Id).Take(Limit)
            .Select(h => new { h.Id, h.CaseKind, h.CaseId, h.CaseVersion, h.ActorName, h.At }).ToListAsync(cancellationToken);
        var heard = rows.Where(h => _seen.TryAdd((h.Id, false), h.At) && (h.CaseVersion is not { } version || !notifier.IsOwn(h.CaseKind, h.CaseId, version)))
            .Select(h => new CaseChanged(h.CaseKind, h.CaseId, h.CaseVersion ?? 0, h.ActorName)).Distinct().ToList();
        if (rows.Count < Limit)
        {
            _flood.Clear();
            return heard;
        }

        var counts = await db.History.Where(h => h.At > since).GroupBy(h => h.CaseKind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        foreach (var kind in counts)
        {
            if (kind.Count > _flood.GetValueOrDefault(kind.Kind))
                heard.Add(new CaseChanged(kind.Kind, Guid.Empty, 0, string.Empty));
            _flood[kind.Kind] = kind.Count;
        }

        return heard;
    }

    private async Task<IEnumerable<CaseChanged>> NotificationsAsync(BureauDbContext db, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rows = await db.Notifications.AsNoTracking().Where(n => n.At > since || n.ReadAt > since).OrderByDescending(n => n.ReadAt ?? n.At).ThenByDescending(n => n.Id).Take(Limit)
            .Select(n => new { n.Id, n.UserId, n.At, n.ReadAt }).ToListAsync(cancellationToken);
        var news = rows.Where(n => _seen.TryAdd((n.Id, n.ReadAt != null), n.ReadAt ?? n.At)).ToList();
        // All that was fetched is news, so there may be more of it: everybody's number is read again.
        return news.Count == Limit ? [Notification.ChangedOf(Guid.Empty)]
            : news.Where(n => n.ReadAt != null || !notifier.IsOwn(Notification.Kind, n.Id, 0)).Select(n => n.UserId).Distinct().Select(Notification.ChangedOf);
    }
}

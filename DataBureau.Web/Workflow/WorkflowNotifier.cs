using System.Collections.Concurrent;

namespace DataBureau.Web.Workflow;

/// <summary>A case changed and the change is committed.</summary>
public sealed record CaseChanged(string Kind, Guid CaseId, int Version, string ActorName);

/// <summary>
/// Tells the circuits of this process that a case has a new version. What other processes did comes by <see cref="NodeWatch"/>.
/// Subscriptions are handles to be disposed.
/// </summary>
public sealed class WorkflowNotifier(ILogger<WorkflowNotifier> logger)
{
    private readonly ConcurrentDictionary<Guid, Func<CaseChanged, Task>> _handlers = new();
    private readonly RecentChanges _own = new();

    /// <summary>Number of live subscriptions; leaks show here.</summary>
    public int Subscriptions => _handlers.Count;

    public IDisposable Subscribe(Func<CaseChanged, Task> handler)
    {
        var key = Guid.NewGuid();
        _handlers[key] = handler;
        return new Subscription(_handlers, key);
    }

    /// <summary>Called after the commit, by whoever made the change.</summary>
    public void Publish(params IReadOnlyCollection<CaseChanged> changes)
    {
        foreach (var change in changes)
            Remember(change.Kind, change.CaseId, change.Version);
        Relay(changes);
    }

    /// <summary>Tells of changes without counting them as this process's own. A subscriber that fails does not stop the others.</summary>
    internal void Relay(params IReadOnlyCollection<CaseChanged> changes)
    {
        foreach (var handler in _handlers.Values)
            foreach (var change in changes)
                _ = RunAsync(handler, change);
    }

    /// <summary>What is told in another form than it is written: the database need not say it again.</summary>
    internal void Remember(string kind, Guid id, int version) => _own.Add(kind, id, version);

    internal bool IsOwn(string kind, Guid id, int version) => _own.Contains(kind, id, version);

    private async Task RunAsync(Func<CaseChanged, Task> handler, CaseChanged change)
    {
        try
        {
            await handler(change);
        }
        catch (Exception ex)
        {
            logger.LogWarning(ex, "A subscriber failed on {Kind} {CaseId}.", change.Kind, change.CaseId);
        }
    }

    private sealed class Subscription(ConcurrentDictionary<Guid, Func<CaseChanged, Task>> handlers, Guid key) : IDisposable
    {
        public void Dispose() => handlers.TryRemove(key, out _);
    }
}

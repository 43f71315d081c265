using System.Collections.Concurrent;

namespace DataBureau.Web.Workflow;

/// <summary>A case changed and the change is committed.</summary>
public sealed record CaseChanged(string Kind, Guid CaseId, int Version, string ActorName);

/// <summary>Tells the other circuits of this process that a case has a new version. Subscriptions are handles to be disposed.</summary>
public sealed class WorkflowNotifier(ILogger<WorkflowNotifier> logger)
{
    private readonly ConcurrentDictionary<Guid, Func<CaseChanged, Task>> _handlers = new();

    /// <summary>Number of live subscriptions; leaks show here.</summary>
    public int Subscriptions => _handlers.Count;

    public IDisposable Subscribe(Func<CaseChanged, Task> handler)
    {
        var key = Guid.NewGuid();
        _handlers[key] = handler;
        return new Subscription(_handlers, key);
    }

    /// <summary>Called after the commit. A subscriber that fails does not stop the others.</summary>
    public void Publish(params IReadOnlyCollection<CaseChanged> changes)
    {
        foreach (var handler in _handlers.Values)
            foreach (var change in changes)
                _ = RunAsync(handler, change);
    }

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

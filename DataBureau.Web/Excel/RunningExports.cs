using System.Collections.Concurrent;

namespace DataBureau.Web.Excel;

/// <summary>An export that is being written, or was until a moment ago.</summary>
public sealed class RunningExport(Guid userId, string title, CancellationToken aborted) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    private long _rows;

    public Guid UserId => userId;

    public string Title => title;

    /// <summary>Rows written so far.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    /// <summary>Null while it is being written.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Every row has been written.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Stopped by the person, or by the browser that went away.</summary>
    public bool IsCancelled => !IsWhole && _stop.IsCancellationRequested;

    public CancellationToken Token => _stop.Token;

    public void Count() => Interlocked.Increment(ref _rows);

    public void Cancel()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended at this very moment.
        }
    }

    public void Finish(bool whole, DateTimeOffset now) => (IsWhole, FinishedAt) = (whole, now);

    public void Dispose() => _stop.Dispose();
}

/// <summary>The exports of this process that a page watches: it asks how far one is, and may stop it. Pages stay with their node, and so do their downloads.</summary>
public sealed class RunningExports(TimeProvider clock)
{
    /// <summary>Long enough for the page to ask how it ended.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, RunningExport> _watched = new();

    /// <param name="id">Made up by the page for each click; null where nobody watches.</param>
    /// <param name="userId">Whose it is.</param>
    /// <param name="title">The list's.</param>
    /// <param name="aborted">The request's.</param>
    public RunningExport Start(Guid? id, Guid userId, string title, CancellationToken aborted)
    {
        var now = clock.GetUtcNow();
        foreach (var old in _watched.Where(r => r.Value.FinishedAt + Kept < now))
            _watched.TryRemove(old);
        var run = new RunningExport(userId, title, aborted);
        if (id is { } watched)
            _watched.TryAdd(watched, run);
        return run;
    }

    /// <summary>Null when there is no such export here, or it is another person's.</summary>
    public RunningExport? Find(Guid id, Guid? userId) => _watched.TryGetValue(id, out var run) && run.UserId == userId ? run : null;
}

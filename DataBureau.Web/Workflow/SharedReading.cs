namespace DataBureau.Web.Workflow;

/// <summary>
/// One reading for all who ask at the same moment: forty open pages hear of the same change, and the rows are read twice, not forty
/// times. Who asks while a reading runs waits for the next one, so nobody is ever given what was read before he asked.
/// </summary>
/// <param name="read">Reads. A reading belongs to nobody in particular: it goes on when one of those who wait for it leaves.</param>
public sealed class SharedReading<TKey, TValue>(Func<TKey, Task<TValue>> read)
    where TKey : notnull
{
    private readonly Lock _lock = new();

    /// <summary>The keys of which a reading runs, each with those who came too late for it.</summary>
    private readonly Dictionary<TKey, TaskCompletionSource<TValue>?> _running = [];

    /// <exception cref="OperationCanceledException">The asker left; the others still get what they asked for.</exception>
    public Task<TValue> AskAsync(TKey key, CancellationToken cancellationToken)
    {
        TaskCompletionSource<TValue> turn;
        lock (_lock)
        {
            if (_running.TryGetValue(key, out var next))
            {
                turn = next ?? NewTurn();
                _running[key] = turn;
                return turn.Task.WaitAsync(cancellationToken);
            }

            turn = NewTurn();
            _running[key] = null;
        }

        // The first asker's page is not held up by the reading, and not kept alive by it.
        _ = Task.Run(() => RunAsync(key, turn), CancellationToken.None);
        return turn.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource<TValue> NewTurn() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync(TKey key, TaskCompletionSource<TValue> turn)
    {
        while (true)
        {
            try
            {
                turn.SetResult(await read(key));
            }
            catch (Exception ex)
            {
                // Each of those who asked meets it as if the reading were his own.
                turn.SetException(ex);
            }

            lock (_lock)
            {
                if (_running[key] is not { } next)
                {
                    _running.Remove(key);
                    return;
                }

                (_running[key], turn) = (null, next);
            }
        }
    }
}

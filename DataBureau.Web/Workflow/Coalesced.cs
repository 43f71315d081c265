namespace DataBureau.Web.Workflow;

/// <summary>Runs an action at most once per interval, and once more after the last request: a batch of a thousand acts redraws a page a few times, not a thousand.</summary>
public sealed class Coalesced(TimeSpan interval, Func<Task> action) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposed = new();
    private bool _scheduled;

    public void Request()
    {
        lock (_lock)
        {
            if (_scheduled || _disposed.IsCancellationRequested)
                return;
            _scheduled = true;
        }

        _ = RunAsync();
    }

    public void Dispose() => _disposed.Cancel();

    private async Task RunAsync()
    {
        try
        {
            await Task.Delay(interval, _disposed.Token);
            lock (_lock)
                _scheduled = false;
            await action();
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
        catch (ObjectDisposedException)
        {
            // The circuit ended between the wait and the redraw.
        }
    }
}

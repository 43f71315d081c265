using System.Diagnostics;

namespace DataBureau.Web.Workflow;

/// <summary>
/// Runs an action soon after it is asked for, at most once per interval, and once more after the last request: a batch of a thousand
/// acts redraws a page a few times, not a thousand, and a single act is seen at once.
/// </summary>
/// <param name="gathering">What comes together within it is taken together.</param>
/// <param name="interval">The least time between two runs.</param>
/// <param name="action">What is run.</param>
public sealed class Coalesced(TimeSpan gathering, TimeSpan interval, Func<Task> action) : IDisposable
{
    public static readonly TimeSpan Gathering = TimeSpan.FromSeconds(0.1);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposed = new();
    private long? _ran;
    private bool _scheduled;

    public void Request()
    {
        TimeSpan pause;
        lock (_lock)
        {
            if (_scheduled || _disposed.IsCancellationRequested)
                return;
            _scheduled = true;
            var rest = _ran is { } ran ? interval - Stopwatch.GetElapsedTime(ran) : TimeSpan.Zero;
            pause = rest > gathering ? rest : gathering;
        }

        _ = RunAsync(pause);
    }

    public void Dispose() => _disposed.Cancel();

    private async Task RunAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _disposed.Token);
            lock (_lock)
                (_scheduled, _ran) = (false, Stopwatch.GetTimestamp());
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

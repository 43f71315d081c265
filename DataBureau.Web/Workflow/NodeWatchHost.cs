namespace DataBureau.Web.Workflow;

/// <summary>
/// Looks about three times a second. A database that does not answer is asked ever more rarely, which is logged once; as soon as it answers
/// again, what was missed is told.
/// </summary>
internal sealed partial class NodeWatchHost(NodeWatch watch, TimeProvider clock, ILogger<NodeWatchHost> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(0.35);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private TimeSpan _pause = Every;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(_pause, clock, stoppingToken);
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program is ending.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await watch.LookAsync(cancellationToken);
            if (_pause > Every)
                LogRecovered(logger);
            _pause = Every;
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            if (_pause == Every)
                LogFailed(logger, ex);
            _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The acts of other nodes cannot be read; open pages follow those of this node only until the database answers again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Information, "The acts of other nodes are read again.")]
    private static partial void LogRecovered(ILogger logger);
}

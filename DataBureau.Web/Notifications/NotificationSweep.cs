using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Notifications;

/// <summary>Removes what has been read and is older than it is kept. What several servers remove at once is removed once.</summary>
public sealed class NotificationSweep(IDbContextFactory<BureauDbContext> contexts, NotificationSettings settings, TimeProvider clock)
{
    /// <summary>A statement holds no more rows than this.</summary>
    private const int Batch = 5000;

    /// <returns>How many were removed.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var before = clock.GetUtcNow().AddDays(-settings.KeepDays);
        var removed = 0;
        for (var more = true; more;)
        {
            var batch = await db.Notifications.Where(n => n.ReadAt != null && n.At < before).OrderBy(n => n.At).Take(Batch).ExecuteDeleteAsync(cancellationToken);
            removed += batch;
            more = batch == Batch;
        }

        return removed;
    }
}

/// <summary>Sweeps every six hours. A failure is logged and tried again: it must not take the program down.</summary>
internal sealed partial class NotificationSweepHost(NotificationSweep sweep, TimeProvider clock, ILogger<NotificationSweepHost> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
                await RunAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program is ending.
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await sweep.RunOnceAsync(cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, ex);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old notifications were not removed; it is tried again in six hours.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

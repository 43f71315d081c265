namespace DataBureau.Web.Features.Catalogue.Tallies;

/// <summary>Compacts every minute. A failure is logged and tried again: the sums are right without it.</summary>
internal sealed class TallyHost(TallyCompactor compactor, TimeProvider clock, ILogger<TallyHost> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await RunAsync(stoppingToken);
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
            await compactor.RunAsync(cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(ex, "The tallies were not compacted; it is tried again in a minute");
        }
    }
}

namespace DataBureau.Web.Features.Calendar;

/// <summary>Reminds every minute. A failure is logged and tried again: it must not take the program down.</summary>
internal sealed class ReminderHost(Reminders reminders, TimeProvider clock, ILogger<ReminderHost> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

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
            await reminders.RunOnceAsync(cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(ex, "Reminding failed; it is tried again in a minute");
        }
    }
}

using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Audit.Sealing;

/// <summary>Seals every minute. A failure is logged and tried again: it must not take the program down.</summary>
internal sealed class AuditSealingService(AuditSealer sealer, SealKey sealKey, TimeProvider clock, ILogger<AuditSealingService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Key() is not { } key)
            return;
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
                await SealAsync(key, stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program is ending.
        }
    }

    private byte[]? Key()
    {
        try
        {
            var key = sealKey.Read();
            if (key is null)
                logger.LogWarning("没有配置 {Setting}：审计记录不会封存，也无法用 verify-audit 校验", SealKey.Setting);
            return key;
        }
        catch (StartupRefusal refusal)
        {
            logger.LogError("{Refusal} 审计记录没有封存", refusal.Message);
            return null;
        }
    }

    private async Task SealAsync(byte[] key, CancellationToken cancellationToken)
    {
        try
        {
            await sealer.SealAsync(key, cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(ex, "Sealing the audit failed; it is tried again in a minute");
        }
    }
}

using DataBureau.Domain;
using DataBureau.Domain.Jurisdictions;
using DataBureau.Domain.Policy;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>Keeps the library's choices as the database has them: on this node at once, on the others within seconds, and at midnight.</summary>
public sealed class PolicySource(IDbContextFactory<BureauDbContext> contexts, PolicyLibrary policies, TimeProvider clock)
{
    public const string VersionKey = "policies";

    private (int Version, DateOnly Day)? _read;

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var version = await db.ClockVersions.AsNoTracking().Where(v => v.Key == VersionKey).Select(v => v.Version).FirstOrDefaultAsync(cancellationToken);
        var today = ChinaTime.DateOf(clock.GetUtcNow());
        if (_read == (version, today))
            return;
        policies.Choose(await InForceAsync(db, today, cancellationToken));
        _read = (version, today);
    }

    /// <summary>Of each region and section the latest that has come into force; one that goes back to the own rules is no choice.</summary>
    /// <param name="db">The context.</param>
    /// <param name="today">The day in China.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="except">A switch that is looked at as if it had not been decided yet.</param>
    public static async Task<IReadOnlyList<PolicyChoice>> InForceAsync(BureauDbContext db, DateOnly today, CancellationToken cancellationToken, Guid? except = null) =>
        [.. (await LatestAsync(db, today, cancellationToken, except)).Select(s => s.Choice).OfType<PolicyChoice>()];

    public static async Task<IReadOnlyList<PolicySwitch>> LatestAsync(BureauDbContext db, DateOnly today, CancellationToken cancellationToken, Guid? except = null)
    {
        var confirmed = await db.Set<PolicySwitch>().AsNoTracking().Where(s => s.State == PolicySwitchState.Confirmed && s.EffectiveFrom <= today && s.Id != except).ToListAsync(cancellationToken);
        return [.. confirmed.GroupBy(s => (s.RegionCode, s.Section)).Select(g => g.OrderBy(s => s.EffectiveFrom).ThenBy(s => s.DecidedAt).Last())];
    }

    /// <summary>Counts a change, to be saved with it.</summary>
    public static Task TouchAsync(BureauDbContext db) => ClockSource.TouchAsync(db, VersionKey);
}

/// <summary>Asks every few seconds: another node may have confirmed a switch, or a day may have begun.</summary>
internal sealed class PolicySourceHost(PolicySource source, TimeProvider clock, ILogger<PolicySourceHost> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>The first time before anything is served: a node that has just started must not go by the shipped rules.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await source.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

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
            await source.RefreshAsync(cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(ex, "Reading the policies in force failed; it is tried again");
        }
    }
}

using System.Security.Claims;
using DataBureau.Web.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DataBureau.Web.Identity;

/// <summary>Checks a live circuit's account again and again: disabled, or its security stamp changed, and the circuit is anonymous.</summary>
internal sealed class BureauAuthenticationStateProvider(ILoggerFactory loggers, IDbContextFactory<BureauDbContext> contexts, AccountOptions options, IOptions<IdentityOptions> identity, CurrentUser current)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(options.RevalidateSeconds);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        // A request's cookie was checked when it came. A password that it changes must not make it anonymous half way.
        if (current.IsSaid)
            return true;
        try
        {
            return await IsStillValidAsync(authenticationState, cancellationToken);
        }
        catch (Exception ex) when (cancellationToken.IsCancellationRequested)
        {
            // The page was left while the database was asked. The loop that calls knows only this exception as an end, and logs any other as an error.
            throw new TaskCanceledException(ex.Message, ex, cancellationToken);
        }
    }

    private async Task<bool> IsStillValidAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var principal = authenticationState.User;
        if (CurrentUser.IdOf(principal) is not { } id)
            return false;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stamp = await db.Users.AsNoTracking().Where(u => u.Id == id && u.DisabledAt == null).Select(u => u.SecurityStamp).FirstOrDefaultAsync(cancellationToken);
        return stamp is not null && stamp == principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
    }
}

using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Identity;

/// <summary>
/// The current user's grants for drawing: menus, page policies, default filters. Kept for some seconds, because one page
/// asks a dozen times. Acts do not use it; they read the grants anew.
/// </summary>
public sealed class CurrentActor(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private Task<Actor?>? _actor;
    private DateTimeOffset _readAt;

    public Task<Actor?> GetAsync()
    {
        var now = clock.GetUtcNow();
        if (_actor is null || now - _readAt > KeptFor || _actor.IsFaulted)
            (_actor, _readAt) = (ReadAsync(), now);
        return _actor;
    }

    private async Task<Actor?> ReadAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.ReadActorAsync(await current.GetIdAsync(), default);
    }
}

using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Identity;

/// <summary>Reads an actor with the grants of this moment: a claim in a circuit is a snapshot from sign-in.</summary>
public static class ActorReader
{
    /// <returns>Null when there is no such account or it is disabled: the caller treats both as nobody.</returns>
    public static async Task<Actor?> ReadActorAsync(this BureauDbContext db, Guid? userId, CancellationToken cancellationToken)
    {
        if (userId is not { } id)
            return null;
        var user = await db.Users.AsNoTracking().Where(u => u.Id == id && u.DisabledAt == null)
            .Join(db.Organisations, u => u.OrganisationId, o => o.Id, (u, o) => new { u.Id, u.DisplayName, OrganisationId = o.Id, OrganisationName = o.Name })
            .FirstOrDefaultAsync(cancellationToken);
        if (user is null)
            return null;
        var grants = await db.Grants.AsNoTracking().Where(g => g.UserId == id)
            .Join(db.Organisations.Where(o => o.AbolishedAt == null), g => g.OrganisationId, o => o.Id, (g, o) => new { g.Role, g.Scope, g.OrganisationId, o.RegionCode })
            .ToListAsync(cancellationToken);
        return new Actor(user.Id, user.DisplayName, user.OrganisationId, user.OrganisationName,
            [.. grants.SelectMany(g => Roles.PermissionsOf(g.Role).Select(p => new Grant(p, g.OrganisationId, g.RegionCode, g.Scope)))]);
    }
}

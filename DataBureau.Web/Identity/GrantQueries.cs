using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Identity;

/// <summary>Somebody who acts for a body.</summary>
public sealed record ActsFor(Guid UserId, Guid OrganisationId);

/// <summary>Who is there for a body, to be told of something.</summary>
internal static class GrantQueries
{
    /// <summary>The people in use who hold the permission at one of the bodies, each once per body.</summary>
    public static IQueryable<ActsFor> HoldersAt(this BureauDbContext db, Permission permission, List<Guid> bodies)
    {
        List<Role> roles = [.. Enum.GetValues<Role>().Where(r => Roles.PermissionsOf(r).Contains(permission))];
        return db.Grants.AsNoTracking().Where(g => EF.Parameter(bodies).Contains(g.OrganisationId) && EF.Parameter(roles).Contains(g.Role))
            .Join(db.Users.Where(u => u.DisabledAt == null), g => g.UserId, u => u.Id, (g, u) => new { u.Id, g.OrganisationId }).Distinct().Select(x => new ActsFor(x.Id, x.OrganisationId));
    }
}

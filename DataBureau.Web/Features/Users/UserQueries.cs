using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations;
using DataBureau.Web.Identity;

namespace DataBureau.Web.Features.Users;

/// <summary>Accounts as queries: reach, filter, order, rows. The list and the export both start here.</summary>
internal static class UserQueries
{
    /// <summary>The accounts of the organisations in the actor's reach.</summary>
    public static IQueryable<BureauUser> WithinReach(this IQueryable<BureauUser> users, BureauDbContext db, Actor actor)
    {
        var organisations = db.Organisations.WithinReach(actor, AdministrationPermissions.People);
        return users.Where(u => organisations.Any(o => o.Id == u.OrganisationId));
    }

    public static IQueryable<BureauUser> Matching(this IQueryable<BureauUser> users, UserFilter filter, BureauDbContext db, DateTimeOffset now)
    {
        var bodies = db.Organisations.Having(filter.Search, o => o.Name).Select(o => o.Id);
        users = users.HavingOr(filter.Search, u => bodies.Contains(u.OrganisationId), u => u.DisplayName, u => u.UserName);
        if (filter.OrganisationId is { } organisation)
            users = users.Where(u => u.OrganisationId == organisation || u.Grants.Any(g => g.OrganisationId == organisation));
        if (filter.Role is { } role)
            users = users.Where(u => u.Grants.Any(g => g.Role == role));
        return filter.Status switch
        {
            UserStatus.Disabled => users.Where(u => u.DisabledAt != null),
            UserStatus.Locked => users.Where(u => u.DisabledAt == null && u.LockoutEnd != null && u.LockoutEnd > now),
            UserStatus.Normal => users.Where(u => u.DisabledAt == null && (u.LockoutEnd == null || u.LockoutEnd <= now)),
            null => users,
        };
    }

    public static IQueryable<BureauUser> Ordered(this IQueryable<BureauUser> users, UserFilter filter)
    {
        var ordered = (filter.Sort, filter.Descending) switch
        {
            ("name", false) => users.OrderBy(u => u.DisplayName),
            ("name", true) => users.OrderByDescending(u => u.DisplayName),
            ("created", false) => users.OrderBy(u => u.CreatedAt),
            ("created", true) => users.OrderByDescending(u => u.CreatedAt),
            (_, true) => users.OrderByDescending(u => u.NormalizedUserName),
            (_, false) => users.OrderBy(u => u.NormalizedUserName),
        };
        return ordered.ThenBy(u => u.Id);
    }

    public static IQueryable<UserRow> AsRows(this IQueryable<BureauUser> users, BureauDbContext db, DateTimeOffset now) =>
        users.Select(u => new UserRow(u.Id, u.UserName!, u.DisplayName, db.Organisations.Where(o => o.Id == u.OrganisationId).Select(o => o.Name).First(), u.Grants.Select(g => g.Role).ToList(),
            u.DisabledAt != null ? UserStatus.Disabled : u.LockoutEnd != null && u.LockoutEnd > now ? UserStatus.Locked : UserStatus.Normal, u.CreatedAt));
}

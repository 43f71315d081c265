using System.Linq.Expressions;
using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Audit;

/// <summary>The audit as queries: scope and filter. The list, the detail and the export all start here.</summary>
internal static class AuditQueries
{
    /// <summary>
    /// What the auditor may see: everything, or the rows of the people of an organisation or a region. Attempts to sign in under
    /// an unknown name belong to nobody and are seen with everything only.
    /// </summary>
    public static IQueryable<AuditRow> VisibleTo(this IQueryable<AuditRow> rows, Actor actor, BureauDbContext db)
    {
        var grants = actor.Grants.Where(g => g.Permission == AdministrationPermissions.Audit).ToList();
        if (grants.Any(g => g.Scope == GrantScope.All))
            return rows;
        var organisations = grants.Where(g => g.Scope == GrantScope.Organisation).Select(g => g.OrganisationId).Distinct().ToList();
        var conditions = grants.Where(g => g.Scope == GrantScope.Region).Select(g => RegionCodes.Prefix(g.RegionCode)).Distinct()
            .Select(prefix => (Expression<Func<AuditRow, bool>>)(a =>
                db.Users.Any(u => u.Id == a.UserId && db.Organisations.Any(o => o.Id == u.OrganisationId && o.RegionCode.StartsWith(prefix))))).ToList();
        if (organisations.Count > 0)
            conditions.Add(a => db.Users.Any(u => u.Id == a.UserId && organisations.Contains(u.OrganisationId)));
        return rows.Where(Predicates.Any(conditions));
    }

    public static IQueryable<AuditRow> Matching(this IQueryable<AuditRow> rows, AuditFilter filter)
    {
        rows = rows.Having(filter.Search, a => a.UserName, a => a.Summary);
        if (filter.Group is { } group)
            rows = rows.In(group);
        if (filter.SubjectKind is { } kind)
            rows = rows.Where(a => a.SubjectKind == kind);
        if (filter.SubjectId is { } subject)
            rows = rows.Where(a => a.SubjectId == subject);
        if (filter.UserId is { } user)
            rows = rows.Where(a => a.UserId == user);
        if (filter.Succeeded is { } succeeded)
            rows = rows.Where(a => a.Succeeded == succeeded);
        if (filter.FromTime is { } from)
            rows = rows.Where(a => a.At >= from);
        if (filter.BeforeTime is { } before)
            rows = rows.Where(a => a.At < before);
        return rows;
    }

    public static IQueryable<AuditListRow> AsListRows(this IQueryable<AuditRow> rows) =>
        rows.Select(a => new AuditListRow(a.Id, a.At, a.UserName, a.OrganisationName, a.Action, a.SubjectKind, a.Summary, a.Succeeded, a.Address));

    private static IQueryable<AuditRow> In(this IQueryable<AuditRow> rows, AuditGroup group)
    {
        if (group == AuditGroups.Imports)
            return rows.Where(a => a.Action.EndsWith(AuditGroups.ImportSuffix));
        var prefixes = group.Prefixes.Select(prefix => (Expression<Func<AuditRow, bool>>)(a => a.Action.StartsWith(prefix)));
        return rows.Where(Predicates.Any(prefixes.ToList())).Where(a => !a.Action.EndsWith(AuditGroups.ImportSuffix));
    }
}

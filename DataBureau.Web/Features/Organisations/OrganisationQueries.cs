using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Organisations;

/// <summary>The register as queries: filter, order, rows. The list and the export both start here.</summary>
internal static class OrganisationQueries
{
    public static IQueryable<Organisation> Matching(this IQueryable<Organisation> organisations, OrganisationFilter filter, BureauDbContext db)
    {
        var renamed = db.Set<FormerName>().Having(filter.Search, n => n.Name).Select(n => n.OrganisationId);
        organisations = organisations.HavingOr(filter.Search, o => renamed.Contains(o.Id), o => o.Name, o => o.Code);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            organisations = organisations.Where(o => o.RegionCode.StartsWith(prefix));
        }

        if (filter.Kind is { } kind)
            organisations = organisations.Where(o => o.Kind == kind);
        if (filter.Responsibility is { } responsibility)
        {
            organisations = responsibility == Responsibilities.None
                ? organisations.Where(o => o.Responsibilities == Responsibilities.None)
                : organisations.Where(o => (o.Responsibilities & responsibility) != Responsibilities.None);
        }

        return filter.Status switch
        {
            OrganisationStatus.Live => organisations.Where(o => o.AbolishedAt == null),
            OrganisationStatus.Abolished => organisations.Where(o => o.AbolishedAt != null),
            null => organisations,
        };
    }

    /// <summary>By region and code unless another column is chosen; then by id, so that pages neither repeat nor skip a row.</summary>
    public static IQueryable<Organisation> Ordered(this IQueryable<Organisation> organisations, OrganisationFilter filter)
    {
        var ordered = (filter.Sort, filter.Descending) switch
        {
            ("name", false) => organisations.OrderBy(o => o.Name),
            ("name", true) => organisations.OrderByDescending(o => o.Name),
            ("code", false) => organisations.OrderBy(o => o.Code),
            ("code", true) => organisations.OrderByDescending(o => o.Code),
            ("region", true) => organisations.OrderByDescending(o => o.RegionCode).ThenBy(o => o.Code),
            _ => organisations.OrderBy(o => o.RegionCode).ThenBy(o => o.Code),
        };
        return ordered.ThenBy(o => o.Id);
    }

    public static IQueryable<OrganisationRow> AsRows(this IQueryable<Organisation> organisations, BureauDbContext db) =>
        organisations.Select(o => new OrganisationRow(o.Id, o.Name, o.Code, o.Kind, o.RegionCode, db.Regions.Where(r => r.Code == o.RegionCode).Select(r => r.Name).First(), o.Responsibilities,
            db.Users.Count(u => u.OrganisationId == o.Id && u.DisabledAt == null), o.AbolishedAt,
            db.Set<FormerName>().Where(n => n.OrganisationId == o.Id).OrderByDescending(n => n.Until).Select(n => n.Name).FirstOrDefault()));
}

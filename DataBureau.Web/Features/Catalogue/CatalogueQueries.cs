using System.Linq.Expressions;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The catalogue as queries: scope, filter. The list, the export and the counts all start here.</summary>
internal static class CatalogueQueries
{
    internal static readonly CatalogueState[] Hidden = [CatalogueState.Superseded, CatalogueState.Discarded];

    /// <summary>What the actor may see, by the grants that carry the permission.</summary>
    public static IQueryable<CatalogueEntry> VisibleTo(this IQueryable<CatalogueEntry> entries, Actor actor, Permission permission) =>
        entries.VisibleTo(actor, permission, e => e.ProviderId, e => e.RegionCode);

    /// <summary>What waits for the actor's judgement: inside the department, or at the authority. Nobody's own submission does.</summary>
    public static IQueryable<CatalogueEntry> AwaitingJudgement(this IQueryable<CatalogueEntry> entries, Actor actor)
    {
        var (departments, authorities) = (actor.BodiesWith(CataloguePermissions.SignOff), actor.BodiesWith(CataloguePermissions.Review));
        // Who does not judge in one of the two places is not asked for there: each has an index of its own.
        var conditions = new List<Expression<Func<CatalogueEntry, bool>>>();
        if (departments.Count > 0)
            conditions.Add(e => e.State == CatalogueState.DepartmentReview && departments.Contains(e.ProviderId) && e.SubmittedById != actor.UserId);
        if (authorities.Count > 0)
            conditions.Add(e => (e.State == CatalogueState.UnderReview || e.State == CatalogueState.Approved) && e.AuthorityId != null && authorities.Contains(e.AuthorityId.Value) && e.SubmittedById != actor.UserId && e.SignedOffById != actor.UserId);
        return entries.Where(Predicates.Any(conditions));
    }

    /// <summary>What the actor's department has to compile or to mend.</summary>
    public static IQueryable<CatalogueEntry> AwaitingCompiler(this IQueryable<CatalogueEntry> entries, Actor actor)
    {
        var departments = actor.BodiesWith(CataloguePermissions.Compile);
        return entries.Where(e => departments.Contains(e.ProviderId) && (e.State == CatalogueState.Draft || e.State == CatalogueState.Returned));
    }

    public static IQueryable<CatalogueEntry> Matching(this IQueryable<CatalogueEntry> entries, CatalogueFilter filter, BureauDbContext db)
    {
        entries = filter.States.Count > 0 ? entries.Where(e => filter.States.Contains(e.State)) : filter.Narrow.HasPeriod ? entries : entries.Where(e => !Hidden.Contains(e.State));
        var providers = db.Organisations.Having(filter.Search, o => o.Name).Select(o => o.Id);
        entries = entries.HavingOr(filter.Search, e => providers.Contains(e.ProviderId), e => e.Content.Name, e => e.Code);
        if (filter.ProviderId is { } provider)
            entries = entries.Where(e => e.ProviderId == provider);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            entries = entries.Where(e => e.RegionCode.StartsWith(prefix));
        }

        entries = entries.OfPlace(filter.Narrow with { OrganisationId = null }, e => e.RegionCode, e => e.ProviderId).Overdue(filter.Narrow, db.Deadlines.Where(d => d.CaseKind == CatalogueEntry.Kind && d.FinishedAt == null), e => e.Id);
        entries = filter.Timely is { } timely ? entries.Finished(timely, filter.Narrow, db) : entries.OfPeriod(filter.Narrow, e => e.PublishedAt);
        if (filter.HeadsOnly)
            entries = entries.Where(e => e.IsHead);

        if (filter.Sharing is { } sharing)
            entries = entries.Where(e => e.Content.Sharing == sharing);
        if (filter.SharingUnset)
            entries = entries.Where(e => e.Content.Sharing == null);
        if (filter.OpeningUnset)
            entries = entries.Where(e => e.Content.Opening == null);
        if (filter.Opening is { } opening)
            entries = entries.Where(e => e.Content.Opening == opening);
        if (filter.UpdateFrequency is { } frequency)
            entries = entries.Where(e => e.Content.UpdateFrequency == frequency);
        if (filter.PackageId is { } package)
            entries = entries.Where(e => e.PackageId == package);
        if (filter.WithoutPackage)
            entries = entries.Where(e => e.PackageId == null);
        if (filter.AuthorityId is { } authority)
            entries = entries.Where(e => e.AuthorityId == authority);
        return entries;
    }

    /// <summary>Entries with a time limit that ended in the period; in time are those of which none ended late.</summary>
    private static IQueryable<CatalogueEntry> Finished(this IQueryable<CatalogueEntry> entries, bool timely, ListNarrowing narrow, BureauDbContext db)
    {
        var finished = db.Deadlines.Where(d => d.CaseKind == CatalogueEntry.Kind && d.FinishedAt != null && d.DueOn != null).OfPeriod(narrow, d => d.FinishedAt);
        var late = finished.Where(d => d.FinishedLate).Select(d => d.CaseId);
        var ended = finished.Select(d => d.CaseId);
        return timely ? entries.Where(e => ended.Contains(e.Id) && !late.Contains(e.Id)) : entries.Where(e => late.Contains(e.Id));
    }

    public static IQueryable<EntryRef> AsRefs(this IQueryable<CatalogueEntry> entries) =>
        entries.Select(e => new EntryRef(e.Id, e.Version, e.Content.Name, e.State, new CaseLocation(e.ProviderId, e.RegionCode, e.AuthorityId)));

    public static IQueryable<CatalogueRow> AsRows(this IQueryable<CatalogueEntry> entries, BureauDbContext db) =>
        from e in entries
        join o in db.Organisations on e.ProviderId equals o.Id
        select new CatalogueRow(e.Id, e.Version, e.State, e.Revision, o.Name, o.Code, new CaseLocation(e.ProviderId, e.RegionCode, e.AuthorityId), e.Content,
            db.ReviewPackages.Where(p => p.Id == e.PackageId).Select(p => p.Title).FirstOrDefault(), e.UpdatedAt, e.SubmittedAt, e.PublishedAt);
}

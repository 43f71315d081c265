using System.Linq.Expressions;
using DataBureau.Domain.Catalogue;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The order of entries: by the chosen column and then by id, so that pages neither repeat nor skip a row.</summary>
internal static class CatalogueOrder
{
    private static readonly Expression<Func<CatalogueEntry, int>> Step = BuildStep();

    public static IQueryable<CatalogueEntry> Ordered(this IQueryable<CatalogueEntry> entries, CatalogueFilter filter, BureauDbContext db) => filter.Sort switch
    {
        nameof(CatalogueContent.Name) => By(entries, e => e.Content.Name, filter.Descending),
        nameof(CatalogueContent.Code) => By(entries, e => e.Code, filter.Descending),
        nameof(CatalogueEntry.SubmittedAt) => By(entries, e => e.SubmittedAt, filter.Descending),
        nameof(CatalogueEntry.State) => By(entries, Step, filter.Descending),
        nameof(CatalogueEntry.ProviderId) => ByProvider(entries, filter.Descending, db),
        nameof(ReviewRow.Deadline) => ByDeadline(entries, filter.Descending, db),
        _ => By(entries, e => e.UpdatedAt, filter.Descending),
    };

    private static IQueryable<CatalogueEntry> By<TKey>(IQueryable<CatalogueEntry> entries, Expression<Func<CatalogueEntry, TKey>> key, bool descending) =>
        (descending ? entries.OrderByDescending(key) : entries.OrderBy(key)).ThenBy(e => e.Id);

    private static IQueryable<CatalogueEntry> ByProvider(IQueryable<CatalogueEntry> entries, bool descending, BureauDbContext db)
    {
        var named = entries.Join(db.Organisations, e => e.ProviderId, o => o.Id, (e, o) => new { Entry = e, o.Name });
        return (descending ? named.OrderByDescending(n => n.Name) : named.OrderBy(n => n.Name)).ThenBy(n => n.Entry.Id).Select(n => n.Entry);
    }

    /// <summary>By what is due first. What has no date, because it is paused or has no limit, comes last either way: the databases differ in where they put it.</summary>
    private static IQueryable<CatalogueEntry> ByDeadline(IQueryable<CatalogueEntry> entries, bool descending, BureauDbContext db)
    {
        var open = DeadlineReader.Open(db, CatalogueEntry.Kind);
        var dated = entries.Select(e => new { Entry = e, On = open.Where(d => d.CaseId == e.Id).Min(d => d.DueOn) });
        var lastWithout = dated.OrderBy(d => d.On == null ? 1 : 0);
        return (descending ? lastWithout.ThenByDescending(d => d.On) : lastWithout.ThenBy(d => d.On)).ThenBy(d => d.Entry.Id).Select(d => d.Entry);
    }

    /// <summary>States stand in the order of an entry's way. The database holds their names, whose order says nothing.</summary>
    private static Expression<Func<CatalogueEntry, int>> BuildStep()
    {
        var entry = Expression.Parameter(typeof(CatalogueEntry), "e");
        var state = Expression.Property(entry, nameof(CatalogueEntry.State));
        Expression step = Expression.Constant(int.MaxValue);
        foreach (var value in Enum.GetValues<CatalogueState>())
            step = Expression.Condition(Expression.Equal(state, Expression.Constant(value)), Expression.Constant((int)value), step);
        return Expression.Lambda<Func<CatalogueEntry, int>>(step, entry);
    }
}

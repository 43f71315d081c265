using System.Linq.Expressions;
using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Data;

/// <summary>The conditions of a <see cref="ListNarrowing"/> over rows of any kind; the region with all below it is the list's own filter.</summary>
internal static class Narrowed
{
    public static IQueryable<T> OfPlace<T>(this IQueryable<T> rows, ListNarrowing narrow, Expression<Func<T, string>> region, Expression<Func<T, Guid>> organisation)
    {
        if (narrow is { Own: true, RegionCode: { } code })
            rows = rows.Where(region.Then(c => c == code));
        return narrow.OrganisationId is { } id ? rows.Where(organisation.Then(o => o == id)) : rows;
    }

    /// <summary>From the first moment of the first day in China to the last of the last.</summary>
    public static IQueryable<T> OfPeriod<T>(this IQueryable<T> rows, ListNarrowing narrow, Expression<Func<T, DateTimeOffset?>> happened)
    {
        if (narrow.From is { } from)
        {
            var first = ChinaTime.StartOf(from);
            rows = rows.Where(happened.Then(at => at >= first));
        }

        if (narrow.To is not { } to)
            return rows;
        var after = ChinaTime.StartOf(to.AddDays(1));
        return rows.Where(happened.Then(at => at < after));
    }

    public static IQueryable<T> Overdue<T>(this IQueryable<T> rows, ListNarrowing narrow, IQueryable<Deadline> open, Expression<Func<T, Guid>> id)
    {
        if (narrow.DueBefore is not { } day)
            return rows;
        var late = open.Where(d => d.DueOn != null && d.DueOn < day).Select(d => d.CaseId);
        return rows.Where(id.Then(i => late.Contains(i)));
    }
}

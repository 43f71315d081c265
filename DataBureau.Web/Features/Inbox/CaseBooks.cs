using System.Linq.Expressions;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Inbox;

/// <summary>All books together: cases of many kinds at once, a query per kind.</summary>
internal static class CaseBooks
{
    public static async Task<IReadOnlyDictionary<(string Kind, Guid CaseId), CaseCard>> CardsAsync(
        this IEnumerable<CaseBook> books, BureauDbContext db, Actor actor, IEnumerable<(string Kind, Guid CaseId)> cases, CancellationToken cancellationToken)
    {
        var cards = new Dictionary<(string, Guid), CaseCard>();
        foreach (var kind in cases.GroupBy(c => c.Kind, c => c.CaseId, StringComparer.Ordinal))
            if (books.FirstOrDefault(b => b.Kind == kind.Key) is { } book)
                foreach (var (id, card) in await book.CardsAsync(db, actor, [.. kind.Distinct()], cancellationToken))
                    cards[(kind.Key, id)] = card;
        return cards;
    }

    /// <summary>The rows whose case has what is searched for in its title, asked of each kind's own table. Of a case that the actor may not see, nothing is found.</summary>
    /// <param name="isOf">Whether a row is of a kind, and of one of its cases.</param>
    public static IQueryable<T> About<T>(
        this IQueryable<T> rows, IEnumerable<CaseBook> books, BureauDbContext db, Actor actor, ListQuery query, Func<string, IQueryable<Guid>, Expression<Func<T, bool>>> isOf) =>
        query.Search.Length == 0 ? rows : rows.Where(Predicates.Any(
            from book in books
            where InboxQuery.KindOf(query) is not { } kind || book.Kind == kind
            let cases = book.About(db, actor, query.Search)
            where cases is not null
            select isOf(book.Kind, cases)));
}

using DataBureau.Domain.Workflow;
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
}

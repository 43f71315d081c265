using System.Runtime.CompilerServices;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>本单位发起的: what the reader's own bodies brought, whoever pressed the button, and where it is now.</summary>
public sealed class StartedService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<CaseBook> books, InboxKinds kinds)
{
    public const string State = "state";

    public static readonly IReadOnlyList<(string Value, string Text)> States = [("open", "办理中"), ("closed", "已办结")];

    public async Task<Page<StartedCase>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var cases = await ReadAsync(query, cancellationToken);
        return new Page<StartedCase>([.. cases.Skip(query.Skip).Take(query.PageSize)], cases.Count) { Cases = cases.Sum(c => c.Count) };
    }

    /// <summary>All lines of a filter, for the export.</summary>
    public async IAsyncEnumerable<StartedCase> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ReadAsync(query, cancellationToken))
            yield return row;
    }

    /// <summary>What one unit brings is counted in hundreds, its catalogue being shown by package: read at once and sifted here.</summary>
    private async Task<IReadOnlyList<StartedCase>> ReadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return [];
        var kind = InboxQuery.KindOf(query);
        var cases = new List<StartedCase>();
        foreach (var book in books.Where(b => kind is null || b.Kind == kind))
            cases.AddRange((await book.StartedAsync(db, actor, query.Search, cancellationToken)).Select(c => c with { Business = kinds.NameOf(c.Kind) }));
        return [.. Ordered(cases.Where(c => IsIn(c, query.Filter(State))), query)];
    }

    private static bool IsIn(StartedCase row, string state) => state switch
    {
        "open" => row.Next is not null,
        "closed" => row.Next is null,
        _ => true,
    };

    private static IOrderedEnumerable<StartedCase> Ordered(IEnumerable<StartedCase> cases, ListQuery query) => ((query.Sort, query.Desc) switch
    {
        (nameof(StartedCase.Title), false) => cases.OrderBy(c => c.Title, StringComparer.Ordinal),
        (nameof(StartedCase.Title), true) => cases.OrderByDescending(c => c.Title, StringComparer.Ordinal),
        (nameof(StartedCase.UpdatedAt), false) => cases.OrderBy(c => c.UpdatedAt),
        _ => cases.OrderByDescending(c => c.UpdatedAt),
    }).ThenBy(c => c.Href, StringComparer.Ordinal);
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DataBureau.Domain;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>待办: what waits for a person, most urgent first, and how much of it stands under each entry of the menu.</summary>
public sealed class InboxService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<InboxSource> sources, InboxKinds kinds, DeadlineReader deadlines, TimeProvider clock)
{
    /// <summary>The number beside 工作台: cases, not lines.</summary>
    public const string CountKey = "inbox";

    public async Task<Page<InboxItem>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var items = InboxQuery.Apply(await ReadAsync(InboxQuery.KindOf(query), cancellationToken), query);
        return new Page<InboxItem>([.. items.Skip(query.Skip).Take(query.PageSize)], items.Count) { Cases = items.Sum(i => i.Count) };
    }

    /// <summary>All lines of a filter, for the export.</summary>
    public async IAsyncEnumerable<InboxItem> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in InboxQuery.Apply(await ReadAsync(InboxQuery.KindOf(query), cancellationToken), query))
            yield return item;
    }

    /// <summary>One counting query per source.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ReaderAsync(db, cancellationToken) is not { } reader)
            return ImmutableDictionary<string, int>.Empty;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal) { [CountKey] = 0 };
        foreach (var source in For(reader))
        {
            var count = await source.CountAsync(reader, cancellationToken);
            counts[CountKey] += count;
            if (source.CountKey is { } key)
                counts[key] = counts.GetValueOrDefault(key) + count;
        }

        return counts;
    }

    /// <param name="kind">Only of this kind; null for all.</param>
    private async Task<IReadOnlyList<InboxItem>> ReadAsync(string? kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ReaderAsync(db, cancellationToken) is not { } reader)
            return [];
        List<InboxSource> asked = [.. For(reader).Where(s => kind is null || s.Kind == kind)];
        var (found, next) = (new IReadOnlyList<InboxItem>[asked.Count], -1);
        // Two connections share the sources: while one counts through the catalogue the other asks all the small ones, and the person waits for the longer only.
        await using var beside = await contexts.CreateDbContextAsync(cancellationToken);
        await Task.WhenAll(AskAsync(reader), AskAsync(reader with { Db = beside }));
        List<InboxItem> items = [.. found.SelectMany(i => i)];
        if (items.Count == 0)
            return items;
        var clocks = await deadlines.ReadAsync(db, [.. items.Select(ClockOf).OfType<(string, Guid)>()], cancellationToken);
        var dated = await deadlines.ReadingAsync(db, cancellationToken);
        return [.. items.Select(i => i with { Business = kinds.NameOf(i.Kind), Deadline = i.DueOn is { } due ? dated(due) : ClockOf(i) is { } key ? clocks.GetValueOrDefault(key) : null })];

        async Task AskAsync(InboxReader with)
        {
            for (int at; (at = Interlocked.Increment(ref next)) < asked.Count;)
                found[at] = await asked[at].ItemsAsync(with, cancellationToken);
        }
    }

    private IEnumerable<InboxSource> For(InboxReader reader) => sources.Where(s => s.ActedOnWith.Any(reader.Actor.Holds));

    private static (string Kind, Guid CaseId)? ClockOf(InboxItem item) => item.Clock ?? (item.CaseId is { } id ? (item.Kind, id) : null);

    private async Task<InboxReader?> ReaderAsync(BureauDbContext db, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor ? new InboxReader(db, actor, ChinaTime.DateOf(clock.GetUtcNow())) : null;
}

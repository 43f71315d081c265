using System.Runtime.CompilerServices;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>A list of what one person has to do with, over cases of all kinds: page by page, and whole for the export.</summary>
public abstract class PersonalList<TRow>(IDbContextFactory<BureauDbContext> contexts, CurrentUser current)
{
    private const int Handful = 500;

    protected IDbContextFactory<BureauDbContext> Contexts => contexts;

    protected CurrentUser Current => current;

    public async Task<Page<TRow>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<TRow>([], 0);
        return new Page<TRow>(await ReadAsync(db, actor, query, query.Skip, query.PageSize, cancellationToken), await CountAsync(db, actor, query, cancellationToken));
    }

    /// <summary>All lines of a filter, handful by handful, for the export.</summary>
    public async IAsyncEnumerable<TRow> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            yield break;
        for (var skip = 0; ; skip += Handful)
        {
            var rows = await ReadAsync(db, actor, query, skip, Handful, cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < Handful)
                yield break;
        }
    }

    protected abstract Task<int> CountAsync(BureauDbContext db, Actor actor, ListQuery query, CancellationToken cancellationToken);

    /// <summary>In the list's order, which no two lines share.</summary>
    protected abstract Task<IReadOnlyList<TRow>> ReadAsync(BureauDbContext db, Actor actor, ListQuery query, int skip, int take, CancellationToken cancellationToken);
}

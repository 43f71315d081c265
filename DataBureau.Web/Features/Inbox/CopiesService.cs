using System.Runtime.CompilerServices;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>A case that was copied to the reader.</summary>
/// <param name="Card">Null when the reader may no longer see the case.</param>
public sealed record CopiedCase(Guid Id, string Kind, Guid CaseId, string ByName, string ByOrganisation, DateTimeOffset At, DateTimeOffset? ReadAt, string? Remark, string Business, string Href, CaseCard? Card)
{
    /// <summary>In place of the title of a case that the reader has lost from sight.</summary>
    public const string Unseen = "（本件已不在您的查看范围内）";

    public string Title => Card?.Title ?? Unseen;
}

/// <summary>抄送: what others pointed out to the reader, newest first.</summary>
public sealed class CopiesService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<CaseBook> books, InboxKinds kinds)
{
    public const string CountKey = "copies";
    public const string Read = "read";

    private const int Handful = 500;

    public static readonly IReadOnlyList<(string Value, string Text)> States = [("no", "未读"), ("yes", "已读")];

    public async Task<Page<CopiedCase>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new Page<CopiedCase>([], 0);
        return new Page<CopiedCase>(await ReadAsync(db, actor, query, query.Skip, query.PageSize, cancellationToken), await Own(db, actor, query).CountAsync(cancellationToken));
    }

    /// <summary>All lines of a filter, handful by handful, for the export.</summary>
    public async IAsyncEnumerable<CopiedCase> StreamAsync(ListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
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

    public async Task<int> UnreadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var id = await current.GetIdAsync() ?? Guid.Empty;
        return await db.CaseCopies.CountAsync(c => c.RecipientId == id && c.ReadAt == null, cancellationToken);
    }

    private static IQueryable<CaseCopy> Own(BureauDbContext db, Actor actor, ListQuery query)
    {
        var own = db.CaseCopies.AsNoTracking().Where(c => c.RecipientId == actor.UserId);
        if (InboxQuery.KindOf(query) is { } kind)
            own = own.Where(c => c.CaseKind == kind);
        return query.Filter(Read) switch
        {
            "no" => own.Where(c => c.ReadAt == null),
            "yes" => own.Where(c => c.ReadAt != null),
            _ => own,
        };
    }

    private async Task<IReadOnlyList<CopiedCase>> ReadAsync(BureauDbContext db, Actor actor, ListQuery query, int skip, int take, CancellationToken cancellationToken)
    {
        var copies = await Own(db, actor, query).OrderByDescending(c => c.At).ThenBy(c => c.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);
        var cards = await books.CardsAsync(db, actor, copies.Select(c => (c.CaseKind, c.CaseId)), cancellationToken);
        return [.. copies.Select(c => new CopiedCase(c.Id, c.CaseKind, c.CaseId, c.ByName, c.ByOrganisation, c.At, c.ReadAt, c.Remark, kinds.NameOf(c.CaseKind), kinds.HrefOf(c.CaseKind, c.CaseId), cards.GetValueOrDefault((c.CaseKind, c.CaseId))))];
    }
}

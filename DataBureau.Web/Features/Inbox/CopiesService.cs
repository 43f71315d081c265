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
public sealed class CopiesService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<CaseBook> books, InboxKinds kinds) : PersonalList<CopiedCase>(contexts, current)
{
    public const string CountKey = "copies";
    public const string Read = "read";

    public static readonly IReadOnlyList<(string Value, string Text)> States = [("no", "未读"), ("yes", "已读")];

    public async Task<int> UnreadAsync(CancellationToken cancellationToken)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancellationToken);
        var id = await Current.GetIdAsync() ?? Guid.Empty;
        return await db.CaseCopies.CountAsync(c => c.RecipientId == id && c.ReadAt == null, cancellationToken);
    }

    protected override Task<int> CountAsync(BureauDbContext db, Actor actor, ListQuery query, CancellationToken cancellationToken) => Own(db, actor, query).CountAsync(cancellationToken);

    protected override async Task<IReadOnlyList<CopiedCase>> ReadAsync(BureauDbContext db, Actor actor, ListQuery query, int skip, int take, CancellationToken cancellationToken)
    {
        var copies = await Own(db, actor, query).OrderByDescending(c => c.At).ThenBy(c => c.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);
        var cards = await books.CardsAsync(db, actor, copies.Select(c => (c.CaseKind, c.CaseId)), cancellationToken);
        return [.. copies.Select(c => new CopiedCase(c.Id, c.CaseKind, c.CaseId, c.ByName, c.ByOrganisation, c.At, c.ReadAt, c.Remark, kinds.NameOf(c.CaseKind), kinds.HrefOf(c.CaseKind, c.CaseId), cards.GetValueOrDefault((c.CaseKind, c.CaseId))))];
    }

    private IQueryable<CaseCopy> Own(BureauDbContext db, Actor actor, ListQuery query)
    {
        var own = db.CaseCopies.AsNoTracking().Where(c => c.RecipientId == actor.UserId)
            .About(books, db, actor, query, (kind, cases) => c => c.CaseKind == kind && cases.Any(id => id == c.CaseId));
        if (InboxQuery.KindOf(query) is { } kind)
            own = own.Where(c => c.CaseKind == kind);
        return query.Filter(Read) switch
        {
            "no" => own.Where(c => c.ReadAt == null),
            "yes" => own.Where(c => c.ReadAt != null),
            _ => own,
        };
    }
}

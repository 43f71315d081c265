using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>A case that the reader has acted on: what was done last, and where it stands now.</summary>
/// <param name="Card">Null when the reader may no longer see the case.</param>
public sealed record DoneCase(string Kind, Guid CaseId, string Action, string ToState, string? Comment, DateTimeOffset At, string Business, string Href, CaseCard? Card)
{
    public string Title => Card?.Title ?? CopiedCase.Unseen;
}

/// <summary>已办: the reader's own acts, one line per case, newest first.</summary>
public sealed class DoneService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<CaseBook> books, InboxKinds kinds) : PersonalList<DoneCase>(contexts, current)
{
    protected override Task<int> CountAsync(BureauDbContext db, Actor actor, ListQuery query, CancellationToken cancellationToken) => Cases(db, actor, query).CountAsync(cancellationToken);

    protected override async Task<IReadOnlyList<DoneCase>> ReadAsync(BureauDbContext db, Actor actor, ListQuery query, int skip, int take, CancellationToken cancellationToken)
    {
        var cases = await Cases(db, actor, query).OrderByDescending(c => c.At).ThenBy(c => c.CaseId).Skip(skip).Take(take).ToListAsync(cancellationToken);
        var ids = cases.ConvertAll(c => c.CaseId);
        var acts = (await Mine(db, actor, query).Where(h => EF.Parameter(ids).Contains(h.CaseId)).Select(h => new { h.CaseKind, h.CaseId, h.Action, h.ToState, h.Comment, h.At, h.CaseVersion }).ToListAsync(cancellationToken))
            .GroupBy(h => (h.CaseKind, h.CaseId)).ToDictionary(g => g.Key, g => g.OrderByDescending(h => h.At).ThenByDescending(h => h.CaseVersion).First());
        var cards = await books.CardsAsync(db, actor, cases.Select(c => (c.Kind, c.CaseId)), cancellationToken);
        return [.. cases.Select(c => acts[(c.Kind, c.CaseId)]).Select(h => new DoneCase(h.CaseKind, h.CaseId, h.Action, h.ToState, h.Comment, h.At, kinds.NameOf(h.CaseKind), kinds.HrefOf(h.CaseKind, h.CaseId), cards.GetValueOrDefault((h.CaseKind, h.CaseId))))];
    }

    private IQueryable<HistoryEntry> Mine(BureauDbContext db, Actor actor, ListQuery query)
    {
        var (known, noted) = (books.Select(b => b.Kind).ToList(), books.SelectMany(b => b.NotedActs).ToList());
        var mine = db.History.AsNoTracking().Where(h => h.ActorId == actor.UserId && known.Contains(h.CaseKind) && (h.CaseVersion != null || noted.Contains(h.Action)));
        if (InboxQuery.KindOf(query) is { } kind)
            mine = mine.Where(h => h.CaseKind == kind);
        if (DateInput.Read(query.Filter("from")) is { } from && ChinaTime.StartOf(from) is var first)
            mine = mine.Where(h => h.At >= first);
        if (DateInput.Read(query.Filter("to")) is { } to && ChinaTime.StartOf(to.AddDays(1)) is var end)
            mine = mine.Where(h => h.At < end);
        return mine;
    }

    private IQueryable<LastAct> Cases(BureauDbContext db, Actor actor, ListQuery query) =>
        Mine(db, actor, query).About(books, db, actor, query, (kind, cases) => h => h.CaseKind == kind && cases.Any(id => id == h.CaseId))
            .GroupBy(h => new { h.CaseKind, h.CaseId }).Select(g => new LastAct { Kind = g.Key.CaseKind, CaseId = g.Key.CaseId, At = g.Max(h => h.At) });

    private sealed record LastAct
    {
        public required string Kind { get; init; }

        public required Guid CaseId { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}

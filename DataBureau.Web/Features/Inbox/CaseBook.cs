using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>A case in one line, for a reader who may see it.</summary>
/// <param name="State">In Chinese.</param>
/// <param name="Next">Who has to do what next; null where nothing is awaited.</param>
public sealed record CaseCard(Guid Id, string Title, string State, string OrganisationName, string? Next, DateTimeOffset UpdatedAt);

/// <summary>What a unit brought, and where it is now.</summary>
/// <param name="CaseId">Null for a package of several.</param>
public sealed record StartedCase(string Kind, Guid? CaseId, string Title, string State, string? Next, string Href, string OrganisationName, DateTimeOffset UpdatedAt)
{
    /// <summary>The kind in words.</summary>
    public string Business { get; init; } = "";

    public int Count { get; init; } = 1;
}

/// <summary>
/// The cases of one kind as lists over all kinds need them: what they are called, where they stand, and who may see them.
/// Registered as <see cref="CaseBook"/> by the feature.
/// </summary>
public abstract class CaseBook
{
    public abstract string Kind { get; }

    /// <summary>What people do in a case beside the acts of its table, as the history names it.</summary>
    public virtual IReadOnlyList<string> NotedActs => [];

    /// <summary>Of these cases, those the actor may see.</summary>
    public abstract Task<IReadOnlyDictionary<Guid, CaseCard>> CardsAsync(BureauDbContext db, Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Of the cases that the actor may see, those with the text in their title; null where they may see none of the kind.</summary>
    public abstract IQueryable<Guid>? About(BureauDbContext db, Actor actor, string text);

    /// <summary>The cases that the actor's bodies brought, with the text in their title.</summary>
    public abstract Task<IReadOnlyList<StartedCase>> StartedAsync(BureauDbContext db, Actor actor, string text, CancellationToken cancellationToken);
}

/// <summary>A case as its query yields it.</summary>
public sealed record BookedCase<TState>
    where TState : struct, Enum
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required TState State { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>The body on the other side; null while there is none.</summary>
    public required Guid? AuthorityId { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A book over one table of cases.</summary>
public abstract class CaseBook<TState> : CaseBook
    where TState : struct, Enum
{
    /// <summary>With the right to see a case, a person reads it here; in the bodies where it is held, what the body brought is "ours".</summary>
    protected abstract Permission View { get; }

    protected abstract string Href(Guid id);

    /// <summary>The first act that is awaited in a state, and from which side.</summary>
    protected abstract (string Act, CaseSide Side)? Awaited(TState state);

    protected abstract IQueryable<BookedCase<TState>> Visible(BureauDbContext db, Actor actor);

    public override async Task<IReadOnlyDictionary<Guid, CaseCard>> CardsAsync(BureauDbContext db, Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0 || !actor.Holds(View))
            return new Dictionary<Guid, CaseCard>();
        var rows = await Visible(db, actor).Where(c => EF.Parameter(ids).Contains(c.Id)).ToListAsync(cancellationToken);
        var names = await NamesAsync(db, rows, cancellationToken);
        return rows.ToDictionary(r => r.Id, r => new CaseCard(r.Id, r.Title, r.State.ChineseName(), names[r.OrganisationId], Next(r, names, names[r.OrganisationId]), r.UpdatedAt));
    }

    public override IQueryable<Guid>? About(BureauDbContext db, Actor actor, string text) => actor.Holds(View) ? Visible(db, actor).Having(text, c => c.Title).Select(c => c.Id) : null;

    public override async Task<IReadOnlyList<StartedCase>> StartedAsync(BureauDbContext db, Actor actor, string text, CancellationToken cancellationToken)
    {
        var bodies = actor.BodiesWith(View);
        if (bodies.Count == 0)
            return [];
        var rows = await Visible(db, actor).Where(c => bodies.Contains(c.OrganisationId)).Having(text, c => c.Title).ToListAsync(cancellationToken);
        var names = await NamesAsync(db, rows, cancellationToken);
        return [.. rows.Select(r => new StartedCase(Kind, r.Id, r.Title, r.State.ChineseName(), Next(r, names, "本单位"), Href(r.Id), names[r.OrganisationId], r.UpdatedAt))];
    }

    private string? Next(BookedCase<TState> row, Dictionary<Guid, string> names, string owner) => Awaited(row.State) is not { } awaited ? null
        : $"{(awaited.Side == CaseSide.Owner ? owner : row.AuthorityId is { } authority ? names[authority] : "办理机关")}：{awaited.Act}";

    private static async Task<Dictionary<Guid, string>> NamesAsync(BureauDbContext db, List<BookedCase<TState>> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.OrganisationId).Concat(rows.Select(r => r.AuthorityId).OfType<Guid>()).Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Organisations.AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
    }
}

using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>Who asks, with what, and on which day: what every source is asked with.</summary>
public sealed record InboxReader(BureauDbContext Db, Actor Actor, DateOnly Today);

/// <summary>
/// What waits for a person in one feature. Registered as <see cref="InboxSource"/>. The acts that wait are those that the workflow's
/// table calls tasks; a source says the same in SQL, and a test walks all workflows to see that both agree.
/// </summary>
public abstract class InboxSource
{
    /// <summary>The kind of case, which is also the filter.</summary>
    public abstract string Kind { get; }

    /// <summary>The feature's entry of the menu whose number this is; null where the menu shows another number, or none.</summary>
    public virtual string? CountKey => null;

    /// <summary>The rights with which the work is done: who holds none of them is not asked for.</summary>
    public abstract IReadOnlyList<Permission> ActedOnWith { get; }

    /// <summary>How many cases wait: counted, not read.</summary>
    public abstract Task<int> CountAsync(InboxReader reader, CancellationToken cancellationToken);

    /// <summary>The lines. What comes in hundreds is grouped here, so that nobody ever has to read them all.</summary>
    public abstract Task<IReadOnlyList<InboxItem>> ItemsAsync(InboxReader reader, CancellationToken cancellationToken);
}

/// <summary>A case that waits, as its query yields it.</summary>
public sealed record WaitingCase<TState>
    where TState : struct, Enum
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required TState State { get; init; }

    /// <summary>Whose it is, or who sent it last.</summary>
    public required Guid FromId { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required int Version { get; init; }

    /// <summary>Whose it is, with its region and the authority that decides on it: where the case lies.</summary>
    public required Guid OrganisationId { get; init; }

    public required string RegionCode { get; init; }

    public required Guid? AuthorityId { get; init; }

    /// <summary>It lies with a body that is no more: what is asked of its sender is to send it elsewhere.</summary>
    public bool IsStranded { get; init; }
}

/// <summary>A source with a line per case: for workflows with dozens, not thousands, of cases per person.</summary>
public abstract class CaseInbox<TState> : InboxSource
    where TState : struct, Enum
{
    public override string? CountKey => Kind;

    /// <summary>The page of a case.</summary>
    protected abstract string Href(Guid id);

    /// <summary>What is asked for in a state, in words.</summary>
    protected abstract string Act(TState state);

    protected abstract IQueryable<WaitingCase<TState>> Waiting(InboxReader reader);

    public override Task<int> CountAsync(InboxReader reader, CancellationToken cancellationToken) => Waiting(reader).CountAsync(cancellationToken);

    public override async Task<IReadOnlyList<InboxItem>> ItemsAsync(InboxReader reader, CancellationToken cancellationToken)
    {
        var rows = await Waiting(reader).Join(reader.Db.Organisations, w => w.FromId, o => o.Id, (w, o) => new { w.Id, w.Title, w.State, w.Since, w.Version, w.OrganisationId, w.RegionCode, w.AuthorityId, w.IsStranded, From = o.Name }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new InboxItem(Kind, r.Id, r.Title, r.IsStranded ? "原接收机关已撤销，改送" : Act(r.State), Href(r.Id), r.From, r.Since)
        {
            Target = r.IsStranded ? null : new CaseTarget(r.Id, r.Version, r.State, new(r.OrganisationId, r.RegionCode, r.AuthorityId)),
        })];
    }
}

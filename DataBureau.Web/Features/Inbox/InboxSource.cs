using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Inbox;

/// <summary>An item of a task, enough to open it.</summary>
public sealed record InboxItem(string Href, string Name, string OrganisationName, DateTimeOffset At);

/// <summary>One kind of work that waits, with the first items of it.</summary>
/// <param name="Own">All items are the reader's own organisation's, so that its name need not be repeated.</param>
public sealed record InboxTask(string Title, string What, string Href, int Count, IReadOnlyList<InboxItem> First, bool Own);

/// <summary>What waits for a person in one feature, by what the person may do. One class per feature, registered as <see cref="InboxSource"/>.</summary>
public abstract class InboxSource
{
    /// <summary>How many items of a task are shown.</summary>
    public const int Shown = 6;

    /// <summary>The feature's entry of the menu whose number this is; null where the menu shows another number, or none.</summary>
    public virtual string? CountKey => null;

    public abstract Task<IReadOnlyList<InboxTask>> TasksAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken);
}

using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>What waits for a person, and how much of it under each entry of the menu.</summary>
public sealed record InboxView(IReadOnlyList<InboxTask> Tasks, IReadOnlyDictionary<string, int> Counts);

/// <summary>Finds what waits for a person, feature by feature.</summary>
public sealed class InboxService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<InboxSource> sources)
{
    public async Task<IReadOnlyList<InboxTask>> TasksAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).Tasks;

    public async Task<InboxView> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor)
            return new InboxView([], new Dictionary<string, int>());
        var (all, counts) = (new List<InboxTask>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var source in sources)
        {
            var tasks = await source.TasksAsync(db, actor, cancellationToken);
            all.AddRange(tasks);
            if (source.CountKey is { } key)
                counts[key] = tasks.Sum(t => t.Count);
        }

        return new InboxView(all, counts);
    }
}

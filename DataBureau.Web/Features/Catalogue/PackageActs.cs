using System.Linq.Expressions;
using DataBureau.Domain;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The entries of a package that wait for the same judgement, as many as there were when the line was read.</summary>
/// <param name="Seen">When the last of them came or changed.</param>
public sealed record PackageTarget(Guid? PackageId, CatalogueState State, DateTimeOffset Seen) : BatchTarget;

/// <summary>A package of the inbox judged as a whole: entry by entry, each with its own answer.</summary>
internal sealed class PackageActs(CatalogueCase rules, WorkflowRunner runner) : BatchActs
{
    private static readonly CatalogueAction[] Plain = [CatalogueAction.Approve, CatalogueAction.Publish, CatalogueAction.Return];

    public override string Kind => CatalogueEntry.Kind;

    public override IReadOnlyList<BatchAct> ActsOf(Actor actor, BatchTarget target) => target is not PackageTarget package ? [] :
    [
        .. from action in Plain
           from t in CatalogueWorkflow.Table.Transitions
           where t.Action == action && t.From == package.State && !t.IsRight && actor.Holds(t.Permission)
           select new BatchAct(action.ChineseName(), t.NeedsComment),
    ];

    /// <summary>One query for all packages. What came or changed after the line was read was not seen by whoever chose it: it is not judged, and the report says so.</summary>
    public override async Task<IReadOnlyList<BatchStep>> StepsAsync(InboxReader reader, IReadOnlyList<InboxItem> items, string act, string? comment)
    {
        var action = Plain.Single(a => a.ChineseName() == act);
        // Of a line that was chosen twice, before and after something came, what was seen first counts.
        var seen = items.Select(i => (PackageTarget)i.Target!).GroupBy(t => (t.PackageId, t.State)).ToDictionary(g => g.Key, g => g.Min(t => t.Seen));
        var rows = await reader.Db.CatalogueEntries.AsNoTracking().AwaitingJudgement(reader.Actor)
            .Where(Predicates.Any(seen.Keys.Select(Within))).OrderBy(e => e.PackageId).ThenBy(e => e.UpdatedAt).ThenBy(e => e.Id).Take(BatchRunner.Limit + 1)
            .Select(e => new { e.Id, e.Version, e.Content.Name, e.State, e.PackageId, e.UpdatedAt, e.ProviderId, e.RegionCode, e.AuthorityId }).ToListAsync();
        return
        [
            .. rows.Select(r => r.UpdatedAt > seen[(r.PackageId, r.State)]
                ? new BatchStep(r.Name, $"/catalogue/{r.Id}", () => Task.FromResult<Outcome<int>>(new Outcome<int>.Conflict(r.Version, "在您打开工作台之后送来或有变化，没有办理。请查看后再办理。")))
                : CatalogueService.Step(runner, rules, new EntryRef(r.Id, r.Version, r.Name, r.State, new(r.ProviderId, r.RegionCode, r.AuthorityId)), action, comment)),
            // Nothing is left of it: somebody else was quicker.
            .. items.Where(i => !rows.Exists(r => i.Target is PackageTarget t && t.PackageId == r.PackageId && t.State == r.State))
                .Select(i => new BatchStep(i.Title, i.Href, () => Task.FromResult<Outcome<int>>(new Outcome<int>.Conflict(0, "已由其他人办理，没有等待您办理的目录了。")))),
        ];
    }

    private static Expression<Func<CatalogueEntry, bool>> Within((Guid? PackageId, CatalogueState State) key) => e => e.PackageId == key.PackageId && e.State == key.State;
}

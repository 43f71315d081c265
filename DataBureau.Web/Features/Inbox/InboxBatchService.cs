using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Inbox;

/// <summary>One act over several lines of 待办, of one kind or of several: what they share.</summary>
public sealed class InboxBatchService(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, IEnumerable<BatchActs> kinds, BatchRunner runner, TimeProvider clock)
{
    private static readonly BatchWord Words = new("件", "本件", "/");

    /// <summary>The acts of one line; none where it is done on its own page only.</summary>
    public IReadOnlyList<BatchAct> ActsOf(Actor actor, InboxItem item) => item.Target is { } target && Of(item) is { } acts ? acts.ActsOf(actor, target) : [];

    /// <summary>The acts that every one of these lines has, by their name: 退回 is 退回 whatever is returned. From what the lines know, without a query.</summary>
    public IReadOnlyList<BatchAct> Shared(Actor actor, IReadOnlyCollection<InboxItem> items)
    {
        if (items.Count == 0)
            return [];
        var each = items.Select(i => ActsOf(actor, i)).ToList();
        return [.. each[0].Where(a => each.TrueForAll(acts => acts.Any(b => b.Name == a.Name))).Select(a => a with { NeedsComment = each.Exists(acts => acts.Any(b => b.Name == a.Name && b.NeedsComment)) })];
    }

    /// <summary>Each case on the path it takes alone. A line that does not have the act is reported like one that was refused.</summary>
    public async Task<BatchReport> ActAsync(IReadOnlyCollection<InboxItem> items, string act, string? comment)
    {
        // From the click on: whoever leaves before the first act has asked for it all the same.
        using var held = await current.HoldAsync();
        var steps = await StepsAsync(items, act, comment);
        return steps is null ? new BatchReport(act, Words, [.. items.Select(i => new BatchLine(i.Title, i.Href, false, "您的登录已经失效，没有办理。请重新登录。", null))])
            : await runner.RunAsync(act, Words, steps);
    }

    /// <returns>Null for somebody who is nobody any more.</returns>
    private async Task<IReadOnlyList<BatchStep>?> StepsAsync(IReadOnlyCollection<InboxItem> items, string act, string? comment)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return null;
        var reader = new InboxReader(db, actor, ChinaTime.DateOf(clock.GetUtcNow()));
        var steps = new List<BatchStep>();
        foreach (var kind in items.GroupBy(i => i.Kind, StringComparer.Ordinal))
        {
            var able = kind.Where(i => ActsOf(actor, i).Any(a => a.Name == act)).ToList();
            if (able.Count > 0)
                steps.AddRange(await Of(able[0])!.StepsAsync(reader, able, act, comment));
            steps.AddRange(kind.Except(able).Select(i => new BatchStep(i.Title, i.Href,
                () => Task.FromResult<Outcome<int>>(new Outcome<int>.Refused(new Refusal("NoBatch", $"「{i.Title}」不能批量办理「{act}」，或者不再由您办理。请打开单独办理。"), 0)))));
        }

        return steps;
    }

    private BatchActs? Of(InboxItem item) => kinds.FirstOrDefault(k => k.Kind == item.Kind);
}

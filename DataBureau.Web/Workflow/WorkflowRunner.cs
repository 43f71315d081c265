using DataBureau.Domain;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Forms;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Workflow;

/// <summary>Makes a view of a case for an actor.</summary>
public delegate Task<TView> Project<in TCase, TView>(BureauDbContext db, TCase subject, Actor actor, CancellationToken cancellationToken);

/// <summary>
/// The one path of every act: read the actor, load once, decide in the domain, save state, history, audit and clocks in one
/// transaction guarded by the version that was seen, tell the other circuits, and give back the fresh view.
/// </summary>
public sealed class WorkflowRunner(IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, PolicyLibrary policies, CaseClocks clocks, ActNotices notices, WorkflowNotifier notifier, TimeProvider clock)
{
    private NoticeBatch? _batch;

    /// <summary>Until the end of a batch, people are told of its acts together.</summary>
    public void BeginBatch() => _batch = new NoticeBatch();

    public void EndBatch() => _batch = null;

    /// <param name="rules">The feature's part: load, decide, what follows.</param>
    /// <param name="id">The case.</param>
    /// <param name="seenVersion">The version the person saw when deciding to act.</param>
    /// <param name="action">The act.</param>
    /// <param name="comment">The remark; some acts need one.</param>
    /// <param name="remarks">Remarks on single fields, given with a return.</param>
    /// <param name="project">Makes the view that is given back.</param>
    /// <param name="number">The reserved number that the act is to give, where it gives one; null for the next.</param>
    /// <remarks>Takes no token: an approval is not undone because the tab was closed, and the version makes a retry safe.</remarks>
    public async Task<Outcome<TView>> ActAsync<TCase, TState, TAction, TView>(
        CaseRules<TCase, TState, TAction> rules, Guid id, int seenVersion, TAction action, string? comment, IReadOnlyList<FieldRemark>? remarks, Project<TCase, TView> project, string? number = null)
        where TCase : class
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.ReadActorAsync(await current.GetIdAsync(), default) is not { } actor)
            return new Outcome<TView>.NotFound();
        if (await rules.LoadAsync(db, id, default) is not { } subject || !rules.IsVisible(subject, actor))
            return new Outcome<TView>.NotFound();
        if (rules.VersionOf(subject) != seenVersion)
            return await ConflictAsync(rules, id, seenVersion, actor, project, _ => null);

        var (now, from) = (clock.GetUtcNow(), rules.StateOf(subject));
        comment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        if (rules.Table.Transitions.Any(t => t.From.Equals(from) && t.Action.Equals(action) && t is { IsRight: false, Judges: false })
            && await UnsavedTyping.StandsAgainstAsync(db, rules.Kind, id, seenVersion, action.ChineseName(), actor) is { } unsaved)
            return new Outcome<TView>.Refused(unsaved, await project(db, subject, actor, default));
        var context = new GuardContext(actor, policies.For(rules.LocationOf(subject).RegionCode), now) { Remarks = remarks ?? [], Number = number };
        if (rules.Act(subject, action, comment, context) is Decision<TState>.Refused refused)
            return new Outcome<TView>.Refused(refused.Refusal, await project(db, subject, actor, default));

        db.History.Add(CaseHistory.Step(rules.Kind, id, rules.VersionOf(subject), action.ChineseName(), from.ChineseName(), rules.StateOf(subject).ChineseName(), comment, actor, now, remarks));
        audit.Add(db, actor, $"{rules.Kind}.{action}", $"{action.ChineseName()}「{rules.TitleOf(subject)}」：{from.ChineseName()} → {rules.StateOf(subject).ChineseName()}", rules.Kind, id.ToString(),
            new { State = from.ToString(), Version = seenVersion }, new { State = rules.StateOf(subject).ToString(), Version = rules.VersionOf(subject), Comment = comment, Remarks = remarks });
        string? sentence;
        IReadOnlyList<Notification> told;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            sentence = await rules.AfterAsync(db, subject, action, actor, now);
            told = await notices.AddAsync(db, rules, subject, id, (from, action, comment, remarks?.Count ?? 0), actor, now, _batch);
            await db.SaveChangesAsync();
            await clocks.FollowAsync(db, rules, subject, id, now);
            await transaction.CommitAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            // The version, the history's index on (case, version), or an index that guards what the act creates: somebody was first.
            return await ConflictAsync(rules, id, seenVersion, actor, project, again => (rules.Act(again, action, comment, context) as Decision<TState>.Refused)?.Refusal);
        }

        NotificationWriter.Publish(notifier, told);
        notifier.Publish(new CaseChanged(rules.Kind, id, rules.VersionOf(subject), actor.Name));
        return new Outcome<TView>.Done(await project(db, subject, actor, default), sentence ?? $"已{action.ChineseName()}「{rules.TitleOf(subject)}」。");
    }

    /// <param name="whyNotNow">Decides again on the case as it stands after the race.</param>
    private async Task<Outcome<TView>> ConflictAsync<TCase, TState, TAction, TView>(
        CaseRules<TCase, TState, TAction> rules, Guid id, int seenVersion, Actor actor, Project<TCase, TView> project, Func<TCase, Refusal?> whyNotNow)
        where TCase : class
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await rules.LoadAsync(db, id, default) is not { } subject || !rules.IsVisible(subject, actor))
            return new Outcome<TView>.NotFound();
        // The case is as it was seen: what was lost is a race for something that only one can have.
        if (rules.VersionOf(subject) == seenVersion)
        {
            // Where a guard can name what is gone, it does.
            if (whyNotNow(subject) is { } refusal)
                return new Outcome<TView>.Refused(refusal, await project(db, subject, actor, default));
            db.ChangeTracker.Clear();
            return await rules.LoadAsync(db, id, default) is not { } fresh ? new Outcome<TView>.NotFound()
                : new Outcome<TView>.Conflict(await project(db, fresh, actor, default), "同一时间有另一件办理先完成，您的操作没有执行。请按最新内容重新确认。");
        }

        var last = await db.History.AsNoTracking().Where(h => h.CaseKind == rules.Kind && h.CaseId == id && h.CaseVersion != null).OrderByDescending(h => h.CaseVersion).FirstOrDefaultAsync();
        var who = last is null ? "其他人" : $"{last.ActorName}（{last.OrganisationName}）";
        return new Outcome<TView>.Conflict(await project(db, subject, actor, default),
            $"本件刚刚已由{who}更新，当前状态是「{rules.StateOf(subject).ChineseName()}」。您的操作没有执行，请按最新内容重新确认。");
    }
}

using DataBureau.Domain;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Workflow;

/// <summary>
/// Tells the people behind a case what others decided on it. One rule for every workflow, out of its table: a step that judges, or that
/// the authority takes on somebody else's case, is told to whoever of the other side began the case and whoever brought it to where it
/// stood; a step that needs a reason or names what is wrong is a return or a refusal, every other is a result. Work that arrives is no notification: it is in
/// 待办 and its number beside the menu. Units that are invited are told by the consultation, which knows them.
/// </summary>
public sealed class ActNotices(IEnumerable<CaseKind> kinds)
{
    private const int ShownTitle = 40;

    /// <summary>Adds to the transaction of the act.</summary>
    /// <returns>What to publish after the commit.</returns>
    internal async Task<IReadOnlyList<Notification>> AddAsync<TCase, TState, TAction>(
        BureauDbContext db, CaseRules<TCase, TState, TAction> rules, TCase subject, Guid id, (TState From, TAction Action, string? Comment, int Remarks) act, Actor actor, DateTimeOffset now, NoticeBatch? batch)
        where TCase : class
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var transition = rules.Table.Transitions.FirstOrDefault(t => t.From.Equals(act.From) && t.Action.Equals(act.Action));
        if (transition is null || kinds.FirstOrDefault(k => k.Kind == rules.Kind) is not { } kind)
            return [];
        var fromOutside = transition.Side == CaseSide.Authority && rules.LocationOf(subject).OrganisationId != actor.OrganisationId;
        if (!transition.Judges && !fromOutside)
            return [];
        var back = !transition.From.Equals(transition.To) && (transition.NeedsComment || act.Remarks > 0);
        List<Guid> told = [];
        foreach (var person in await BehindAsync(db, rules.Kind, id, actor, fromOutside))
        {
            // Whoever has left, or may no longer see the case, is told nothing of it.
            var reader = batch is null ? await db.ReadActorAsync(person, default) : await batch.ReaderAsync(db, person);
            if (reader is not null && rules.IsVisible(subject, reader))
                told.Add(person);
        }

        var notice = new NotificationText(back ? NotificationCategory.Returned : NotificationCategory.Decided, rules.Kind, $"{act.Action.ChineseName()}：{kind.Name}「{Short(rules.TitleOf(subject))}」",
            $"{actor.OrganisationName} {actor.Name}办理了「{act.Action.ChineseName()}」，当前状态是「{rules.StateOf(subject).ChineseName()}」。{(act.Comment is null ? null : $"意见：{act.Comment}")}{(act.Remarks == 0 ? null : $"另有 {act.Remarks} 处批注，请打开查看。")}", kind.Href(id));
        return batch is null ? await NotificationWriter.AddAsync(db, told, notice, now)
            : await batch.AddAsync(db, told, notice, new($"{act.Action.ChineseName()}：{kind.Name}", $"{actor.OrganisationName} {actor.Name}批量办理了「{act.Action.ChineseName()}」", ListOf(kind) + $"?state={rules.StateOf(subject)}"), now);
    }

    /// <summary>Who began the case, and who brought it into the state it stood in; of the owner's side only when the authority acts.</summary>
    private static async Task<IEnumerable<Guid>> BehindAsync(BureauDbContext db, string kind, Guid id, Actor actor, bool fromOutside)
    {
        var steps = await db.History.AsNoTracking().Where(h => h.CaseKind == kind && h.CaseId == id && h.CaseVersion != null && h.ActorId != actor.UserId)
            .OrderBy(h => h.CaseVersion).Select(h => new Step(h.ActorId, h.OrganisationName, h.FromState, h.ToState)).ToListAsync();
        var others = steps.Where(s => !fromOutside || s.OrganisationName != actor.OrganisationName).ToList();
        var moved = others.FindLast(s => s.FromState != s.ToState);
        return others.Take(1).Append(moved).OfType<Step>().Select(s => s.ActorId).Distinct();
    }

    /// <summary>The list that the pages of the cases lie under.</summary>
    private static string ListOf(CaseKind kind) => kind.Href(Guid.Empty).Replace($"/{Guid.Empty}", string.Empty, StringComparison.Ordinal);

    private static string Short(string title) => NotificationText.Cut(title, ShownTitle);

    private sealed record Step(Guid ActorId, string OrganisationName, string? FromState, string ToState);
}

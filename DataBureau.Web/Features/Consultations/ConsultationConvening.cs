using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What the convenor does between the acts, and what a unit reports of what it was given to do: each change is one version, one step of the history and one audit row.</summary>
public sealed class ConsultationConvening(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, ConsultationCase rules, ReplyClocks replies, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    private delegate Task<Refusal?> Change(BureauDbContext db, Consultation consultation, Actor actor, DateTimeOffset now);

    public Task<Outcome<ConsultationView>> SaveAsync(Guid id, int seen, ConsultationContent content) =>
        ChangeAsync(id, seen, "Edit", "修改", c => ConsultationFields.Changed(c.Content, content, ConsultationWorkflow.Editable(c.State)), (_, c, actor, now) => Now(c.Edit(content, actor, now)));

    public Task<Outcome<ConsultationView>> AddQuestionAsync(Guid id, int seen, string? text) =>
        ChangeAsync(id, seen, "AddQuestion", "增加会商事项", _ => text, (_, c, actor, now) => Now(c.PutQuestion(Guid.CreateVersion7(now), text, actor, now)));

    public Task<Outcome<ConsultationView>> RemoveQuestionAsync(Guid id, int seen, Guid questionId) =>
        ChangeAsync(id, seen, "RemoveQuestion", "删除会商事项", c => c.Questions.FirstOrDefault(q => q.Id == questionId)?.Text, (_, c, actor, now) => Now(c.DropQuestion(questionId, actor, now)));

    public Task<Outcome<ConsultationView>> InviteAsync(Guid id, int seen, Guid organisationId) =>
        ChangeAsync(id, seen, "Invite", "邀请单位", c => NameOf(c, organisationId), async (db, c, actor, now) =>
        {
            var unit = Guid.CreateVersion7(now);
            return await BodyAsync(db, organisationId) is not { } body ? ConsultationRefusals.NoSuchUnit()
                : c.Invite(unit, organisationId, body, actor, now) ?? await TellAsync(db, c, unit, now);
        }, c => Unreachable(c, organisationId));

    public Task<Outcome<ConsultationView>> DisinviteAsync(Guid id, int seen, Guid unitId) =>
        ChangeAsync(id, seen, "Disinvite", "取消邀请", c => c.Units.FirstOrDefault(u => u.Id == unitId) is { } u ? c.NameOf(u) : null, (_, c, actor, now) => Now(c.Disinvite(unitId, actor, now)));

    public Task<Outcome<ConsultationView>> ReplaceAsync(Guid id, int seen, Guid unitId, Guid organisationId) =>
        ChangeAsync(id, seen, "Replace", "替换单位", c => Replaced(c, unitId), async (db, c, actor, now) =>
        {
            var unit = Guid.CreateVersion7(now);
            return await BodyAsync(db, organisationId) is not { } body ? ConsultationRefusals.NoSuchUnit()
                : c.Replace(unitId, unit, organisationId, body, actor, now) ?? await TellAsync(db, c, unit, now);
        }, c => Unreachable(c, organisationId));

    public Task<Outcome<ConsultationView>> MarkSilentAsync(Guid id, int seen, Guid unitId, string? note) =>
        ChangeAsync(id, seen, "MarkSilent", "标记未反馈", c => Of(c, unitId, note), (_, c, actor, now) => Now(c.MarkSilent(unitId, note, actor, now)));

    public Task<Outcome<ConsultationView>> SettleAsync(Guid id, int seen, Guid questionId, DissentOutcome outcome, string? note) =>
        ChangeAsync(id, seen, "Settle", "处理分歧", c => $"事项 {c.Questions.FirstOrDefault(q => q.Id == questionId)?.Number} {outcome.ChineseName()}：{note}", (_, c, actor, now) => Now(c.SettleDissent(questionId, outcome, note, actor, now)));

    public Task<Outcome<ConsultationView>> MarkUnsignedAsync(Guid id, int seen, Guid unitId, string? note) =>
        ChangeAsync(id, seen, "MarkUnsigned", "标记未会签", c => Of(c, unitId, note), (_, c, actor, now) => Now(c.MarkUnsigned(unitId, note, actor, now)));

    public Task<Outcome<ConsultationView>> AddFollowUpAsync(Guid id, int seen, string? text, Guid? ownerId, DateOnly? dueOn) =>
        ChangeAsync(id, seen, "AddFollowUp", "增加落实事项", _ => text, async (db, c, actor, now) =>
        {
            var item = Guid.CreateVersion7(now);
            if (c.PutFollowUp(item, text, ownerId, dueOn, actor, now) is { } refusal)
                return refusal;
            await ConsultationNotices.TellOwnerAsync(db, c, c.FollowUps.Single(f => f.Id == item), actor, now);
            return null;
        });

    public Task<Outcome<ConsultationView>> FinishFollowUpAsync(Guid id, int seen, Guid itemId, string? note) =>
        ChangeAsync(id, seen, "FinishFollowUp", "办结落实事项", c => $"{c.FollowUps.FirstOrDefault(f => f.Id == itemId)?.Text}：{note}", (_, c, actor, now) => Now(c.FinishFollowUp(itemId, note, actor, now)));

    public Task<Outcome<ConsultationView>> DropFollowUpAsync(Guid id, int seen, Guid itemId) =>
        ChangeAsync(id, seen, "DropFollowUp", "删除落实事项", c => c.FollowUps.FirstOrDefault(f => f.Id == itemId)?.Text, (_, c, actor, now) => Now(c.DropFollowUp(itemId, actor, now)));

    /// <summary>催办: a word to the people of every unit that still owes an answer, once a day and unit. One with nobody who could hear it is named, not counted as urged.</summary>
    public async Task<Outcome<ConsultationView>> UrgeAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ReadAsync(db, id) is not var (consultation, actor))
            return new Outcome<ConsultationView>.NotFound();
        if (!actor.Holds(ConsultationPermissions.Convene, CaseSide.Authority, consultation.Location))
            return new Outcome<ConsultationView>.Refused(WorkflowRefusals.NotPermitted(ConsultationPermissions.Convene), await rules.ProjectAsync(db, consultation, actor, default));
        if (consultation.State != ConsultationState.Collecting)
            return new Outcome<ConsultationView>.Refused(ConsultationRefusals.NotNow("催办", consultation.State), await rules.ProjectAsync(db, consultation, actor, default));
        var (now, late) = (clock.GetUtcNow(), consultation.Board.Late.ToList());
        var nobody = ConsultationWords.Unreachable(consultation, late);
        var reachable = late.Where(u => !consultation.IsUnattended(u)).ToList();
        var urged = reachable.Where(u => u.Urge(ChinaTime.DateOf(now))).ToList();
        if (urged.Count == 0)
            return new Outcome<ConsultationView>.Done(await rules.ProjectAsync(db, consultation, actor, default),
                late.Count == 0 ? "各单位都已反馈，不需要催办。" : reachable.Count == 0 ? $"没有催到任何单位。{nobody}" : $"未反馈的单位今天都已催办过，每家每天只催一次。{nobody}");
        var names = string.Join('、', urged.Select(consultation.NameOf));
        var people = await ConsultationNotices.TellAsync(db, consultation, urged, "催办：请反馈会商意见", $"{actor.OrganisationName}提醒贵单位尽快对「{consultation.Content.Title}」反馈意见。", now);
        db.History.Add(ConsultationHistory.Note(consultation, "催办", names, actor, null, now));
        audit.Add(db, actor, "consultation.Urge", $"催办会商「{consultation.Content.Title}」：{names}", Consultation.CaseKind, id.ToString(), after: new { Units = names });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(id);
        }

        NotificationWriter.Publish(notifier, people);
        notifier.Publish(new CaseChanged(ConsultationEvents.Opinion, id, consultation.Version, actor.Name));
        return new Outcome<ConsultationView>.Done(await rules.ProjectAsync(db, consultation, actor, default), $"已催办 {urged.Count} 家单位：{names}。{nobody}");
    }

    private static Task<Refusal?> Now(Refusal? refusal) => Task.FromResult(refusal);

    private static string? NameOf(Consultation c, Guid organisationId) => c.Facts.Bodies.GetValueOrDefault(organisationId)?.Name;

    private static string Unreachable(Consultation c, Guid organisationId) => ConsultationWords.Unreachable(c, c.Invited.Where(u => u.OrganisationId == organisationId));

    /// <summary>「甲 → 乙」; null before the change, when nobody has taken the place yet and the successor is not known.</summary>
    private static string? Replaced(Consultation c, Guid unitId) =>
        c.Units.FirstOrDefault(u => u.Id == unitId) is { ReplacedById: { } next } left ? $"{c.NameOf(left)} → {c.NameOf(c.Units.Single(u => u.Id == next))}" : null;

    private static string Of(Consultation c, Guid unitId, string? note) => $"{(c.Units.FirstOrDefault(u => u.Id == unitId) is { } unit ? c.NameOf(unit) : null)}：{note}";

    private static async Task<InvitedBody?> BodyAsync(BureauDbContext db, Guid id) =>
        await db.Organisations.AsNoTracking().Where(o => o.Id == id).Select(o => new { o.Name, o.Responsibilities, o.AbolishedAt }).FirstOrDefaultAsync() is { } o
            ? new InvitedBody(o.Name, o.Responsibilities, o.AbolishedAt is not null) { Unattended = (await ConsultationNotices.AttendedAsync(db, [id], default)).Count == 0 } : null;

    /// <summary>Who is invited while a round is open is told at once.</summary>
    private static async Task<Refusal?> TellAsync(BureauDbContext db, Consultation consultation, Guid unitId, DateTimeOffset now)
    {
        if (consultation.State == ConsultationState.Collecting)
            await ConsultationNotices.TellAsync(db, consultation, [consultation.Units.Single(u => u.Id == unitId)], "请反馈会商意见", $"「{consultation.Content.Title}」邀请贵单位反馈意见，请在 {consultation.RoundDays} 个工作日内逐项表态。", now);
        return null;
    }

    private async Task<(Consultation Consultation, Actor Actor)?> ReadAsync(BureauDbContext db, Guid id) =>
        await db.ReadActorAsync(await current.GetIdAsync(), default) is { } actor && await rules.LoadAsync(db, id, default) is { } found && rules.IsVisible(found, actor) ? (found, actor) : null;

    /// <param name="words">What the history says of it, asked before the change, for what it takes away, and after it where that gave null, for what it brings.</param>
    /// <param name="warning">What is not as it should be although the change is made; empty where all is well.</param>
    private async Task<Outcome<ConsultationView>> ChangeAsync(Guid id, int seenVersion, string key, string name, Func<Consultation, string?> words, Change change, Func<Consultation, string>? warning = null)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ReadAsync(db, id) is not var (consultation, actor))
            return new Outcome<ConsultationView>.NotFound();
        if (consultation.Version != seenVersion)
            return await ConflictAsync(id);
        var (now, said) = (clock.GetUtcNow(), words(consultation));
        if (await change(db, consultation, actor, now) is { } refusal)
            return new Outcome<ConsultationView>.Refused(refusal, await rules.ProjectAsync(db, consultation, actor, default));
        if (consultation.Version == seenVersion)
            return new Outcome<ConsultationView>.Done(await rules.ProjectAsync(db, consultation, actor, default), "内容没有变化。");
        said ??= words(consultation);
        db.History.Add(ConsultationHistory.Step(consultation, name, said, actor, now));
        audit.Add(db, actor, $"consultation.{key}", $"会商「{consultation.Content.Title}」{name}", Consultation.CaseKind, id.ToString(), after: new { Text = said });
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await replies.FollowAsync(db, consultation, now);
            await transaction.CommitAsync();
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(id);
        }

        notifier.Publish(new CaseChanged(Consultation.CaseKind, id, consultation.Version, actor.Name));
        return new Outcome<ConsultationView>.Done(await rules.ProjectAsync(db, consultation, actor, default), $"已{name}。{warning?.Invoke(consultation)}");
    }

    private async Task<Outcome<ConsultationView>> ConflictAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await ReadAsync(db, id) is var (consultation, actor)
            ? new Outcome<ConsultationView>.Conflict(await rules.ProjectAsync(db, consultation, actor, default), "本件刚刚已被其他人更新，您的操作没有执行。您填写的内容仍在页面上，请对照最新内容后再办理。")
            : new Outcome<ConsultationView>.NotFound();
    }
}

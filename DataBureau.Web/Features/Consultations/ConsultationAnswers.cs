using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>
/// What invited units do: give opinions and countersign. They speak at the same moment, so neither counts a version of the
/// consultation; each holds its row for the length of one transaction, and so does the close of a round: an opinion is either
/// in the round or refused.
/// </summary>
public sealed class ConsultationAnswers(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, ConsultationCase rules, ConsultationReadings readings, ReplyClocks replies, AuditLog audit, WorkflowNotifier notifier, TimeProvider clock)
{
    private const int Tries = 3;

    /// <returns>Null when the reader's unit is not invited, or there is no such consultation.</returns>
    public async Task<MyOpinions?> MineAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && await readings.FindAsync(id, cancellationToken) is { Consultation: var consultation }
            && UnitOf(consultation, actor) is { } unit ? await ProjectAsync(db, consultation, unit, cancellationToken) : null;
    }

    /// <summary>Hands in what a unit says, all of it or nothing.</summary>
    public async Task<Outcome<MyOpinions>> SubmitAsync(Guid id, int seenRound, IReadOnlyList<Answer> answers)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TrySubmitAsync(id, seenRound, answers);
            }
            catch (Exception ex) when (attempt < Tries && LostRace.Is(ex))
            {
                // The calendar moved the unit's clock at the same moment; everything is read again.
            }
        }
    }

    /// <summary>会签: the unit agrees to the wording of the minutes.</summary>
    public async Task<Outcome<MyOpinions>> CountersignAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var held = await HoldAsync(db, id, ConsultationState.Minutes, null);
        if (await ReadAsync(db, id, default) is not var (consultation, actor, unit))
            return new Outcome<MyOpinions>.NotFound();
        if (unit is null)
            return new Outcome<MyOpinions>.Refused(Stranger(consultation, actor), null);
        if (!held)
            return new Outcome<MyOpinions>.Refused(ConsultationRefusals.NotNow("会签", consultation.State), await ProjectAsync(db, consultation, unit, default));
        if (unit.CountersignedAt is not null)
            return new Outcome<MyOpinions>.Done(await ProjectAsync(db, consultation, unit, default), "贵单位已经会签，不需要重复办理。");
        var now = clock.GetUtcNow();
        unit.Countersign(actor, now);
        db.History.Add(ConsultationHistory.Note(consultation, ConsultationHistory.Countersigned, null, actor, consultation.NameOf(unit), now));
        audit.Add(db, actor, "consultation.Countersign", $"会签会商纪要「{consultation.Content.Title}」", Consultation.CaseKind, id.ToString(), after: new { Organisation = consultation.NameOf(unit) });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        notifier.Publish(new CaseChanged(ConsultationEvents.Opinion, id, consultation.Version, actor.Name));
        return new Outcome<MyOpinions>.Done(await ProjectAsync(db, consultation, unit, default), $"已会签，纪要编号 {consultation.MinutesNumber}。");
    }

    private async Task<Outcome<MyOpinions>> TrySubmitAsync(Guid id, int seenRound, IReadOnlyList<Answer> answers)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var held = await HoldAsync(db, id, ConsultationState.Collecting, seenRound);
        if (await ReadAsync(db, id, default) is not var (consultation, actor, unit))
            return new Outcome<MyOpinions>.NotFound();
        if (unit is null)
            return new Outcome<MyOpinions>.Refused(Stranger(consultation, actor), null);
        var given = await db.ConsultationOpinions.Where(o => o.UnitId == unit.Id && o.Round == consultation.Round).ToListAsync();
        if ((held ? Check(consultation, unit, answers) : ConsultationRefusals.RoundClosed(consultation.State, consultation.Round)) is { } refusal)
            return new Outcome<MyOpinions>.Refused(refusal, await ProjectAsync(db, consultation, unit, default));
        var (now, said) = (clock.GetUtcNow(), new List<string>());
        foreach (var answer in answers)
        {
            var question = consultation.Questions.Single(q => q.Id == answer.QuestionId);
            var opinion = given.FirstOrDefault(o => o.QuestionId == answer.QuestionId);
            if (opinion?.Says(answer.Kind, answer.Text) == true)
                continue;
            if ((opinion?.Version ?? 0) != answer.SeenVersion)
                return new Outcome<MyOpinions>.Conflict(await ProjectAsync(db, consultation, unit, default), $"{opinion?.SignedBy}刚刚以本单位名义对事项 {question.Number} 提交了意见，您的内容没有提交，仍在页面上。请对照后再提交。");
            if (opinion is null)
                db.ConsultationOpinions.Add(ConsultationOpinion.Give(Guid.CreateVersion7(now), unit, consultation.Round, question.Id, answer.Kind, answer.Text, actor, now));
            else
            {
                db.Add(opinion.Kept(Guid.CreateVersion7(now)));
                opinion.Say(answer.Kind, answer.Text, actor, now);
            }

            said.Add($"事项 {question.Number} {answer.Kind.ChineseName()}");
        }

        if (said.Count == 0)
            return new Outcome<MyOpinions>.Done(await ProjectAsync(db, consultation, unit, default), "意见没有变化。");
        var words = string.Join('；', said);
        db.History.Add(ConsultationHistory.Note(consultation, ConsultationHistory.Answered, $"第 {consultation.Round} 轮：{words}", actor, consultation.NameOf(unit), now));
        audit.Add(db, actor, "consultation.Answer", $"反馈会商「{consultation.Content.Title}」意见：{words}", Consultation.CaseKind, id.ToString(),
            after: new { Organisation = consultation.NameOf(unit), consultation.Round, Text = words });
        await db.SaveChangesAsync();
        await replies.FollowAsync(db, consultation, now);
        await transaction.CommitAsync();
        notifier.Publish(new CaseChanged(ConsultationEvents.Opinion, id, consultation.Version, actor.Name));
        var left = consultation.Questions.Count(q => consultation.Board.Owes(unit, q));
        return new Outcome<MyOpinions>.Done(await ProjectAsync(db, consultation, unit, default), left == 0 ? $"已提交 {said.Count} 项意见。本轮截止前可以修改。" : $"已提交 {said.Count} 项意见，还有 {left} 项没有表态。");
    }

    /// <summary>Holds the consultation's row until the transaction ends, if it is still where the person saw it.</summary>
    private static async Task<bool> HoldAsync(BureauDbContext db, Guid id, ConsultationState state, int? round) =>
        await db.Consultations.Where(c => c.Id == id && c.State == state && (round == null || c.Round == round)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Round, c => c.Round)) == 1;

    private static Refusal? Check(Consultation consultation, ConsultationUnit unit, IReadOnlyList<Answer> answers)
    {
        if (answers.Count == 0)
            return ConsultationRefusals.NothingSaid();
        var missing = new List<(int, OpinionKind)>();
        foreach (var answer in answers)
        {
            if (consultation.Questions.FirstOrDefault(q => q.Id == answer.QuestionId) is not { } question)
                return ConsultationRefusals.NoSuchQuestion();
            if (!consultation.Board.MayAnswer(unit, question))
                return ConsultationRefusals.QuestionNotAsked(question.Number);
            if (ConsultationOpinion.NeedsText(answer.Kind) && string.IsNullOrWhiteSpace(answer.Text))
                missing.Add((question.Number, answer.Kind));
            if (answer.Text?.Length > ConsultationOpinion.TextLimit)
                return ConsultationRefusals.OpinionTooLong(question.Number, ConsultationOpinion.TextLimit);
        }

        return missing.Count == 0 ? null : ConsultationRefusals.OpinionNeedsText(missing);
    }

    /// <summary>Why the actor has no unit to speak for.</summary>
    private static Refusal Stranger(Consultation consultation, Actor actor) =>
        consultation.Units.FirstOrDefault(u => u.OrganisationId == actor.OrganisationId) is { } own && consultation.IsAbolished(own) ? ConsultationRefusals.UnitAbolished(consultation.NameOf(own))
        : !actor.Holds(ConsultationPermissions.Answer) ? WorkflowRefusals.NotPermitted(ConsultationPermissions.Answer)
        : ConsultationRefusals.NotInvited();

    private static async Task<MyOpinions> ProjectAsync(BureauDbContext db, Consultation consultation, ConsultationUnit unit, CancellationToken cancellationToken)
    {
        var said = await db.ConsultationOpinions.AsNoTracking().Where(o => o.UnitId == unit.Id).OrderByDescending(o => o.Round).ToListAsync(cancellationToken);
        return new MyOpinions(consultation.Id, unit.Id, consultation.NameOf(unit), consultation.State, consultation.Round, [.. consultation.Questions.OrderBy(q => q.Number).Select(q =>
        {
            var last = said.FirstOrDefault(o => o.QuestionId == q.Id);
            return new MyOpinion(q.Id, q.Number, q.Text, consultation.State == ConsultationState.Collecting && consultation.Board.MayAnswer(unit, q), consultation.Board.Owes(unit, q),
                last?.Round == consultation.Round ? last.Version : 0, last?.Kind, last?.Text, last?.Round, last?.SignedBy, last?.SignedAt);
        })]);
    }

    /// <summary>Who may know of it, or belongs to a unit that took part: that one is told why it can no longer speak.</summary>
    private async Task<(Consultation Consultation, Actor Actor, ConsultationUnit? Unit)?> ReadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is not { } actor || await rules.LoadAsync(db, id, cancellationToken) is not { } found)
            return null;
        var unit = UnitOf(found, actor);
        var tookPart = found.State != ConsultationState.Preparing && found.Units.Any(u => u.OrganisationId == actor.OrganisationId);
        return unit is not null || tookPart || rules.IsVisible(found, actor) ? (found, actor, unit) : null;
    }

    /// <summary>The invited unit that the actor speaks for.</summary>
    private static ConsultationUnit? UnitOf(Consultation consultation, Actor actor)
    {
        var bodies = actor.BodiesWith(ConsultationPermissions.Answer);
        return consultation.State == ConsultationState.Preparing ? null : consultation.Invited.FirstOrDefault(u => bodies.Contains(u.OrganisationId));
    }
}

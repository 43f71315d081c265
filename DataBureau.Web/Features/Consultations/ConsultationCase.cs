using DataBureau.Domain.Consultations;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Numbers;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>The consultations' part in the runner.</summary>
public sealed class ConsultationCase(PolicyLibrary policies, NumberLedger ledger, ClockSource clocks, DeadlineReader deadlines, ReplyClocks replies, SubjectLinks links, TimeProvider clock) : CaseRules<Consultation, ConsultationState, ConsultationAction>
{
    public static readonly NumberMatter Numbers = new("HS", "会商", Consultation.CaseKind);

    public static readonly NumberMatter MinutesNumbers = new("HSJY", "会商纪要", Consultation.CaseKind);

    public override string Kind => Consultation.CaseKind;

    public override WorkflowTable<ConsultationState, ConsultationAction, Consultation> Table => ConsultationWorkflow.Table;

    public override async Task<Consultation?> LoadAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var consultation = await db.Consultations.Include(c => c.Questions.OrderBy(q => q.Number)).Include(c => c.Units.OrderBy(u => u.Number)).Include(c => c.FollowUps.OrderBy(f => f.Number))
            .AsSplitQuery().FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (consultation is null)
            return null;
        consultation.Know(await ConsultationFactsReader.ReadAsync(db, consultation, await clocks.GetAsync(db, cancellationToken), cancellationToken));
        consultation.Know(consultation.Facts with { Numbers = await NumbersOfAsync(db, consultation, cancellationToken) });
        return consultation;
    }

    public override bool IsVisible(Consultation subject, Actor actor)
    {
        var bodies = actor.BodiesWith(ConsultationPermissions.View);
        return bodies.Contains(subject.ConvenorId)
            || (subject.State != ConsultationState.Preparing && (actor.Holds(ConsultationPermissions.View, subject.Location) || subject.Units.Any(u => bodies.Contains(u.OrganisationId))));
    }

    public override int VersionOf(Consultation subject) => subject.Version;

    public override ConsultationState StateOf(Consultation subject) => subject.State;

    public override string TitleOf(Consultation subject) => subject.Content.Title;

    public override CaseLocation LocationOf(Consultation subject) => subject.Location;

    public override Decision<ConsultationState> Act(Consultation subject, ConsultationAction action, string? comment, GuardContext context) => subject.Act(action, comment, context);

    public override async Task<string?> AfterAsync(BureauDbContext db, Consultation subject, ConsultationAction action, Actor actor, DateTimeOffset now)
    {
        await replies.FollowAsync(db, subject, now);
        switch (action)
        {
            case ConsultationAction.Send:
                subject.TakeNumber((await ledger.IssueAsync(db, Numbers, subject.RegionCode, Kind, subject.Id, subject.Content.Title, actor, now, subject.ChosenNumber)).Text);
                await ConsultationNotices.TellAsync(db, subject, [.. subject.Invited], "请反馈会商意见", $"{actor.OrganisationName}就「{subject.Content.Title}」征求意见，请在 {subject.RoundDays} 个工作日内逐项表态。", now);
                return $"已向 {subject.Invited.Count()} 家单位发出，会商编号 {subject.Number}。{ConsultationWords.Unreachable(subject, subject.Invited)}";
            case ConsultationAction.AskAgain:
                await ConsultationNotices.TellAsync(db, subject, [.. subject.Board.Late], "请反馈会商意见", $"「{subject.Content.Title}」第 {subject.Round} 轮再次征求意见，请在 {subject.RoundDays} 个工作日内反馈。", now);
                return $"已开始第 {subject.Round} 轮，再次征求 {subject.Questions.Count(q => q.AskedInRound == subject.Round)} 个事项的意见。";
            case ConsultationAction.DrawUpMinutes:
                if (subject.MinutesNumber is null)
                    subject.TakeMinutesNumber((await ledger.IssueAsync(db, MinutesNumbers, subject.RegionCode, Kind, subject.Id, subject.Content.Title, actor, now, subject.ChosenNumber)).Text);
                await ConsultationNotices.TellAsync(db, subject, [.. subject.Invited], "请会签会商纪要", $"「{subject.Content.Title}」的会商纪要（{subject.MinutesNumber}）请贵单位会签。", now, ConsultationNotices.Minutes);
                return $"已形成纪要，编号 {subject.MinutesNumber}，请各单位会签。";
            default:
                return null;
        }
    }

    /// <summary>The view of the case page. The words of the opinions are read when somebody asks for them.</summary>
    public async Task<ConsultationView> ProjectAsync(BureauDbContext db, Consultation subject, Actor actor, CancellationToken cancellationToken) =>
        await ProjectAsync(db, new ConsultationReading(subject, await SurroundAsync(db, subject, cancellationToken)), actor, cancellationToken);

    public async Task<ConsultationView> ProjectAsync(BureauDbContext db, ConsultationReading reading, Actor actor, CancellationToken cancellationToken) =>
        ConsultationView.Of(reading, actor, policies.For(reading.Consultation.RegionCode), clock.GetUtcNow()) with { SubjectHref = await links.FindAsync(db, reading.Consultation, actor, cancellationToken) };

    public async Task<ConsultationSurroundings> SurroundAsync(BureauDbContext db, Consultation subject, CancellationToken cancellationToken)
    {
        var ids = subject.Units.Select(u => u.Id).ToList();
        var counting = subject.Invited.Select(u => u.Id).ToList();
        var named = subject.FollowUps.Select(f => f.OwnerId).Append(subject.ConvenorId).Distinct().ToList();
        return new ConsultationSurroundings(
            await db.Regions.AsNoTracking().Where(r => r.Code == subject.RegionCode).Select(r => r.Name).SingleAsync(cancellationToken),
            await db.Organisations.AsNoTracking().Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken),
            await deadlines.OfCasesAsync(db, ConsultationUnit.CaseKind, ids, cancellationToken),
            await db.History.AsNoTracking().Where(h => h.CaseKind == Kind && h.CaseId == subject.Id).OrderBy(h => h.At).ThenBy(h => h.CaseVersion).ToListAsync(cancellationToken),
            // An act may have led to the next number meanwhile.
            (await NumbersOfAsync(db, subject, cancellationToken)).Free,
            // A clock that has done its work keeps its day; of several rounds the present one's is the last.
            subject.Round == 0 ? null : await db.Deadlines.Where(d => d.CaseKind == ConsultationUnit.CaseKind && EF.Parameter(counting).Contains(d.CaseId)).MaxAsync(d => d.DueOn, cancellationToken),
            subject.Content.EscalatedToId is { } office ? await EscalationOffices.TitleAsync(db, office, cancellationToken) : null);
    }

    /// <summary>The reserved numbers that the next act may give: to the consultation when it is sent, to the minutes when they are drawn up.</summary>
    private Task<NumberChoice> NumbersOfAsync(BureauDbContext db, Consultation consultation, CancellationToken cancellationToken) => consultation switch
    {
        { State: ConsultationState.Preparing, Number: null } => NumberLedger.ChoiceAsync(db, Numbers, consultation.ConvenorId, clock.GetUtcNow(), cancellationToken),
        { State: ConsultationState.Concluded, MinutesNumber: null } => NumberLedger.ChoiceAsync(db, MinutesNumbers, consultation.ConvenorId, clock.GetUtcNow(), cancellationToken),
        _ => Task.FromResult(NumberChoice.None),
    };
}

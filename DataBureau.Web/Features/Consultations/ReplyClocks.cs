using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>
/// One clock per unit that owes an answer: it starts with the round, or when the unit is invited, and ends with the last answer or the
/// round. And one per 落实事项: it runs while the consultation is followed up, until the item is done.
/// </summary>
public sealed class ReplyClocks(ClockSource source, AgreedClocks agreed)
{
    /// <summary>Saves what it changes, in the transaction of the act, after the act itself has been saved.</summary>
    public async Task FollowAsync(BureauDbContext db, Consultation consultation, DateTimeOffset now)
    {
        // The act holds the consultation's row by now: what units said while it was being decided is in.
        if (consultation.Round > 0)
            consultation.Know(consultation.Facts with { Opinions = await ConsultationFactsReader.OpinionsAsync(db, consultation.Id, default) });
        var units = consultation.Units.Select(u => u.Id).ToList();
        var open = await db.Deadlines.Where(d => d.CaseKind == ConsultationUnit.CaseKind && EF.Parameter(units).Contains(d.CaseId) && d.FinishedAt == null).ToListAsync();
        var awaited = consultation.State == ConsultationState.Collecting ? consultation.Board.Late.ToList() : [];
        foreach (var deadline in open.Where(d => awaited.All(u => u.Id != d.CaseId)))
            deadline.Finish(now);
        if (awaited.Where(u => open.All(d => d.CaseId != u.Id)).ToList() is { Count: > 0 } beginning && consultation.RoundDays is { } days)
        {
            var facts = await source.GetAsync(db);
            var rungs = facts.LimitFor(ConsultationWorkflow.ReplyLimit.Key, consultation.RegionCode)?.Rungs ?? ReminderRungs.Usual;
            foreach (var unit in beginning)
            {
                var about = new DeadlineSubject(ConsultationUnit.CaseKind, unit.Id, consultation.Content.Title, consultation.State.ChineseName(), consultation.RegionCode, unit.OrganisationId, CaseSide.Owner);
                var deadline = Deadline.Start(Guid.CreateVersion7(now), ConsultationWorkflow.ReplyLimit.Key, about, ChinaTime.DateOf(now), days, rungs);
                deadline.Project(facts.Calendar, facts.CalendarVersion);
                db.Deadlines.Add(deadline);
            }
        }

        await db.SaveChangesAsync();
        await FollowUpsAsync(db, consultation, now);
    }

    private Task FollowUpsAsync(BureauDbContext db, Consultation consultation, DateTimeOffset now) => agreed.FollowAsync(
        db, ConsultationWorkflow.FollowUpLimit, [.. consultation.FollowUps.Select(f => f.Id)],
        [.. consultation.FollowUps.Where(f => f.IsOpen && consultation.State == ConsultationState.FollowUp).Select(f => new AgreedDay(
            new DeadlineSubject(ConsultationFollowUp.CaseKind, f.Id, f.Text, consultation.State.ChineseName(), consultation.RegionCode, f.OwnerId, CaseSide.Owner), f.DueOn))],
        now);
}

using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Calendar;

/// <summary>Something to be done by an agreed day, and who is held to it.</summary>
public sealed record AgreedDay(DeadlineSubject About, DateOnly DueOn);

/// <summary>
/// A clock for each thing that was given to somebody with a day: 落实事项 of a consultation, 议定事项 of a meeting. It runs from the
/// moment the thing is theirs until it is done, and reminds as every other clock does.
/// </summary>
public sealed class AgreedClocks(ClockSource source)
{
    /// <summary>Saves what it changes, in the transaction of the act, after the act itself has been saved.</summary>
    /// <param name="db">The act's unit of work.</param>
    /// <param name="limit">What is reminded of.</param>
    /// <param name="all">Everything of the case that may have a clock.</param>
    /// <param name="open">What is to be done now.</param>
    /// <param name="now">When the act is done.</param>
    public async Task FollowAsync(BureauDbContext db, TimeLimit limit, IReadOnlyList<Guid> all, IReadOnlyList<AgreedDay> open, DateTimeOffset now)
    {
        if (all.Count == 0)
            return;
        var running = await db.Deadlines.Where(d => d.CaseKind == limit.CaseKind && EF.Parameter(all).Contains(d.CaseId) && d.FinishedAt == null).ToListAsync();
        foreach (var deadline in running)
        {
            if (open.FirstOrDefault(o => o.About.CaseId == deadline.CaseId) is { } still)
                deadline.Take(still.About);
            else
                deadline.Finish(now);
        }

        if (open.Where(o => running.TrueForAll(d => d.CaseId != o.About.CaseId)).ToList() is { Count: > 0 } beginning)
        {
            var facts = await source.GetAsync(db);
            foreach (var (about, dueOn) in beginning)
            {
                var deadline = Deadline.Towards(Guid.CreateVersion7(now), limit.Key, about, ChinaTime.DateOf(now), dueOn, ReminderRungs.Usual);
                deadline.Project(facts.Calendar, facts.CalendarVersion);
                db.Deadlines.Add(deadline);
            }
        }

        await db.SaveChangesAsync();
    }
}

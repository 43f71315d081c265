using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Calendar;

/// <summary>
/// Starts, pauses, re-arms and ends the clocks of a case after an act, as <see cref="CaseRules{TCase, TState, TAction}.ClocksOf"/> say.
/// The runner calls it; whoever brings a case into a state without the runner (creates it, imports it) calls it too.
/// </summary>
public sealed class CaseClocks(ClockSource source)
{
    private const int Tries = 4;

    /// <summary>Saves what it changes, in the transaction of the act, after the act itself has been saved.</summary>
    public async Task FollowAsync<TCase, TState, TAction>(BureauDbContext db, CaseRules<TCase, TState, TAction> rules, TCase subject, Guid id, DateTimeOffset now)
        where TCase : class
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var clocks = rules.ClocksOf(subject);
        if (clocks.Length == 0)
            return;
        var state = rules.StateOf(subject);
        for (var attempt = 1; ; attempt++)
        {
            var open = await db.Deadlines.Where(d => d.CaseKind == rules.Kind && d.CaseId == id && d.FinishedAt == null).ToListAsync();
            foreach (var rule in clocks)
            {
                var deadline = open.FirstOrDefault(d => d.Limit == rule.Limit.Key);
                if (AboutOf(rules, subject, id, rule.Responsible) is { } about)
                    await MoveAsync(db, rule.Limit, deadline, about, rule.Runs.Contains(state), rule.Pauses.Contains(state), now);
                else
                    deadline?.Finish(now);
            }

            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateConcurrencyException ex) when (attempt < Tries && ex.Entries.All(e => e.Entity is Deadline))
            {
                // The calendar was changed meanwhile: the act goes on from the dates as they are now.
                foreach (var entry in db.ChangeTracker.Entries<Deadline>().ToList())
                    entry.State = EntityState.Detached;
            }
        }
    }

    private async Task MoveAsync(BureauDbContext db, TimeLimit limit, Deadline? deadline, DeadlineSubject about, bool runs, bool pauses, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        deadline?.Take(about);
        if (!runs && !pauses)
        {
            deadline?.Finish(now);
        }
        else if (pauses)
        {
            deadline?.Pause(today, about.CaseState);
        }
        else if (deadline is null)
        {
            var facts = await source.GetAsync(db);
            if (facts.LimitFor(limit.Key, about.RegionCode) is not { WorkingDays: { } days } setting)
                return;
            deadline = Deadline.Start(Guid.CreateVersion7(now), limit.Key, about, today, days, setting.Rungs);
            deadline.Project(facts.Calendar, facts.CalendarVersion);
            db.Deadlines.Add(deadline);
        }
        else if (deadline.IsPaused)
        {
            var facts = await source.GetAsync(db);
            deadline.Resume(today);
            deadline.Project(facts.Calendar, facts.CalendarVersion);
        }
    }

    /// <summary>Null when nobody is there to be held to it.</summary>
    private static DeadlineSubject? AboutOf<TCase, TState, TAction>(CaseRules<TCase, TState, TAction> rules, TCase subject, Guid id, CaseSide side)
        where TCase : class
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var place = rules.LocationOf(subject);
        return (side == CaseSide.Owner ? place.OrganisationId : place.AuthorityId) is { } organisation
            ? new DeadlineSubject(rules.Kind, id, rules.TitleOf(subject), rules.StateOf(subject).ChineseName(), place.RegionCode, organisation, side)
            : null;
    }
}

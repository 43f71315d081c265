using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Calendar;

/// <summary>
/// Tells the responsible people when a deadline reaches a rung: once, however many servers run, and of the rungs that passed while
/// none ran only the latest. Also brings deadlines up to the calendar that an act in progress kept from being worked out with the others.
/// </summary>
public sealed class Reminders(
    IDbContextFactory<BureauDbContext> contexts, ClockSource source, IEnumerable<TimeLimit> limits, IEnumerable<CaseKind> kinds, WorkflowNotifier notifier, TimeProvider clock)
{
    /// <summary>The program's own hand, in the history of cases whose dates it works out.</summary>
    private static readonly Actor Sweeper = new(Guid.Empty, "系统", Guid.Empty, "工作日历", []);

    private static readonly IReadOnlyList<Role> BusinessRoles = [.. Enum.GetValues<Role>().Where(r => !Roles.Administrators.Contains(r))];

    /// <returns>How many reminders this run sent.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await source.GetAsync(db, cancellationToken);
        await SweepAsync(db, facts, cancellationToken);
        var today = ChinaTime.DateOf(clock.GetUtcNow());
        var reached = await db.Deadlines.AsNoTracking().Where(d => d.FinishedAt == null && d.RemindOn != null && d.RemindOn <= today).OrderBy(d => d.RemindOn).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var deadline in reached)
        {
            if (deadline.RungReached(today, facts.Calendar) is not { } rung)
                continue;
            if (await RemindAsync(deadline, rung, today, facts.Calendar, cancellationToken) is not { } told)
                continue;
            sent++;
            // At once: a morning with thousands of reminders takes a while, and nobody's bell waits for the last of them.
            NotificationWriter.Publish(notifier, told);
        }

        return sent;
    }

    /// <returns>Null when another server was first, or the clock has moved since.</returns>
    private async Task<IReadOnlyList<Notification>?> RemindAsync(Deadline deadline, int rung, DateOnly today, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            IReadOnlyList<Notification>? recipients = null;
            if (!await db.Reminders.AnyAsync(r => r.DeadlineId == deadline.Id && r.DueOn == deadline.DueOn && r.Rung == rung, cancellationToken))
                recipients = await TellAsync(db, deadline, rung, today, calendar, cancellationToken);
            var next = deadline.DayAfter(rung, calendar);
            var seen = deadline.Version;
            // Not a change of the clock, so the version stays; but where the clock has changed, nothing of this is true any more.
            if (await db.Deadlines.Where(d => d.Id == deadline.Id && d.Version == seen).ExecuteUpdateAsync(s => s.SetProperty(d => d.RemindOn, next).SetProperty(d => d.LastRung, rung), cancellationToken) == 0)
                return null;
            await transaction.CommitAsync(cancellationToken);
            return recipients;
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<Notification>> TellAsync(BureauDbContext db, Deadline deadline, int rung, DateOnly today, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var limit = limits.FirstOrDefault(l => l.Key == deadline.Limit);
        var kind = kinds.FirstOrDefault(k => k.Kind == deadline.CaseKind);
        var recipients = await ResponsibleAsync(db, deadline.OrganisationId, limit, cancellationToken);
        var now = clock.GetUtcNow();
        var told = await NotificationWriter.AddAsync(db, recipients, new NotificationText(rung < 0 ? NotificationCategory.Overdue : NotificationCategory.DeadlineAhead, deadline.CaseKind,
            $"{DeadlineReading.Of(deadline, today, calendar).Words}：{limit?.Name ?? "办理"}「{Short(deadline.Title)}」",
            string.Create(CultureInfo.InvariantCulture, $"{kind?.Name}「{deadline.Title}」当前状态是「{deadline.CaseState}」，{limit?.Name ?? "办理"}的{(deadline.IsAgreed ? "完成期限是" : $"局内时限是 {deadline.BudgetDays} 个工作日，")} {deadline.DueOn:yyyy-MM-dd}{(deadline.IsAgreed ? null : " 到期")}。"),
            kind?.Href(deadline.CaseId) ?? "/"), now, cancellationToken);
        db.Reminders.Add(new Reminder { Id = Guid.CreateVersion7(now), DeadlineId = deadline.Id, DueOn = deadline.DueOn!.Value, Rung = rung, At = now, Recipients = told.Count });
        await db.SaveChangesAsync(cancellationToken);
        return told;
    }

    /// <summary>Who, in the responsible organisation, has a role that does this work.</summary>
    private static async Task<IReadOnlyList<Guid>> ResponsibleAsync(BureauDbContext db, Guid organisationId, TimeLimit? limit, CancellationToken cancellationToken)
    {
        List<Role> roles = [.. BusinessRoles.Where(r => limit is null || limit.ActedOnWith.IsEmpty || Roles.PermissionsOf(r).Intersect(limit.ActedOnWith).Any())];
        return await db.Grants.Where(g => g.OrganisationId == organisationId && EF.Parameter(roles).Contains(g.Role))
            .Join(db.Users.Where(u => u.DisabledAt == null), g => g.UserId, u => u.Id, (g, u) => u.Id).Distinct().ToListAsync(cancellationToken);
    }

    private async Task SweepAsync(BureauDbContext db, ClockFacts facts, CancellationToken cancellationToken)
    {
        if (!await db.Deadlines.AnyAsync(d => d.FinishedAt == null && d.CalendarVersion < facts.CalendarVersion, cancellationToken))
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await new DeadlineProjection(db, limits.ToDictionary(l => l.Key, l => l.Name)).RunAsync(facts.Calendar, facts.CalendarVersion, Sweeper, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string Short(string title) => title.Length <= 40 ? title : title[..39] + "…";
}

using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Calendar;

/// <summary>The administration of the working calendar. A year is saved whole, and takes the open deadlines with it.</summary>
public sealed class CalendarService(
    IDbContextFactory<BureauDbContext> contexts, CurrentUser current, AuditLog audit, WorkflowNotifier notifier, IEnumerable<TimeLimit> limits, TimeProvider clock)
{
    public const string Kind = "calendar";
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    public int ThisYear => ChinaTime.DateOf(clock.GetUtcNow()).Year;

    /// <returns>Null when the person may not see it.</returns>
    public async Task<CalendarYearView?> FindAsync(int year, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ActorAsync(db, cancellationToken) is { } actor ? await ProjectAsync(db, actor, year, cancellationToken) : null;
    }

    public async Task<IReadOnlyList<CalendarRow>> RowsAsync(int year, CancellationToken cancellationToken) =>
        await FindAsync(year, cancellationToken) is { } view ? [.. view.Days.Select(d => new CalendarRow(d))] : [];

    /// <summary>What <see cref="SaveYearAsync"/> would do to the open deadlines, with nothing written.</summary>
    public async Task<CalendarPreview> PreviewAsync(int year, IReadOnlyList<CalendarDay> days, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ActorAsync(db, cancellationToken) is null)
            return new CalendarPreview(0, 0, 0);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var others = await db.CalendarDays.AsNoTracking().Where(d => d.Date < first || d.Date > last).ToListAsync(cancellationToken);
        return CalendarPreview.Of(await DeadlineProjection.PreviewAsync(db, new WorkingCalendar([.. others, .. days]), cancellationToken));
    }

    /// <summary>Puts the days in the place of the year's rows; none at all takes the year out of the calendar.</summary>
    public async Task<Outcome<CalendarYearView>> SaveYearAsync(int year, int seenVersion, IReadOnlyList<CalendarDay> days)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await ActorAsync(db, default) is not { } actor)
            return new Outcome<CalendarYearView>.NotFound();
        if (Check(actor, year, days) is { } refusal)
            return new Outcome<CalendarYearView>.Refused(refusal, null);
        var now = clock.GetUtcNow();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var version = await ClockSource.TouchAsync(db, ClockVersion.Calendar);
            if (version.Version != seenVersion + 1)
                return await ConflictAsync(year);
            // First of all, so that a second administrator waits here and is then told.
            await db.SaveChangesAsync();
            var before = await Of(db, year).AsNoTracking().OrderBy(d => d.Date).ToListAsync();
            if (before.SequenceEqual(days.OrderBy(d => d.Date)))
                return new Outcome<CalendarYearView>.Done(await ProjectAsync(db, actor, year, default) with { Version = seenVersion }, "内容没有变化。");
            await Of(db, year).ExecuteDeleteAsync();
            db.CalendarDays.AddRange(days);
            await db.SaveChangesAsync();
            var moved = await new DeadlineProjection(db, limits.ToDictionary(l => l.Key, l => l.Name)).RunAsync(await ClockSource.ReadCalendarAsync(db, default), version.Version, actor, now, default);
            var preview = CalendarPreview.Of(moved);
            audit.Add(db, actor, "calendar.Edit", $"修改 {year} 年工作日历：{preview.Sentence}", Kind, $"{year}", new { 日历 = Changes(before, days) }, new { 日历 = Changes(days, before), 调整的期限 = preview.Moved });
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            notifier.Publish([.. moved.Select(m => m.CaseKind).Distinct().Select(kind => new CaseChanged(kind, Guid.Empty, 0, actor.Name))]);
            return new Outcome<CalendarYearView>.Done(await ProjectAsync(db, actor, year, default), $"已保存 {year} 年工作日历。{preview.Sentence}");
        }
        catch (Exception ex) when (LostRace.Is(ex))
        {
            return await ConflictAsync(year);
        }
    }

    private static Refusal? Check(Actor actor, int year, IReadOnlyList<CalendarDay> days)
    {
        if (!actor.Grants.Any(g => g.Permission == AdministrationPermissions.Calendar && g.Scope == GrantScope.All))
            return CalendarRefusals.WholeBureauOnly();
        if (year is < FirstYear or > LastYear)
            return CalendarRefusals.Year(year);
        List<string> wrong = [.. days.Select(d => CalendarText.Check(d, year)).OfType<string>(), .. days.GroupBy(d => d.Date).Where(g => g.Count() > 1).Select(g => $"{CalendarText.Write(g.First())} 重复。")];
        return wrong.Count == 0 ? null : CalendarRefusals.Wrong(wrong);
    }

    /// <summary>The lines that the one list has and the other has not.</summary>
    private static IReadOnlyList<string> Changes(IReadOnlyList<CalendarDay> of, IReadOnlyList<CalendarDay> against) => [.. of.Except(against).OrderBy(d => d.Date).Select(CalendarText.Write)];

    private static IQueryable<CalendarDay> Of(BureauDbContext db, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db.CalendarDays.Where(d => d.Date >= first && d.Date <= last);
    }

    private async Task<Actor?> ActorAsync(BureauDbContext db, CancellationToken cancellationToken) =>
        await db.ReadActorAsync(await current.GetIdAsync(), cancellationToken) is { } actor && actor.Holds(AdministrationPermissions.Calendar) ? actor : null;

    private async Task<CalendarYearView> ProjectAsync(BureauDbContext db, Actor actor, int year, CancellationToken cancellationToken)
    {
        var version = await db.ClockVersions.AsNoTracking().Where(v => v.Key == ClockVersion.Calendar).Select(v => (int?)v.Version).FirstOrDefaultAsync(cancellationToken) ?? 0;
        var calendar = await ClockSource.ReadCalendarAsync(db, cancellationToken);
        // The notice for a year comes in November of the one before: then it is time.
        var needed = ChinaTime.DateOf(clock.GetUtcNow()) is { Month: >= 11 } today ? new[] { today.Year, today.Year + 1 } : [ThisYear];
        var years = needed.Append(year).Distinct().Where(calendar.Covers).Order().ToList();
        var rows = (await db.CalendarDays.AsNoTracking().Where(d => years.Contains(d.Date.Year)).ToListAsync(cancellationToken)).ToLookup(d => d.Date.Year);
        var incomplete = years.Select(y => new IncompleteYear(y, PublicHolidays.MissingFrom(rows[y]))).Where(y => !y.Holidays.IsEmpty);
        var withoutDate = await db.Deadlines.CountAsync(d => d.FinishedAt == null && d.DueOn == null && !d.IsPaused, cancellationToken);
        return new CalendarYearView(
            version, year, [.. await Of(db, year).AsNoTracking().OrderBy(d => d.Date).ToListAsync(cancellationToken)], calendar.CoveredYears, calendar.WorkingDaysOf(year).OrNull,
            [.. needed.Where(y => !calendar.Covers(y))], withoutDate, [.. incomplete], actor.Grants.Any(g => g.Permission == AdministrationPermissions.Calendar && g.Scope == GrantScope.All));
    }

    private async Task<Outcome<CalendarYearView>> ConflictAsync(int year) =>
        await FindAsync(year, default) is { } fresh
            ? new Outcome<CalendarYearView>.Conflict(fresh, "保存前，工作日历已被其他人修改。您填写的内容仍在页面上，请对照最新内容后再保存。")
            : new Outcome<CalendarYearView>.NotFound();
}

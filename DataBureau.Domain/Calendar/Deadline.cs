using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Calendar;

/// <summary>What a deadline is about, as it stands after the last act: for lists and reminders, which do not load the case.</summary>
/// <param name="CaseState">The state of the case in Chinese.</param>
/// <param name="OrganisationId">Who is held to it.</param>
public sealed record DeadlineSubject(string CaseKind, Guid CaseId, string Title, string CaseState, string RegionCode, Guid OrganisationId, CaseSide Side);

/// <summary>
/// One run of one clock of a case: a budget over the calendar, less the pauses. <see cref="DueOn"/> and <see cref="RemindOn"/>
/// are kept so that they can be asked for, and can always be worked out again from the ledger.
/// </summary>
public sealed class Deadline
{
    public const int TitleLimit = 200;

    private Deadline()
    {
    }

    public Guid Id { get; private set; }

    public string CaseKind { get; private set; } = string.Empty;

    public Guid CaseId { get; private set; }

    /// <summary>Key of the <see cref="TimeLimit"/>.</summary>
    public string Limit { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public string CaseState { get; private set; } = string.Empty;

    public string RegionCode { get; private set; } = string.Empty;

    public Guid OrganisationId { get; private set; }

    public CaseSide Side { get; private set; }

    public DateOnly StartedOn { get; private set; }

    public int BudgetDays { get; private set; }

    /// <summary>As the setting was at the start: a setting changed later is for later deadlines.</summary>
    public IReadOnlyList<int> Rungs { get; private set; } = [];

    public IReadOnlyList<Suspension> Suspensions { get; private set; } = [];

    /// <summary>Null while paused, and where the calendar does not reach.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>When the next reminder is to go out.</summary>
    public DateOnly? RemindOn { get; private set; }

    /// <summary>The last rung that was reminded of, for the present due date.</summary>
    public int? LastRung { get; private set; }

    /// <summary>The version of the calendar by which the dates were worked out.</summary>
    public int CalendarVersion { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Finished after its day. Kept, because the day is one of China and the moment is not: no database compares the two alike.</summary>
    public bool FinishedLate { get; private set; }

    /// <summary>Counts the changes of the clock; the concurrency token. A reminder is no change of the clock.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the last pause lasts: kept beside the ledger so that it can be asked for.</summary>
    public bool IsPaused { get; private set; }

    public ClockLedger Ledger => new(StartedOn, BudgetDays, Suspensions);

    /// <summary>Due on a day that was agreed on: no budget is counted, nothing pauses it and no calendar moves it.</summary>
    public bool IsAgreed => BudgetDays == 0;

    public static Deadline Start(Guid id, string limit, DeadlineSubject about, DateOnly on, int budgetDays, IReadOnlyList<int> rungs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budgetDays, 1);
        var deadline = new Deadline { Id = id, Limit = limit, StartedOn = on, BudgetDays = budgetDays, Rungs = rungs, Version = 1 };
        deadline.Take(about);
        return deadline;
    }

    /// <summary>A clock towards an agreed day; <see cref="Project"/> gives it its first reminder.</summary>
    public static Deadline Towards(Guid id, string limit, DeadlineSubject about, DateOnly on, DateOnly dueOn, IReadOnlyList<int> rungs)
    {
        var deadline = new Deadline { Id = id, Limit = limit, StartedOn = on, DueOn = dueOn, Rungs = rungs, Version = 1 };
        deadline.Take(about);
        return deadline;
    }

    /// <summary>The case has been acted on and the clock goes on as it was.</summary>
    public void Take(DeadlineSubject about) =>
        (CaseKind, CaseId, Title, CaseState, RegionCode, OrganisationId, Side) =
        (about.CaseKind, about.CaseId, about.Title.Length > TitleLimit ? about.Title[..TitleLimit] : about.Title, about.CaseState, about.RegionCode, about.OrganisationId, about.Side);

    public void Pause(DateOnly on, string reason)
    {
        if (IsPaused || FinishedAt is not null)
            return;
        Suspensions = [.. Suspensions, new Suspension(on, null, reason)];
        (IsPaused, DueOn, RemindOn) = (true, null, null);
        Version++;
    }

    /// <summary>Re-arms the clock with the budget that is left; <see cref="Project"/> gives it its date again.</summary>
    public void Resume(DateOnly on)
    {
        if (!IsPaused || FinishedAt is not null)
            return;
        // A clock set back between the two must not make a pause that ends before it begins.
        Suspensions = [.. Suspensions.Select(s => s.To is null ? s with { To = on < s.From ? s.From : on } : s)];
        IsPaused = false;
        Version++;
    }

    public void Finish(DateTimeOffset at)
    {
        if (FinishedAt is not null)
            return;
        (FinishedAt, RemindOn, FinishedLate) = (at, null, DueOn is { } due && ChinaTime.DateOf(at) > due);
        Version++;
    }

    /// <summary>Works the dates out anew. Does not count as a change by itself: the caller has made one, or compares.</summary>
    public void Project(WorkingCalendar calendar, int calendarVersion)
    {
        var dates = Projected(calendar);
        if (dates.DueOn != DueOn)
            LastRung = null;
        (DueOn, RemindOn, CalendarVersion) = (dates.DueOn, dates.RemindOn, calendarVersion);
    }

    /// <summary>The dates as this calendar has them.</summary>
    public (DateOnly? DueOn, DateOnly? RemindOn) Projected(WorkingCalendar calendar)
    {
        if (IsPaused || FinishedAt is not null)
            return (null, null);
        var due = IsAgreed ? DueOn : Ledger.DayOf(BudgetDays, calendar).OrNull;
        return due is null ? (null, null) : (due, DayAfter(due == DueOn ? LastRung : null, calendar));
    }

    /// <summary>The latest rung reached, of those that have not been reminded of; null when there is none.</summary>
    public int? RungReached(DateOnly today, WorkingCalendar calendar)
    {
        if (DueOn is not { } due || FinishedAt is not null || (IsAgreed ? DeadlineReading.Of(due, today, calendar).DaysLeft : Ledger.Left(today, calendar).OrNull) is not { } left)
            return null;
        var reached = Usable(LastRung, calendar).Where(r => left <= r).ToList();
        return reached.Count == 0 ? null : reached.Min();
    }

    /// <summary>When the rung below the given one is reached; null when there is none, or the calendar does not reach so far.</summary>
    public DateOnly? DayAfter(int? rung, WorkingCalendar calendar) =>
        Usable(rung, calendar).Select(r => (int?)r).Max() is { } next ? IsAgreed ? DayBefore(next, calendar) : Ledger.DayOf(BudgetDays - next, calendar).OrNull : null;

    /// <summary>A rung as far off as the whole time given would remind at the start of the work, of nothing. What is due is reminded of however short it was.</summary>
    private IEnumerable<int> Usable(int? below, WorkingCalendar calendar)
    {
        var given = IsAgreed ? Math.Max(1, calendar.CountBetween(StartedOn, DueOn!.Value).OrNull ?? 0) : BudgetDays;
        return Rungs.Where(r => r < given && (below is null || r < below));
    }

    /// <summary>The first day on which no more than so many working days are left to the agreed one.</summary>
    private DateOnly? DayBefore(int rung, WorkingCalendar calendar)
    {
        var day = DueOn!.Value;
        if (rung < 0)
            return calendar.Add(day, -rung).OrNull;
        while (calendar.CountBetween(day.AddDays(-1), DueOn.Value) is { IsKnown: true, Value: var left } && left <= rung)
            day = day.AddDays(-1);
        return day;
    }
}

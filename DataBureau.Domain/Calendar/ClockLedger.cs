namespace DataBureau.Domain.Calendar;

/// <summary>
/// A stretch in which a clock stands still. The day on which something happens belongs to what was before it, as the day of
/// the start does: the days after <paramref name="From"/> up to and including <paramref name="To"/> do not count.
/// </summary>
/// <param name="To">Null while it lasts.</param>
public sealed record Suspension(DateOnly From, DateOnly? To, string Reason);

/// <summary>
/// A budget of working days, when it began, and the days that do not count. The day of the start does not count: that is the
/// bureau's convention, as the budget itself is, and no article of law.
/// </summary>
public sealed record ClockLedger(DateOnly StartedOn, int BudgetDays, IReadOnlyList<Suspension> Suspensions)
{
    public bool IsPaused => Suspensions.Any(s => s.To is null);

    /// <summary>The day on which the given number of days is used up; missing where the calendar does not reach.</summary>
    /// <param name="days">1 or more.</param>
    /// <exception cref="InvalidOperationException">The clock stands still before that day, and nobody knows for how long.</exception>
    public Reckoned<DateOnly> DayOf(int days, WorkingCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var at = StartedOn;
        foreach (var (from, to) in Pauses())
        {
            var running = calendar.CountBetween(at, from);
            if (!running.IsKnown)
                return Reckoned.Missing<DateOnly>(running.MissingYear!.Value);
            if (running.Value >= days)
                break;
            if (to == DateOnly.MaxValue)
                throw new InvalidOperationException("A clock that stands still has no such day.");
            (days, at) = (days - running.Value, to);
        }

        return calendar.Add(at, days);
    }

    /// <summary>The days used up at the end of a day.</summary>
    public Reckoned<int> Elapsed(DateOnly through, WorkingCalendar calendar)
    {
        var (at, elapsed) = (StartedOn, 0);
        foreach (var (from, to) in Pauses().Append((through, DateOnly.MaxValue)))
        {
            var running = calendar.CountBetween(at, from < through ? from : through);
            if (!running.IsKnown)
                return running;
            (elapsed, at) = (elapsed + running.Value, to);
        }

        return Reckoned.Known(elapsed);
    }

    /// <summary>Positive: left. Negative: overdue.</summary>
    public Reckoned<int> Left(DateOnly today, WorkingCalendar calendar)
    {
        var elapsed = Elapsed(today, calendar);
        return elapsed.IsKnown ? Reckoned.Known(BudgetDays - elapsed.Value) : elapsed;
    }

    /// <summary>The pauses in order, overlapping ones joined, none before the start; one that lasts ends never.</summary>
    private IEnumerable<(DateOnly From, DateOnly To)> Pauses()
    {
        var end = StartedOn;
        foreach (var (from, to) in Suspensions.Select(s => (s.From, To: s.To ?? DateOnly.MaxValue)).OrderBy(s => s.From).ThenBy(s => s.To))
        {
            if (to <= end)
                continue;
            yield return (from > end ? from : end, to);
            end = to;
        }
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DataBureau.Domain.Calendar;

/// <summary>
/// Which days are working days. A day is one when it is Monday to Friday and no holiday, or 调休上班. A year is covered when it
/// has rows; over a year without rows every answer is <see cref="Reckoned{T}.MissingYear"/>.
/// </summary>
public sealed class WorkingCalendar
{
    public static readonly WorkingCalendar Empty = new([]);

    private readonly FrozenDictionary<int, Year> _years;

    public WorkingCalendar(IEnumerable<CalendarDay> days)
    {
        _years = days.GroupBy(d => d.Date.Year).ToFrozenDictionary(g => g.Key, g => new Year(g.Key, g));
        CoveredYears = [.. _years.Keys.Order()];
    }

    public ImmutableArray<int> CoveredYears { get; }

    public bool Covers(int year) => _years.ContainsKey(year);

    public Reckoned<bool> IsWorkingDay(DateOnly date) =>
        _years.TryGetValue(date.Year, out var year) ? Reckoned.Known(year.IsWorkingDay(date)) : Reckoned.Missing<bool>(date.Year);

    /// <summary>The working days of a covered year.</summary>
    public Reckoned<int> WorkingDaysOf(int year) => _years.TryGetValue(year, out var rows) ? Reckoned.Known(rows.Count) : Reckoned.Missing<int>(year);

    /// <summary>The working days after the one day, up to and including the other; 0 when that is not later.</summary>
    public Reckoned<int> CountBetween(DateOnly after, DateOnly through)
    {
        if (through <= after)
            return Reckoned.Known(0);
        var (first, count) = (after.AddDays(1), 0);
        for (var y = first.Year; y <= through.Year; y++)
        {
            if (!_years.TryGetValue(y, out var year))
                return Reckoned.Missing<int>(y);
            count += (y == through.Year ? year.CountThrough(through) : year.Count) - (y == first.Year ? year.CountBefore(first) : 0);
        }

        return Reckoned.Known(count);
    }

    /// <summary>The n-th working day after a day.</summary>
    /// <param name="after">Does not count itself.</param>
    /// <param name="n">1 or more.</param>
    public Reckoned<DateOnly> Add(DateOnly after, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var first = after.AddDays(1);
        for (var y = first.Year; ; y++)
        {
            if (!_years.TryGetValue(y, out var year))
                return Reckoned.Missing<DateOnly>(y);
            var before = y == first.Year ? year.CountBefore(first) : 0;
            if (before + n <= year.Count)
                return Reckoned.Known(year[before + n - 1]);
            n -= year.Count - before;
        }
    }

    /// <summary>The working days of one year in order, and how many there are up to each day.</summary>
    private sealed class Year
    {
        private readonly DateOnly[] _working;
        private readonly int[] _through;

        public Year(int year, IEnumerable<CalendarDay> days)
        {
            var named = days.ToDictionary(d => d.Date, d => d.Kind);
            var (first, length) = (new DateOnly(year, 1, 1), DateTime.IsLeapYear(year) ? 366 : 365);
            var working = new List<DateOnly>(length);
            _through = new int[length];
            for (var i = 0; i < length; i++)
            {
                var date = first.AddDays(i);
                if (named.TryGetValue(date, out var kind) ? kind == CalendarDayKind.Workday : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                    working.Add(date);
                _through[i] = working.Count;
            }

            _working = [.. working];
        }

        public int Count => _working.Length;

        public DateOnly this[int index] => _working[index];

        public int CountThrough(DateOnly date) => _through[date.DayOfYear - 1];

        public int CountBefore(DateOnly date) => date.DayOfYear == 1 ? 0 : _through[date.DayOfYear - 2];

        public bool IsWorkingDay(DateOnly date) => CountThrough(date) > CountBefore(date);
    }
}

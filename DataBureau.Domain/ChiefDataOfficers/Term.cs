using System.Runtime.InteropServices;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>A time in office, both days included; without an end while none is set.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Term(DateOnly From, DateOnly? To)
{
    private DateOnly Last => To ?? DateOnly.MaxValue;

    public bool IsBackwards => To < From;

    /// <summary>Days in office; null while no end is set.</summary>
    public int? Days => To is { } to ? to.DayNumber - From.DayNumber + 1 : null;

    public bool Covers(DateOnly day) => day >= From && day <= Last;

    public bool Overlaps(Term other) => From <= other.Last && other.From <= Last;

    /// <summary>The days between two terms that belong to neither; 0 when they touch or overlap.</summary>
    public int GapTo(Term other)
    {
        var (first, second) = From <= other.From ? (this, other) : (other, this);
        return second.From > first.Last ? second.From.DayNumber - first.Last.DayNumber - 1 : 0;
    }

    /// <summary>The last day of a number of full years; where the year of the end has no such day, the last day of that month.</summary>
    public static DateOnly LastDayOf(DateOnly from, int years)
    {
        var same = from.AddYears(years);
        // 29 February has no counterpart in most years: the term is full with the month.
        return same.Day == from.Day ? same.AddDays(-1) : same;
    }

    /// <summary>The stretches of a period that none of the terms covers, in order; the last one is open when the period is.</summary>
    public static IReadOnlyList<Term> Gaps(IEnumerable<Term> terms, Term period)
    {
        var gaps = new List<Term>();
        var next = period.From;
        foreach (var term in terms.Where(t => !t.IsBackwards).OrderBy(t => t.From))
        {
            if (term.From > period.Last)
                break;
            if (term.From > next)
                gaps.Add(new Term(next, term.From.AddDays(-1)));
            if (term.Last >= period.Last)
                return gaps;
            if (term.Last >= next)
                next = term.Last.AddDays(1);
        }

        if (next <= period.Last)
            gaps.Add(new Term(next, period.To));
        return gaps;
    }
}

using DataBureau.Domain.ChiefDataOfficers;
using FsCheck;
using FsCheck.Fluent;

namespace DataBureau.Tests.Domain.ChiefDataOfficers;

public sealed class TermTests
{
    private static readonly DateOnly Origin = new(2020, 1, 1);

    [Theory]
    [InlineData("2024-02-29", 1, "2025-02-28")]
    [InlineData("2024-02-29", 4, "2028-02-28")]
    [InlineData("2023-03-01", 1, "2024-02-29")]
    [InlineData("2024-03-01", 1, "2025-02-28")]
    [InlineData("2026-01-01", 3, "2028-12-31")]
    [InlineData("2026-11-20", 5, "2031-11-19")]
    public void LastDayOf_FullYears_EndsTheDayBefore(string from, int years, string last) => Assert.Equal(DateOnly.Parse(last, null), Term.LastDayOf(DateOnly.Parse(from, null), years));

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", "2026-02-01", "2026-02-28", 0, false)]
    [InlineData("2026-01-01", "2026-01-31", "2026-02-02", null, 1, false)]
    [InlineData("2026-01-01", "2026-01-31", "2026-01-31", null, 0, true)]
    [InlineData("2024-02-28", "2024-02-28", "2024-03-01", "2024-03-01", 1, false)]
    [InlineData("2023-02-28", "2023-02-28", "2023-03-01", "2023-03-01", 0, false)]
    [InlineData("2026-01-01", null, "2030-01-01", "2030-01-01", 0, true)]
    public void Gap_BetweenTwoTerms_DaysOfNeither(string from, string? to, string otherFrom, string? otherTo, int gap, bool overlaps)
    {
        var (one, other) = (Of(from, to), Of(otherFrom, otherTo));

        Assert.Equal((gap, gap), (one.GapTo(other), other.GapTo(one)));
        Assert.Equal((overlaps, overlaps), (one.Overlaps(other), other.Overlaps(one)));
    }

    [Fact]
    public void Days_BothEndsIncluded()
    {
        Assert.Equal(1, Of("2026-11-20", "2026-11-20").Days);
        Assert.Equal(366, Of("2024-01-01", "2024-12-31").Days);
        Assert.Null(Of("2024-01-01", null).Days);
        Assert.True(Of("2024-01-02", "2024-01-01").IsBackwards);
    }

    /// <summary>Every day of the period is covered by a term or lies in exactly one gap; gaps are in order and do not touch.</summary>
    [Fact]
    public void Gaps_OfAnyTerms_AreExactlyTheUncoveredDays()
    {
        var term = from start in Gen.Choose(0, 400) from length in Gen.Choose(-3, 120) from open in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
                   select new Term(Origin.AddDays(start), open ? null : Origin.AddDays(start + length));
        var cases = from terms in term.ArrayOf() from start in Gen.Choose(0, 300) from length in Gen.Choose(0, 200) select (terms, new Term(Origin.AddDays(start), Origin.AddDays(start + length)));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var (terms, period) = c;
            var gaps = Term.Gaps(terms, period);
            var days = Enumerable.Range(0, period.Days!.Value).Select(period.From.AddDays);
            return days.All(d => gaps.Count(g => g.Covers(d)) == (terms.Any(t => t.Covers(d)) ? 0 : 1)) && gaps.All(g => g.From >= period.From && g.To <= period.To && !g.IsBackwards)
                && gaps.Zip(gaps.Skip(1)).All(p => p.First.GapTo(p.Second) > 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void LastDayOf_AnyDay_NextTermBeginsWithoutGapAndOverlap()
    {
        var cases = from start in Gen.Choose(0, 20000) from years in Gen.Choose(1, 10) select (Origin.AddDays(start - 10000), years);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var (from, years) = c;
            var one = new Term(from, Term.LastDayOf(from, years));
            var next = new Term(one.To!.Value.AddDays(1), null);
            return !one.IsBackwards && one.GapTo(next) == 0 && !one.Overlaps(next) && one.Days >= (365 * years) - 1 && one.Days <= (366 * years);
        }).QuickCheckThrowOnFailure();
    }

    private static Term Of(string from, string? to) => new(DateOnly.Parse(from, null), to is null ? null : DateOnly.Parse(to, null));
}

using DataBureau.Domain.Calendar;
using FsCheck;
using FsCheck.Fluent;
using static DataBureau.Tests.Domain.Calendar.Calendars;

namespace DataBureau.Tests.Domain.Calendar;

/// <summary>The budget and its pauses, against counting day by day.</summary>
public sealed class ClockLedgerTests
{
    private static readonly Gen<DateOnly> Starts = Gen.Choose(0, 365).Select(i => Day("2024-06-01").AddDays(i));

    private static readonly Gen<(int From, int Length)> Pauses = Gen.Choose(0, 120).SelectMany(start => Gen.Choose(0, 60).Select(length => (start, length)));

    private static readonly Gen<ClockLedger> Ledgers =
        from start in Starts
        from budget in Gen.Choose(1, 40)
        from pauses in Pauses.ListOf(3)
        select new ClockLedger(start, budget, [.. pauses.Select(p => new Suspension(start.AddDays(p.From), start.AddDays(p.From + p.Length), "退回补正"))]);

    [Fact]
    public void DayOf_AnyLedger_IsTheFirstDayOnWhichTheBudgetIsUsedUp() => Holds(Ledgers, ledger =>
        ledger.DayOf(ledger.BudgetDays, Shipped).Value == DaysOn(ledger).Skip(ledger.BudgetDays - 1).First());

    [Fact]
    public void Left_AnyDay_IsTheBudgetLessTheDaysThatCounted() => Holds(
        from ledger in Ledgers from later in Gen.Choose(0, 300) select (ledger, Today: ledger.StartedOn.AddDays(later)),
        x => x.ledger.Left(x.Today, Shipped).Value == x.ledger.BudgetDays - DaysOn(x.ledger).TakeWhile(d => d <= x.Today).Count());

    [Fact]
    public void PauseAndResume_OnOneDay_ChangeNothing() => Holds(
        from ledger in Ledgers from at in Gen.Choose(0, 90) select (ledger, At: ledger.StartedOn.AddDays(at)),
        x => Same(x.ledger, x.ledger with { Suspensions = [.. x.ledger.Suspensions, new Suspension(x.At, x.At, "点错")] }));

    [Fact]
    public void Pause_SplitInTwo_IsTheSame() => Holds(
        from ledger in Ledgers where ledger.Suspensions.Count > 0 from part in Gen.Choose(0, 60) select (ledger, part),
        x =>
        {
            var whole = x.ledger.Suspensions[0];
            var middle = whole.From.AddDays(Math.Min(x.part, whole.To!.Value.DayNumber - whole.From.DayNumber));
            return Same(x.ledger, x.ledger with { Suspensions = [whole with { To = middle }, whole with { From = middle }, .. x.ledger.Suspensions.Skip(1)] });
        });

    [Fact]
    public void Pauses_InAnyOrder_AreTheSame() => Holds(Ledgers, ledger => Same(ledger, ledger with { Suspensions = [.. ledger.Suspensions.Reverse()] }));

    [Fact]
    public void DayOf_MoreBudgetOrMorePause_IsNeverEarlier() => Holds(
        from ledger in Ledgers from more in Gen.Choose(1, 20) from at in Gen.Choose(0, 60) select (ledger, more, At: ledger.StartedOn.AddDays(at)),
        x => Due(x.ledger with { BudgetDays = x.ledger.BudgetDays + x.more }) > Due(x.ledger)
            && Due(x.ledger with { Suspensions = [.. x.ledger.Suspensions, new Suspension(x.At, x.At.AddDays(x.more), "补正")] }) >= Due(x.ledger));

    [Fact]
    public void DayOf_OneHolidayMore_IsNeverEarlierAndAtMostOneWorkingDayLater() => Holds(
        from ledger in Ledgers from at in Gen.Choose(0, 90) select (ledger, At: ledger.StartedOn.AddDays(at)),
        x =>
        {
            var changed = new WorkingCalendar([.. Rows.Where(r => r.Date != x.At), new CalendarDay(x.At, CalendarDayKind.Holiday, "临时放假")]);
            var (before, after) = (Due(x.ledger), x.ledger.DayOf(x.ledger.BudgetDays, changed).Value);
            return after >= before && DaysOn(x.ledger).SkipWhile(d => d < before).Take(2).Contains(after);
        });

    [Fact]
    public void Resume_TheBudgetThatWasLeft_GoesOnFromThere()
    {
        var deadline = Deadline("2026-11-02", 10);
        deadline.Project(Shipped, 1);
        Assert.Equal(Day("2026-11-16"), deadline.DueOn);

        deadline.Pause(Day("2026-11-05"), "退回补正");
        deadline.Project(Shipped, 1);
        Assert.Equal((null, "已暂停"), (deadline.DueOn, DeadlineReading.Of(deadline, Day("2026-11-18"), Shipped).Words));
        deadline.Resume(Day("2026-11-18"));
        deadline.Project(Shipped, 1);

        // Three days were used, seven are left after the day of the return.
        Assert.Equal(Day("2026-11-27"), deadline.DueOn);
        Assert.Equal("剩余 7 个工作日", DeadlineReading.Of(deadline, Day("2026-11-18"), Shipped).Words);
    }

    [Fact]
    public void DayOf_StandingStill_IsRefusedButWhatWasDueBeforeIsKnown()
    {
        var paused = new ClockLedger(Day("2026-11-02"), 2, [new Suspension(Day("2026-11-06"), null, "退回补正")]);

        Assert.Equal(Day("2026-11-04"), paused.DayOf(2, Shipped).Value);
        Assert.Throws<InvalidOperationException>(() => paused.DayOf(10, Shipped));
        Assert.Equal(-2, paused.Left(Day("2026-12-25"), Shipped).Value);
    }

    private static DateOnly Due(ClockLedger ledger) => ledger.DayOf(ledger.BudgetDays, Shipped).Value;

    private static bool Same(ClockLedger a, ClockLedger b) => Due(a) == Due(b) && Enumerable.Range(0, 120).All(i => a.Left(a.StartedOn.AddDays(i), Shipped) == b.Left(a.StartedOn.AddDays(i), Shipped));

    /// <summary>The days that count, one after the other.</summary>
    private static IEnumerable<DateOnly> DaysOn(ClockLedger ledger) =>
        Enumerable.Range(1, 560).Select(ledger.StartedOn.AddDays).Where(d => IsWorkingDay(d) && !ledger.Suspensions.Any(s => d > s.From && d <= (s.To ?? DateOnly.MaxValue)));

    private static void Holds<T>(Gen<T> values, Func<T, bool> property) => Prop.ForAll(values.ToArbitrary(), property).QuickCheckThrowOnFailure();
}

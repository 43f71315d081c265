using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.Calendar;

/// <summary>What the tests of clocks do over and over.</summary>
internal static class Clocks
{
    private static int _names;

    public static string Name() => $"期限目录{Interlocked.Increment(ref _names)}";

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As the system administrator sets it.</summary>
    public static async Task LimitAsync(this BureauFixture bureau, string limit, int? days, string region = "140000", string rungs = "3,1,0,-1,-5")
    {
        var row = await bureau.AsAsync<TimeLimitService, TimeLimitRow?>("sysadmin", s => s.FindAsync(limit, region, default));
        var choice = days is null ? LimitChoice.None : LimitChoice.Days;
        Assert.IsType<Outcome<TimeLimitRow>.Done>(await bureau.AsAsync<TimeLimitService, Outcome<TimeLimitRow>>("sysadmin", s => s.SaveAsync(limit, region, row!.Version, choice, days, rungs)));
    }

    /// <summary>An entry that waits for the bureau, under a time limit.</summary>
    public static async Task<CatalogueDetailView> WaitingAsync(this BureauFixture bureau, int days = 5)
    {
        await bureau.LimitAsync(CatalogueClocks.Review.Key, days);
        return await bureau.EntryAsync(Contents.Complete(Name()), CatalogueAction.Submit, CatalogueAction.Approve);
    }

    public static async Task<IReadOnlyList<Deadline>> DeadlinesAsync(this BureauFixture bureau, Guid caseId)
    {
        await using var db = bureau.OpenDb();
        return await db.Deadlines.AsNoTracking().Where(d => d.CaseId == caseId).OrderBy(d => d.StartedOn).ThenBy(d => d.Id).ToListAsync();
    }

    public static async Task<CalendarYearView> YearAsync(this BureauFixture bureau, int year) => (await bureau.AsAsync<CalendarService, CalendarYearView?>("sysadmin", s => s.FindAsync(year, default)))!;

    public static async Task<Outcome<CalendarYearView>> SaveYearAsync(this BureauFixture bureau, CalendarYearView seen, IEnumerable<CalendarDay> days, string who = "sysadmin") =>
        await bureau.AsAsync<CalendarService, Outcome<CalendarYearView>>(who, s => s.SaveYearAsync(seen.Year, seen.Version, [.. days]));

    /// <summary>One more day off in the year.</summary>
    public static async Task<CalendarYearView> CloseAsync(this BureauFixture bureau, string date)
    {
        var view = await bureau.YearAsync(Day(date).Year);
        return Assert.IsType<Outcome<CalendarYearView>.Done>(await bureau.SaveYearAsync(view, [.. view.Days, new CalendarDay(Day(date), CalendarDayKind.Holiday, "临时放假")])).View;
    }
}

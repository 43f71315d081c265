using ClosedXML.Excel;
using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Calendar;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Seed;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Calendar;

public sealed class CalendarServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task SaveYear_OneHolidayMore_MovesOpenDeadlinesAndSaysSoInHistoryAndAudit()
    {
        var view = await bureau.WaitingAsync();
        var before = Assert.Single(view.Deadlines).Reading.DueOn;
        var year = await bureau.YearAsync(2026);
        List<CalendarDay> days = [.. year.Days, new CalendarDay(Clocks.Day("2026-11-24"), CalendarDayKind.Holiday, "临时放假")];

        var preview = await bureau.AsAsync<CalendarService, CalendarPreview>("sysadmin", s => s.PreviewAsync(2026, days, default));
        Assert.Equal(before, (await bureau.DeadlinesAsync(view.Id)).Single(d => d.FinishedAt is null).DueOn);
        var done = Assert.IsType<Outcome<CalendarYearView>.Done>(await bureau.SaveYearAsync(year, days));

        Assert.True(preview.Moved > 0);
        Assert.Contains(preview.Sentence, done.Sentence, StringComparison.Ordinal);
        var fresh = (await bureau.AsAsync<CatalogueService, CatalogueDetailView?>("reviewer", s => s.FindAsync(view.Id, default)))!;
        Assert.Equal(Clocks.Day("2026-11-30"), Assert.Single(fresh.Deadlines).Reading.DueOn);
        var note = fresh.History.Last();
        Assert.Equal(("期限重算", null, "工作日历调整，到期日由 2026-11-27 改为 2026-11-30（目录审核，局内时限）。"), (note.Action, note.CaseVersion, note.Comment));
        Assert.DoesNotContain("期限重算", await FormAsync(fresh), StringComparison.Ordinal);
        await using var db = bureau.OpenDb();
        var audit = await db.Audit.OrderByDescending(a => a.Id).FirstAsync(a => a.Action == "calendar.Edit");
        Assert.Contains("2026-11-24 休 临时放假", audit.After, StringComparison.Ordinal);
        Assert.Contains(preview.Sentence, audit.Summary, StringComparison.Ordinal);

        // And back again: the case is not stuck with the moved date, and may still be acted on.
        Assert.IsType<Outcome<CalendarYearView>.Done>(await bureau.SaveYearAsync(done.View, year.Days));
        Assert.Equal(before, (await bureau.DeadlinesAsync(view.Id)).Single(d => d.FinishedAt is null).DueOn);
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("reviewer", s => s.ActAsync(view.Id, view.Version, CatalogueAction.Approve, null)));
    }

    [Fact]
    public async Task SaveYear_TheMissingOne_GivesWaitingCasesTheirDate()
    {
        var view = await bureau.WaitingAsync(days: 60);
        Assert.Equal("日历缺 2027 年，无法推算", Assert.Single(view.Deadlines).Reading.Words);
        var year = await bureau.YearAsync(2027);
        Assert.Equal([2027], year.Missing.AsEnumerable());
        Assert.True(year.WithoutDate > 0);
        Assert.Null(year.WorkingDays);

        var done = Assert.IsType<Outcome<CalendarYearView>.Done>(await bureau.SaveYearAsync(year, [new CalendarDay(Clocks.Day("2027-01-01"), CalendarDayKind.Holiday, "元旦")]));

        Assert.Empty(done.View.Missing);
        // Saved, reckoned with, and said to be incomplete: on the page of the other year too.
        Assert.Equal("2027 年还缺春节、清明节、劳动节、端午节、中秋节、国庆节的放假安排，经过这些日子的期限会推算得偏早。", Assert.Single(done.View.Incomplete).Sentence);
        Assert.Equal([2027], (await bureau.YearAsync(2026)).Incomplete.Select(y => y.Year));
        Assert.Contains("现在有了到期日", done.Sentence, StringComparison.Ordinal);
        Assert.Equal(Clocks.Day("2027-02-15"), (await bureau.DeadlinesAsync(view.Id)).Single(d => d.FinishedAt is null).DueOn);
        Assert.IsType<Outcome<CalendarYearView>.Done>(await bureau.SaveYearAsync(done.View, []));
        Assert.Null((await bureau.DeadlinesAsync(view.Id)).Single(d => d.FinishedAt is null).DueOn);
    }

    [Fact]
    public async Task SaveYear_SeenBeforeAnotherSaved_IsAConflictAndWritesNothing()
    {
        var year = await bureau.YearAsync(2025);
        var saves = await Task.WhenAll(
            bureau.SaveYearAsync(year, year.Days.RemoveAt(0)),
            bureau.SaveYearAsync(year, year.Days.RemoveAt(1), "sysadmin.taiyuan"));

        Assert.Single(saves.OfType<Outcome<CalendarYearView>.Done>());
        Assert.Equal(year.Version + 1, Assert.Single(saves.OfType<Outcome<CalendarYearView>.Conflict>()).View.Version);
        Assert.IsType<Outcome<CalendarYearView>.Done>(await bureau.SaveYearAsync(await bureau.YearAsync(2025), year.Days));
    }

    [Fact]
    public async Task SaveYear_WrongDaysOrNoRight_IsRefusedInWords()
    {
        var year = await bureau.YearAsync(2026);
        var wrong = Assert.IsType<Outcome<CalendarYearView>.Refused>(await bureau.SaveYearAsync(year, [.. year.Days, new(Clocks.Day("2027-01-01"), CalendarDayKind.Holiday, "元旦"), new(Clocks.Day("2026-11-25"), CalendarDayKind.Workday, "补班")]));
        Assert.Equal(["2027-01-01 不在 2026 年。", "2026-11-25 是星期三，本来就是工作日，不需要写成调休上班。"], wrong.Refusal.Details.Select(d => d.Sentence));
        Assert.IsType<Outcome<CalendarYearView>.NotFound>(await bureau.SaveYearAsync(year, [], "secadmin"));

        await using (var db = bureau.OpenDb())
            await db.Grants.Where(g => g.Role == Role.SystemAdmin && db.Users.Any(u => u.Id == g.UserId && u.UserName == "sysadmin.fujian")).ExecuteUpdateAsync(s => s.SetProperty(g => g.Scope, GrantScope.Region));
        var refused = Assert.IsType<Outcome<CalendarYearView>.Refused>(await bureau.SaveYearAsync(year, [], "sysadmin.fujian"));
        Assert.Equal("CalendarScope", refused.Refusal.Code);
        Assert.False((await bureau.AsAsync<CalendarService, CalendarYearView?>("sysadmin.fujian", s => s.FindAsync(2026, default)))!.MayEdit);
        Assert.Equal(year.Version, (await bureau.YearAsync(2026)).Version);
    }

    [Fact]
    public async Task SaveYear_WhileActsEndDeadlines_NeitherIsLost()
    {
        var waiting = new List<CatalogueDetailView>();
        for (var i = 0; i < 12; i++)
            waiting.Add(await bureau.WaitingAsync());
        var year = await bureau.YearAsync(2026);

        var acting = Task.WhenAll(waiting.Take(6).Select(v => bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("reviewer", s => s.ActAsync(v.Id, v.Version, CatalogueAction.Approve, null))));
        var saved = Assert.IsType<Outcome<CalendarYearView>.Done>(await bureau.SaveYearAsync(year, [.. year.Days, new(Clocks.Day("2026-11-25"), CalendarDayKind.Holiday, "临时放假")]));

        Assert.All(await acting, o => Assert.IsType<Outcome<CatalogueDetailView>.Done>(o));
        await bureau.Services.GetRequiredService<Reminders>().RunOnceAsync(default);
        foreach (var view in waiting)
        {
            var review = (await bureau.DeadlinesAsync(view.Id)).Single(d => d.Limit == CatalogueClocks.Review.Key);
            if (waiting.IndexOf(view) < 6)
                Assert.NotNull(review.FinishedAt);
            else
                Assert.Equal((Clocks.Day("2026-11-30"), saved.View.Version), (review.DueOn!.Value, review.CalendarVersion));
        }

        Assert.IsType<Outcome<CalendarYearView>.Done>(await bureau.SaveYearAsync(saved.View, year.Days));
    }

    [Fact]
    public async Task Sweep_DeadlineOfAnActThatKnewTheOldCalendar_IsBroughtUpToDate()
    {
        var view = await bureau.WaitingAsync();
        await using (var db = bureau.OpenDb())
            await db.Deadlines.Where(d => d.CaseId == view.Id && d.FinishedAt == null).ExecuteUpdateAsync(s => s.SetProperty(d => d.DueOn, Clocks.Day("2026-12-31")).SetProperty(d => d.CalendarVersion, 0));

        await bureau.Services.GetRequiredService<Reminders>().RunOnceAsync(default);

        var deadline = (await bureau.DeadlinesAsync(view.Id)).Single(d => d.FinishedAt is null);
        Assert.Equal((Clocks.Day("2026-11-27"), (await bureau.YearAsync(2026)).Version), (deadline.DueOn!.Value, deadline.CalendarVersion));
    }

    [Fact]
    public async Task Ensure_YearThatAnAdministratorChanged_StaysAsItIs()
    {
        var year = await bureau.YearAsync(2024);
        var done = Assert.IsType<Outcome<CalendarYearView>.Done>(await bureau.SaveYearAsync(year, year.Days.RemoveAt(0)));
        await using var db = bureau.OpenDb();

        await ReferenceData.EnsureAsync(db, default);

        Assert.Equal(done.View.Version, (await bureau.YearAsync(2024)).Version);
        Assert.Equal(Calendars.Rows.Count(r => r.Date.Year == 2024) - 1, (await bureau.YearAsync(2024)).Days.Length);
        await bureau.SaveYearAsync(done.View, year.Days);
    }

    /// <summary>Every cell of the 审核表: a note about a case is nobody's opinion on it.</summary>
    private static async Task<string> FormAsync(CatalogueDetailView view)
    {
        using var stream = new MemoryStream();
        using (var form = CatalogueWorkbook.Form(view))
            await form.SaveAsync(stream);
        stream.Position = 0;
        using var book = new XLWorkbook(stream);
        return string.Join('\n', book.Worksheets.SelectMany(s => s.CellsUsed()).Select(c => c.Value.ToString()));
    }
}

using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Features.Calendar;

public sealed class ReminderTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IDisposable
{
    private readonly DateTimeOffset _began = bureau.Clock.Now;

    [Fact]
    public async Task RunOnce_TwoServersAtOnce_EachResponsiblePersonIsToldOnce()
    {
        var waiting = new List<Guid>();
        for (var i = 0; i < 8; i++)
            waiting.Add((await bureau.WaitingAsync()).Id);
        await RunAsync();
        bureau.Clock.Advance(TimeSpan.FromDays(4)); // three working days are left

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Server().RunOnceAsync(default))));

        await using var db = bureau.OpenDb();
        Assert.Equal(8, sent.Sum());
        Assert.Equal(8, await db.Reminders.CountAsync(r => r.Rung == 3 && db.Deadlines.Any(d => d.Id == r.DeadlineId && waiting.Contains(d.CaseId))));
        foreach (var id in waiting)
            Assert.Equal(["bureaulead", "reviewer"], await ToldAsync(db, id));
        Assert.Equal(0, await RunAsync());
    }

    [Fact]
    public async Task RunOnce_AfterSeveralRungsWentBy_OnlyTheLatestIsSent()
    {
        var view = await bureau.WaitingAsync();
        bureau.Clock.Advance(TimeSpan.FromDays(10)); // one working day overdue

        await RunAsync();

        await using var db = bureau.OpenDb();
        var notice = await OfDeadlines(db).Where(n => n.Href == $"/catalogue/{view.Id}").OrderBy(n => n.Id).FirstAsync();
        Assert.Equal(-1, (await db.Reminders.SingleAsync(r => db.Deadlines.Any(d => d.Id == r.DeadlineId && d.CaseId == view.Id))).Rung);
        Assert.StartsWith("逾期 1 个工作日：目录审核", notice.Title, StringComparison.Ordinal);
        Assert.Contains("2026-11-27 到期", notice.Sentence, StringComparison.Ordinal);

        bureau.Clock.Advance(TimeSpan.FromDays(4));
        await RunAsync();
        Assert.Equal([-5, -1], await db.Reminders.Where(r => db.Deadlines.Any(d => d.Id == r.DeadlineId && d.CaseId == view.Id)).Select(r => r.Rung).OrderBy(r => r).ToListAsync());
    }

    [Fact]
    public async Task RunOnce_FinishedOrNoRungYet_NobodyIsTold()
    {
        var view = await bureau.WaitingAsync();
        await RunAsync();
        Assert.IsType<Outcome<CatalogueDetailView>.Done>(await bureau.AsAsync<CatalogueService, Outcome<CatalogueDetailView>>("reviewer", s => s.ActAsync(view.Id, view.Version, CatalogueAction.Approve, null)));
        bureau.Clock.Advance(TimeSpan.FromDays(12));
        await RunAsync();

        await using var db = bureau.OpenDb();
        Assert.Empty(await ToldAsync(db, view.Id));
    }

    [Fact]
    public async Task RunOnce_DueDateMovedByTheCalendar_RemindsOfTheNewDate()
    {
        var view = await bureau.WaitingAsync();
        bureau.Clock.Advance(TimeSpan.FromDays(4));
        await RunAsync();
        var year = await bureau.YearAsync(2026);
        await bureau.CloseAsync("2026-11-25");

        bureau.Clock.Advance(TimeSpan.FromDays(2)); // three working days before the new date
        await RunAsync();

        await using var db = bureau.OpenDb();
        Assert.Equal([(Clocks.Day("2026-11-27"), 3), (Clocks.Day("2026-11-30"), 3)],
            (await db.Reminders.Where(r => db.Deadlines.Any(d => d.Id == r.DeadlineId && d.CaseId == view.Id)).OrderBy(r => r.DueOn).ToListAsync()).Select(r => (r.DueOn, r.Rung)));
        await bureau.SaveYearAsync(await bureau.YearAsync(2026), year.Days);
    }

    [Fact]
    public async Task Notifications_OfOnePerson_AreReadByNobodyElse()
    {
        var view = await bureau.WaitingAsync();
        bureau.Clock.Advance(TimeSpan.FromDays(4));
        await RunAsync();
        var unread = await UnreadAsync("reviewer");
        var list = await ListAsync("reviewer", "?state=unread&size=200");
        Assert.Equal(unread, list.Total);
        var mine = list.Rows.Single(n => n.Href == $"/catalogue/{view.Id}");

        Assert.Equal(0, await bureau.AsAsync<NotificationService, int>("liaison", s => s.MarkReadAsync(mine.Id)));
        Assert.Equal(1, await bureau.AsAsync<NotificationService, int>("reviewer", s => s.MarkReadAsync(mine.Id)));
        Assert.Equal(unread - 1, await UnreadAsync("reviewer"));
        Assert.Contains((await ListAsync("reviewer", "?state=read&size=200")).Rows, n => n.Id == mine.Id);
        Assert.Equal(unread - 1, await bureau.AsAsync<NotificationService, int>("reviewer", s => s.MarkReadAsync()));
        Assert.Equal(unread, (await ListAsync("bureaulead", "?state=unread")).Total);
    }

    public void Dispose() => bureau.Clock.Now = _began;

    private static IQueryable<Notification> OfDeadlines(BureauDbContext db) => db.Notifications.Where(n => n.Category == NotificationCategory.DeadlineAhead || n.Category == NotificationCategory.Overdue);

    private static Task<List<string>> ToldAsync(BureauDbContext db, Guid caseId) =>
        OfDeadlines(db).Where(n => n.Href == "/catalogue/" + caseId).Join(db.Users, n => n.UserId, u => u.Id, (n, u) => u.UserName!).OrderBy(n => n).ToListAsync();

    private async Task<int> UnreadAsync(string who) => (await bureau.AsAsync<NotificationService, BellView>(who, s => s.BellAsync(0, default))).Unread;

    private Task<Page<NotificationRow>> ListAsync(string who, string query) => bureau.AsAsync<NotificationService, Page<NotificationRow>>(who, s => s.ListAsync(ListQuery.Parse(query), default));

    private Task<int> RunAsync() => Server().RunOnceAsync(default);

    /// <summary>Another server over the same database: what it keeps in memory is its own.</summary>
    private Reminders Server() => new(
        bureau.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), new ClockSource(), bureau.Services.GetServices<TimeLimit>(), bureau.Services.GetServices<CaseKind>(),
        bureau.Services.GetRequiredService<WorkflowNotifier>(), bureau.Clock);
}

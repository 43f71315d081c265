using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Features.Calendar;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>Two processes remind of the same deadlines: each person is told once, before the date and after it, and finds it under the bell.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReminderNodesTests(BureauFixture bureau, ITestOutputHelper output) : IClassFixture<BureauFixture>
{
    [BrowserFact]
    public async Task Reminders_TwoProcessesOverOneDatabase_EachIsSentOnceAndReachesTheBell()
    {
        var folder = Directory.CreateTempSubdirectory("databureau-nodes-").FullName;
        var (ahead, overdue) = await DeadlinesAsync();
        // Both begin to remind at the same moment.
        var nodes = await Task.WhenAll(ServerProcess.StartAsync(bureau.Database, folder), ServerProcess.StartAsync(bureau.Database, folder));
        await using var first = nodes[0];
        await using var second = nodes[1];
        await using var reviewer = await Person.SignInAsync(second.Address, "reviewer");

        await Expect(reviewer.Page.Locator("summary.bell")).ToHaveAccessibleNameAsync("通知，2 条未读");
        await reviewer.Page.Locator("summary.bell").ClickAsync();
        await Expect(reviewer.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^剩余 \\d+ 个工作日：目录审核") })).ToBeVisibleAsync();
        await Expect(reviewer.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^逾期 \\d+ 个工作日：目录审核") })).ToBeVisibleAsync();

        // Both have looked by now; what they will do, they have done.
        await Task.Delay(TimeSpan.FromSeconds(2));
        await using var db = bureau.OpenDb();
        var sent = await db.Reminders.Join(db.Deadlines, r => r.DeadlineId, d => d.Id, (r, d) => new { d.CaseId, d.Title, r.Rung, r.Recipients }).ToListAsync();
        var told = await db.Notifications.Where(n => n.Category == NotificationCategory.DeadlineAhead || n.Category == NotificationCategory.Overdue).Join(db.Users, n => n.UserId, u => u.Id, (n, u) => new { u.UserName, n.Category, n.Title }).ToListAsync();
        output.WriteLine($"Processes {first.Id} and {second.Id}, {sent.Count} reminders:");
        sent.ForEach(r => output.WriteLine($"  rung {r.Rung}: {r.Title}, {r.Recipients} people"));
        told.ForEach(t => output.WriteLine($"  {t.UserName}: {t.Category}, {t.Title}"));
        Assert.Equal(new[] { ahead, overdue }.Order(), sent.Select(s => s.CaseId).Order());
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.All(["reviewer", "bureaulead"], who => Assert.Equal([NotificationCategory.DeadlineAhead, NotificationCategory.Overdue], told.Where(t => t.UserName == who).Select(t => t.Category).Order()));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One whose days run and one that fell due long ago, by the clock of this machine. Each has passed its last rung, and however many days off lie between, no day that begins meanwhile brings another.</summary>
    private async Task<(Guid Ahead, Guid Overdue)> DeadlinesAsync()
    {
        var now = DateTimeOffset.UtcNow;
        await using (var db = bureau.OpenDb())
        {
            // Whatever year it is, the calendar reaches.
            foreach (var year in Enumerable.Range(now.Year - 1, 3))
                if (!await db.CalendarDays.AnyAsync(d => d.Date.Year == year))
                    db.CalendarDays.Add(new CalendarDay(new DateOnly(year, 1, 1), CalendarDayKind.Holiday, "元旦"));
            await ClockSource.TouchAsync(db, ClockVersion.Calendar);
            await db.SaveChangesAsync();
        }

        bureau.Clock.Now = now.AddDays(-25);
        var overdue = await bureau.WaitingAsync(days: 3);
        await bureau.LimitAsync(CatalogueClocks.Review.Key, 40, rungs: "39");
        var ahead = await bureau.EntryAsync(Contents.Complete(Clocks.Name()), CatalogueAction.Submit, CatalogueAction.Approve);
        bureau.Clock.Now = now;
        await using var clean = bureau.OpenDb();
        await clean.Notifications.ExecuteDeleteAsync();
        return (ahead.Id, overdue.Id);
    }
}

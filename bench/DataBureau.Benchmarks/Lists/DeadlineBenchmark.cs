using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Lists;

/// <summary>One holiday more, and 10,000 open deadlines that have to be worked out anew, with a line in the history of each that moves.</summary>
internal sealed class DeadlineBenchmark : IBenchmark
{
    private const int Deadlines = 10_000;
    private const double Bar = 2;

    private static readonly DateOnly Start = new(2026, 3, 2);

    public string Name => "deadlines";

    public string Summary => "10,000 open deadlines worked out anew after a calendar change, against one by one";

    public async Task RunAsync(Workbench bench, Report report)
    {
        await using var app = Workbench.Build(await bench.CreateEmptyAsync());
        var contexts = app.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>();
        await using var scope = app.Services.CreateAsyncScope();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            var user = await db.Users.SingleAsync(u => u.UserName == "sysadmin");
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(user.Id, "127.0.0.1", "bench");
            await FillAsync(db, user.OrganisationId);
        }

        var service = scope.ServiceProvider.GetRequiredService<CalendarService>();
        var year = (await service.FindAsync(2026, default))!;
        var times = new List<double>();
        var moved = 0;
        // There and back, over and over: each save moves those that lie behind the day.
        for (var round = 0; round < 6; round++)
        {
            CalendarDay[] days = round % 2 == 0 ? [.. year.Days, new CalendarDay(new DateOnly(2026, 3, 4), CalendarDayKind.Holiday, "临时放假")] : [.. year.Days];
            var version = year.Version + round;
            moved = (await service.PreviewAsync(2026, days, default)).Moved;
            times.Add(await Measure.MillisecondsAsync(async () =>
            {
                if (await service.SaveYearAsync(2026, version, days) is not Outcome<CalendarYearView>.Done)
                    throw new InvalidOperationException("The calendar was not saved.");
            }));
        }

        var naive = await Measure.MillisecondsAsync(() => OneByOneAsync(contexts));
        report.AtMost("save a holiday", times[0] / 1000, "s", Bar, $"first time; {moved} of {Deadlines} moved");
        report.AtMost("save a holiday, p50", Measure.Percentile(times, 0.5) / 1000, "s", Bar, $"one by one {naive / 1000:0.0} s, {naive / Measure.Percentile(times, 0.5):0} times as long");
    }

    private static async Task FillAsync(BureauDbContext db, Guid organisation)
    {
        var (calendar, version) = (await ClockSource.ReadCalendarAsync(db, default), await db.ClockVersions.Where(v => v.Key == ClockVersion.Calendar).Select(v => v.Version).SingleAsync());
        for (var i = 0; i < Deadlines; i++)
        {
            var about = new DeadlineSubject(CatalogueEntry.Kind, Guid.CreateVersion7(), $"目录{i}", "待数据局审核", Workbench.Region, organisation, CaseSide.Authority);
            var deadline = Deadline.Start(Guid.CreateVersion7(), CatalogueClocks.Review.Key, about, Start.AddDays(-(i % 3)), 5 + i % 60, ReminderRungs.Usual);
            if (i % 10 == 0)
            {
                deadline.Pause(Start, "退回修改");
                deadline.Resume(Start.AddDays(1 + i % 20));
            }

            deadline.Project(calendar, version);
            db.Deadlines.Add(deadline);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>As one would write it first: load one, work it out, write it with its history, save, and so on.</summary>
    private static async Task OneByOneAsync(IDbContextFactory<BureauDbContext> contexts)
    {
        await using var read = await contexts.CreateDbContextAsync();
        var calendar = new WorkingCalendar([.. await read.CalendarDays.AsNoTracking().ToListAsync(), new CalendarDay(new DateOnly(2026, 3, 4), CalendarDayKind.Holiday, "临时放假")]);
        foreach (var id in await read.Deadlines.Where(d => d.FinishedAt == null).Select(d => d.Id).ToListAsync())
        {
            await using var db = await contexts.CreateDbContextAsync();
            var deadline = await db.Deadlines.SingleAsync(d => d.Id == id);
            deadline.Project(calendar, deadline.CalendarVersion + 1);
            db.History.Add(new HistoryEntry
            {
                Id = Guid.CreateVersion7(), CaseKind = deadline.CaseKind, CaseId = deadline.CaseId, CaseVersion = null, Action = "期限重算", FromState = null, ToState = deadline.CaseState,
                ActorId = Guid.Empty, ActorName = "bench", OrganisationName = "bench", At = DateTimeOffset.UtcNow,
            });
            await db.SaveChangesAsync();
        }
    }
}

using DataBureau.Domain.Access;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Domain.Calendar;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Catalogue;
using DataBureau.Web.Notifications;
using DataBureau.Web.Workflow;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static async Task CalendarAsync(SqlServerWorkbench w)
    {
        PutClocks(w, dueOn: "2026-11-02");
        w.Become(Role.SystemAdmin, GrantScope.All);
        var calendar = w.Get<CalendarService>();
        var days = new[] { new CalendarDay(Calendars.Day("2026-11-04"), CalendarDayKind.Holiday, "临时放假") };
        Assert.Equal(1, (await calendar.FindAsync(2026, default))!.WithoutDate);
        Assert.NotNull(await calendar.PreviewAsync(2026, days, default));
        Assert.NotEmpty(await calendar.RowsAsync(2026, default));
        Assert.IsType<Outcome<CalendarYearView>.Done>(await calendar.SaveYearAsync(2026, 1, days));
        Assert.IsType<Outcome<CalendarYearView>.Conflict>(await calendar.SaveYearAsync(2026, 7, days));
    }

    private static async Task TimeLimitsAsync(SqlServerWorkbench w)
    {
        PutClocks(w);
        var limits = w.Get<TimeLimitService>();
        foreach (var scope in new[] { GrantScope.Region, GrantScope.All })
        {
            w.Become(Role.SystemAdmin, scope);
            Assert.NotEmpty((await limits.RegionsAsync(default)).Regions);
            Assert.NotEmpty(await limits.ListAsync(null, default));
            Assert.IsType<Outcome<TimeLimitRow>.Done>(await limits.SaveAsync(CatalogueClocks.Review.Key, SqlServerWorkbench.Region, 1, LimitChoice.Days, 9, "3"));
        }

        Assert.IsType<Outcome<TimeLimitRow>.Done>(await limits.SaveAsync(CatalogueClocks.Review.Key, SqlServerWorkbench.Region, 1, LimitChoice.Inherit, null, ""));
        w.Samples.Remove<TimeLimitSetting>();
        Assert.IsType<Outcome<TimeLimitRow>.Done>(await limits.SaveAsync(CatalogueClocks.Review.Key, SqlServerWorkbench.Region, 0, LimitChoice.None, null, ""));
    }

    private static async Task RemindersAsync(SqlServerWorkbench w)
    {
        PutClocks(w, dueOn: "2026-11-02");
        w.Become(Role.Reviewer);
        Assert.Equal(1, await w.Get<Reminders>().RunOnceAsync(default));
        w.Samples.Put(new Reminder { Id = Guid.NewGuid(), DeadlineId = Guid.NewGuid(), DueOn = Calendars.Day("2026-11-02"), Rung = 0, At = DateTimeOffset.UnixEpoch, Recipients = 1 });
        Assert.Equal(0, await w.Get<Reminders>().RunOnceAsync(default));

        // What acts and lists ask of the clocks.
        var entry = w.PutEntry(CatalogueAction.Submit, CatalogueAction.Approve);
        Assert.Equal(1, (await w.Get<CatalogueService>().ActManyAsync([new EntryRef(entry.Id, entry.Version, entry.Content.Name, entry.State, entry.Location)], CatalogueAction.Return, "请补充。")).DoneCount);
        w.Samples.Remove<Deadline>();
        entry = w.PutEntry(CatalogueAction.Submit);
        w.Become(Role.DepartmentHead);
        Assert.Equal(1, (await w.Get<CatalogueService>().ActManyAsync([new EntryRef(entry.Id, entry.Version, entry.Content.Name, entry.State, entry.Location)], CatalogueAction.Approve, null)).DoneCount);
    }

    private static async Task NotificationsAsync(SqlServerWorkbench w)
    {
        w.Samples.Put(new Notification { Id = Guid.NewGuid(), UserId = w.UserId, At = DateTimeOffset.UnixEpoch, Category = NotificationCategory.DeadlineAhead, Title = "剩余 1 个工作日", Sentence = "请办理。", Href = "/" });
        var service = w.Get<NotificationService>();
        foreach (var query in new[] { "", "?state=unread", "?state=read&page=2", "?kind=plan&q=到期" })
        {
            Assert.Single((await service.ListAsync(ListQuery.Parse(query), default)).Rows);
            Assert.Single(await service.StreamAsync(ListQuery.Parse(query), default).ToListAsync());
        }

        Assert.Single((await service.BellAsync(5, default)).Last);
        await service.MarkReadAsync(Guid.NewGuid());
        await service.MarkReadAsync();
    }

    private static async Task NotificationSettingsAsync(SqlServerWorkbench w)
    {
        var settings = w.Get<NotificationSettingService>();
        foreach (var on in new[] { false, true })
        {
            Assert.IsType<Outcome<IReadOnlyList<NotificationChoice>>.Done>(await settings.SetAsync(NotificationCategory.Decided, on));
            w.Samples.Put(new NotificationMute { UserId = w.UserId, Category = NotificationCategory.Decided, At = DateTimeOffset.UnixEpoch });
        }

        Assert.Contains(await settings.ReadAsync(default), c => !c.On);
    }

    private static async Task WatchAsync(SqlServerWorkbench w)
    {
        using var page = w.Get<WorkflowNotifier>().Subscribe(_ => Task.CompletedTask);
        w.Samples.Put(
            new HistoryEntry { Id = Guid.NewGuid(), CaseKind = CatalogueEntry.Kind, CaseId = Guid.NewGuid(), CaseVersion = 1, Action = "提交", FromState = null, ToState = "草稿", ActorId = Guid.NewGuid(), ActorName = "某人", OrganisationName = "某单位", At = DateTimeOffset.UnixEpoch },
            new Notification { Id = Guid.NewGuid(), UserId = w.UserId, At = DateTimeOffset.UnixEpoch, Category = NotificationCategory.Overdue, Title = "逾期", Sentence = "请办理。", Href = "/" });
        Assert.Equal(2, await w.Get<NodeWatch>().LookAsync(default));
    }

    /// <summary>A deadline of three days, and what it is worked out by.</summary>
    private static void PutClocks(SqlServerWorkbench w, string? dueOn = null)
    {
        var deadline = Deadline.Start(Guid.NewGuid(), CatalogueClocks.Review.Key,
            new DeadlineSubject(CatalogueEntry.Kind, Guid.NewGuid(), "养老机构基本信息", "待数据局审核", SqlServerWorkbench.Region, w.Organisation.Id, CaseSide.Authority), Calendars.Day(dueOn ?? "2026-11-18"), 3, [1, 0]);
        deadline.Project(Calendars.Shipped, 0);
        w.Samples.Put(
            deadline, new CalendarDay(Calendars.Day("2026-01-01"), CalendarDayKind.Holiday, "元旦"), new ClockVersion { Key = ClockVersion.Calendar, Version = 1 },
            new TimeLimitSetting { Id = Guid.NewGuid(), Limit = CatalogueClocks.Review.Key, RegionCode = SqlServerWorkbench.Region, WorkingDays = 5 });
    }
}

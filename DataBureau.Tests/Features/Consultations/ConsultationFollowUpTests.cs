using DataBureau.Domain;
using DataBureau.Domain.Calendar;
using DataBureau.Domain.Consultations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DataBureau.Tests.Features.Consultations.ConsultationKit;

namespace DataBureau.Tests.Features.Consultations;

/// <summary>What a conclusion gives a unit to do: it is told, it has it to do, and it says itself that it is done.</summary>
[Trait("Category", "Service")]
public sealed class ConsultationFollowUpTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private static readonly DateOnly Due = new(2027, 1, 29);

    private readonly ConsultationKit _kit = new(bureau.Services);

    [Fact]
    public async Task Add_ForAUnit_TellsThePeopleWhoAnswerForIt()
    {
        var view = await _kit.ConcludedAsync();

        view = Done(await _kit.ConveneAsync(s => s.AddFollowUpAsync(view.Id, view.Version, "完成接口改造", view.Units[0].OrganisationId, Due)));

        await using var db = _kit.OpenDb();
        var told = await db.Notifications.Where(n => n.Href == $"/consultations/{view.Id}?tab=follow").Join(db.Users, n => n.UserId, u => u.Id, (n, u) => new { u.UserName, n.Sentence }).ToListAsync();
        Assert.Contains("完成接口改造", Assert.Single(told, t => t.UserName == "liaison").Sentence, StringComparison.Ordinal);
        // Nothing is to be done before it is handed over.
        Assert.Empty(await TodoAsync(view));
    }

    [Fact]
    public async Task Finish_ByTheUnitItWasGivenTo_IsDoneAndLeavesItsToDo()
    {
        var view = await _kit.FollowedAsync("完成接口改造", Due);
        var item = Assert.Single(await TodoAsync(view));
        Assert.Equal(("完成接口改造", "落实并办结", (DateOnly?)Due), (item.Title, item.Act, item.DueOn));
        Assert.True(Assert.Single((await _kit.FindAsync(view.Id, "liaison")).FollowUps).MayFinish);

        Assert.Equal("NotPermitted", Code(await FinishAsync(view, "已上线。", "govinfo")));
        Assert.Equal("ConsultationRequired", Code(await FinishAsync(view, " ", "liaison")));
        view = Done(await FinishAsync(view, "已上线。", "liaison"));

        Assert.Equal("已上线。", Assert.Single(view.FollowUps).DoneNote);
        Assert.Equal("山西省民政厅", view.History.Single(h => h.Action == "办结落实事项").OrganisationName);
        Assert.Empty(await TodoAsync(view));
        Assert.Equal("ConsultationNoSuchFollowUp", Code(await FinishAsync(view, "又一次。", "liaison")));
        Assert.Equal(ConsultationState.FollowedUp, (await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.FinishFollowUp)).State);
    }

    [Fact]
    public async Task Remind_ItemComingDue_TellsTheUnitOnceAndNoMoreOnceItIsDone()
    {
        var began = bureau.Clock.Now;
        try
        {
            var due = ChinaTime.DateOf(began).AddDays(7);
            var view = await _kit.FollowedAsync("完成接口改造", due);
            var item = view.FollowUps[0].Id;
            await Server().RunOnceAsync(default);
            bureau.Clock.Advance(TimeSpan.FromDays(6));

            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Server().RunOnceAsync(default))));

            await using var db = _kit.OpenDb();
            var deadline = await db.Deadlines.AsNoTracking().SingleAsync(d => d.CaseKind == ConsultationFollowUp.CaseKind && d.CaseId == item);
            Assert.Equal(((DateOnly?)due, true), (deadline.DueOn, deadline.IsAgreed));
            Assert.Equal(1, await db.Reminders.CountAsync(r => r.DeadlineId == deadline.Id));
            var told = await db.Notifications.Where(n => n.Href == "/consultations/follow-ups/" + item).Join(db.Users, n => n.UserId, u => u.Id, (n, u) => new { u.UserName, n.Title, n.Sentence }).ToListAsync();
            Assert.Equal(1, told.Count(t => t.UserName == "liaison"));
            Assert.All(told, t => Assert.Contains("落实会商议定事项「完成接口改造」", t.Title, StringComparison.Ordinal));
            Assert.All(told, t => Assert.Contains($"完成期限是 {due:yyyy-MM-dd}。", t.Sentence, StringComparison.Ordinal));
            view = Done(await FinishAsync(await _kit.FindAsync(view.Id), "已上线。", "liaison"));
            bureau.Clock.Advance(TimeSpan.FromDays(14));
            await Server().RunOnceAsync(default);
            Assert.Equal(1, await db.Reminders.CountAsync(r => r.DeadlineId == deadline.Id));
        }
        finally
        {
            bureau.Clock.Now = began;
        }
    }

    private Reminders Server() => new(
        bureau.Services.GetRequiredService<IDbContextFactory<BureauDbContext>>(), new ClockSource(), bureau.Services.GetServices<TimeLimit>(), bureau.Services.GetServices<CaseKind>(),
        bureau.Services.GetRequiredService<WorkflowNotifier>(), bureau.Clock);

    private Task<Outcome<ConsultationView>> FinishAsync(ConsultationView view, string note, string who) =>
        _kit.ConveneAsync(s => s.FinishFollowUpAsync(view.Id, view.Version, view.FollowUps[0].Id, note), who);

    private async Task<IReadOnlyList<InboxItem>> TodoAsync(ConsultationView view) =>
        [.. (await bureau.AsAsync<InboxService, Page<InboxItem>>("liaison", s => s.ListAsync(new ListQuery { PageSize = 1000 }, default))).Rows.Where(i => i.CaseId == view.Id)];
}

using DataBureau.Domain.Consultations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
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

    private Task<Outcome<ConsultationView>> FinishAsync(ConsultationView view, string note, string who) =>
        _kit.ConveneAsync(s => s.FinishFollowUpAsync(view.Id, view.Version, view.FollowUps[0].Id, note), who);

    private async Task<IReadOnlyList<InboxItem>> TodoAsync(ConsultationView view) =>
        [.. (await bureau.AsAsync<InboxService, Page<InboxItem>>("liaison", s => s.ListAsync(new ListQuery { PageSize = 1000 }, default))).Rows.Where(i => i.CaseId == view.Id)];
}

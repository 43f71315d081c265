using ClosedXML.Excel;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.ChiefDataOfficers.Meetings;
using DataBureau.Web.Features.ChiefDataOfficers.Training;
using DataBureau.Web.Features.Inbox;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>Joint meetings to the last task reported, and training records.</summary>
[Trait("Category", "Service")]
public sealed class MeetingTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Meeting_PreparedToClosed_OwnersReportWhatTheyDid()
    {
        var view = await PreparedAsync();
        Assert.Null(await SeenByAsync(view, "liaison"));
        view = Done(await ActAsync(view, MeetingAction.Hold));
        Assert.Equal("MeetingIncomplete", Refused(await ActAsync(view, MeetingAction.Issue)).Code);
        view = Done(await SaveAsync(view, await ContentAsync("同意按季通报。", new DateOnly(2026, 12, 31))));
        view = Done(await ActAsync(view, MeetingAction.Issue));
        Assert.Contains("LXHY", view.MinutesNumber, StringComparison.Ordinal);
        Assert.Equal("MeetingNotEditable", Refused(await SaveAsync(view, await ContentAsync("改了", null))).Code);
        view = Done(await ActAsync(view, MeetingAction.Assign));
        Assert.Equal("FollowUpsOpen", Refused(await ActAsync(view, MeetingAction.Close)).Code);
        // What was given to do has a clock towards its day, which reminds, until it is reported.
        Assert.Equal(((DateOnly?)new DateOnly(2026, 12, 31), false), await ClockAsync(view));

        var seen = (await SeenByAsync(view, "liaison"))!;
        Assert.Contains((await bureau.AsAsync<InboxService, Page<InboxItem>>("liaison", s => s.ListAsync(new ListQuery { PageSize = 200 }, default))).Rows, i => i.Act == "汇报落实");
        Assert.True(seen.FollowUps[0].MayReport);
        Assert.Null(await SeenByAsync(view, "liaison.fujian"));
        Assert.Equal("NotTheOwner", Refused(await ReportAsync(view, "reviewer", "已办")).Code);
        Assert.Equal("HowMissing", Refused(await ReportAsync(view, "liaison", " ")).Code);
        var both = await Task.WhenAll(ReportAsync(seen, "liaison", "已印发通报。"), ReportAsync(seen, "liaison", "已印发通报。"));
        view = Assert.Single(both.OfType<Outcome<MeetingView>.Done>()).View;
        Assert.Equal(((DateOnly?)new DateOnly(2026, 12, 31), true), await ClockAsync(view));
        view = Done(await ActAsync(view, MeetingAction.Close));

        Assert.Equal((MeetingState.Closed, "已印发通报。"), (view.State, view.FollowUps[0].How));
        using var form = MeetingWords.Form(view);
        using var output = new MemoryStream();
        await form.SaveAsync(output);
        output.Position = 0;
        using var book = new XLWorkbook(output);
        Assert.Contains("已印发通报", string.Concat(book.Worksheets.First().CellsUsed().Select(c => c.GetString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_BeforeItsDay_Refused()
    {
        var view = Done(await bureau.AsAsync<MeetingService, Outcome<MeetingView>>("reviewer", s => s.CreateAsync()));

        Assert.Equal("MeetingIncomplete", Refused(await ActAsync(view, MeetingAction.Hold)).Code);
        Assert.Equal("NotPermitted", Assert.IsType<Outcome<MeetingView>.Refused>(await bureau.AsAsync<MeetingService, Outcome<MeetingView>>("liaison", s => s.CreateAsync())).Refusal.Code);
        Assert.Equal("CommentRequired", Refused(await ActAsync(view, MeetingAction.Cancel)).Code);
        Assert.Equal(MeetingState.Cancelled, Done(await ActAsync(view, MeetingAction.Cancel, "改期另行通知。")).State);
    }

    [Fact]
    public async Task Notify_UnitsOfTheRegister_AreToldAndMaySeeTheMeeting()
    {
        var view = await PreparedAsync();
        var unit = view.Units.Single(u => u.Name == "山西省民政厅");
        var content = (await ContentAsync(null, null)) with { HeldOn = new DateOnly(2026, 12, 20), Participants = [new Participant("某高校", "李老师")] };
        view = Done(await SaveAsync(view, content));
        Assert.Equal("MeetingIncomplete", Refused(await ActAsync(view, MeetingAction.Notify)).Code);
        view = Done(await SaveAsync(view, content with { Participants = [new Participant(unit.Name, "副厅长 周明", unit.Id), new Participant("某高校", "李老师")] }));
        Assert.Null(await SeenByAsync(view, "liaison"));

        var done = Assert.IsType<Outcome<MeetingView>.Done>(await ActAsync(view, MeetingAction.Notify));

        Assert.Equal("已向 1 家单位发出会议通知。某高校在系统内没有可以通知的人员，请另行通知。", done.Sentence);
        Assert.Equal(MeetingState.Preparing, done.View.State);
        await using var db = bureau.OpenDb();
        var liaison = await db.Users.Where(u => u.UserName == "liaison").Select(u => u.Id).SingleAsync();
        var told = await db.Notifications.SingleAsync(n => n.UserId == liaison && n.Href == $"/chief-data-officers/meetings/{view.Id}");
        Assert.Contains("2026-12-20", told.Sentence, StringComparison.Ordinal);
        Assert.Contains("目录更新情况", told.Sentence, StringComparison.Ordinal);
        Assert.NotNull(await SeenByAsync(view, "liaison"));
        Assert.False((await SeenByAsync(view, "liaison"))!.Editable);
        Assert.Null(await SeenByAsync(view, "liaison.fujian"));
    }

    [Fact]
    public async Task Save_UnitOfAnotherRegion_Refused()
    {
        var view = await PreparedAsync();
        await using var db = bureau.OpenDb();
        var far = await db.Organisations.Where(o => o.RegionCode == "350000").Select(o => o.Id).FirstAsync();

        Assert.Equal("UnknownParticipant", Refused(await SaveAsync(view, (await ContentAsync(null, null)) with { Participants = [new Participant("外省单位", null, far)] })).Code);
    }

    [Fact]
    public async Task Training_RecordedAndTakenBack_OnlyByTheUnit()
    {
        var person = RosterKit.Person();
        var kit = new RosterKit(bureau);
        await kit.ReportAsync(RosterKit.Csv(RosterKit.Row("山西省民政厅", person)));
        var officer = Assert.Single(await kit.OfAsync(person)).Id;
        var content = new TrainingContent("数据分类分级培训", "省数据局", 8, new DateOnly(2026, 1, 5));

        var (id, refusal) = await bureau.AsAsync<TrainingService, (Guid?, Refusal?)>("liaison", s => s.RecordAsync(officer, content));

        Assert.Null(refusal);
        Assert.Equal("NotPermitted", (await bureau.AsAsync<TrainingService, (Guid?, Refusal?)>("reviewer", s => s.RecordAsync(officer, content))).Item2?.Code);
        var wrong = (await bureau.AsAsync<TrainingService, (Guid?, Refusal?)>("liaison", s => s.RecordAsync(officer, new TrainingContent("", null, 0.25m, new DateOnly(2099, 1, 1))))).Item2!;
        Assert.Equal([nameof(content.Course), nameof(content.Hours), nameof(content.HeldOn)], wrong.Details.Select(d => d.Field));
        Assert.Equal(8m, Assert.Single(await ListAsync("reviewer", $"?officer={officer}&year=2026&q=分级")).Hours);
        Assert.Empty(await ListAsync("liaison.fujian", ""));
        Assert.Equal("NotPermitted", (await bureau.AsAsync<TrainingService, Refusal?>("reviewer", s => s.RemoveAsync(id!.Value)))?.Code);
        Assert.Null(await bureau.AsAsync<TrainingService, Refusal?>("liaison", s => s.RemoveAsync(id!.Value)));
        Assert.Equal("TrainingRemoved", (await bureau.AsAsync<TrainingService, Refusal?>("liaison", s => s.RemoveAsync(id!.Value)))?.Code);
        Assert.Empty(await ListAsync("reviewer", $"?officer={officer}"));
    }

    private static MeetingView Done(Outcome<MeetingView> outcome) => outcome is Outcome<MeetingView>.Refused refused ? throw new InvalidOperationException(refused.Refusal.Sentence) : Assert.IsType<Outcome<MeetingView>.Done>(outcome).View;

    private static Refusal Refused(Outcome<MeetingView> outcome) => Assert.IsType<Outcome<MeetingView>.Refused>(outcome).Refusal;

    private async Task<IReadOnlyList<TrainingRow>> ListAsync(string who, string address) => (await bureau.AsAsync<TrainingService, Page<TrainingRow>>(who, s => s.ListAsync(ListQuery.Parse(address), default))).Rows;

    private async Task<MeetingContent> ContentAsync(string? decision, DateOnly? due)
    {
        await using var db = bureau.OpenDb();
        var owner = await db.Organisations.Where(o => o.Name == "山西省民政厅").Select(o => o.Id).SingleAsync();
        return new MeetingContent("第一次联席会议", new DateOnly(2026, 1, 10), "三楼会议室", [new AgendaItem("目录更新情况", decision)], [new Participant("山西省民政厅", "张三")], due is null ? [] : [new FollowUpContent(null, "按季通报目录更新", owner, due)]);
    }

    private async Task<(DateOnly? DueOn, bool Finished)> ClockAsync(MeetingView view)
    {
        await using var db = bureau.OpenDb();
        var item = view.FollowUps[0].Id;
        var clock = await db.Deadlines.AsNoTracking().SingleAsync(d => d.CaseKind == FollowUp.SubjectKind && d.CaseId == item);
        return (clock.DueOn, clock.FinishedAt is not null);
    }

    private async Task<MeetingView> PreparedAsync()
    {
        var view = Done(await bureau.AsAsync<MeetingService, Outcome<MeetingView>>("reviewer", s => s.CreateAsync()));
        return Done(await SaveAsync(view, await ContentAsync(null, null)));
    }

    private Task<MeetingView?> SeenByAsync(MeetingView view, string who) => bureau.AsAsync<MeetingService, MeetingView?>(who, s => s.FindAsync(view.Id, default));

    private Task<Outcome<MeetingView>> SaveAsync(MeetingView view, MeetingContent content) => bureau.AsAsync<MeetingService, Outcome<MeetingView>>("reviewer", s => s.SaveAsync(view.Id, view.Version, content));

    private Task<Outcome<MeetingView>> ActAsync(MeetingView view, MeetingAction action, string? comment = null) => bureau.AsAsync<MeetingService, Outcome<MeetingView>>("reviewer", s => s.ActAsync(view.Id, view.Version, action, comment));

    private Task<Outcome<MeetingView>> ReportAsync(MeetingView view, string who, string how) => bureau.AsAsync<MeetingService, Outcome<MeetingView>>(who, s => s.ReportAsync(view.Id, view.Version, view.FollowUps[0].Id, how));
}

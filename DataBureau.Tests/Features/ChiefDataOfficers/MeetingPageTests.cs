using AngleSharp.Dom;
using Bunit;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Consultations;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Features.Consultations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.ChiefDataOfficers.Meetings;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>What is typed into a meeting survives leaving, somebody else's save and a task reported; a decision leads to a consultation.</summary>
[Trait("Category", "Service")]
public sealed class MeetingPageTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    [Fact]
    public async Task Page_LeftWhileTyping_BringsItBackAndGivesItUpOnRequest()
    {
        var view = await MeetingAsync();
        await using (var reviewer = await PageContext.AsAsync(bureau, "reviewer"))
        {
            var page = Open(reviewer, view);
            await page.InvokeAsync(() => Input(page, "地点").Change("五楼会议室"));
        }

        await using var again = await PageContext.AsAsync(bureau, "reviewer");
        var back = Open(again, view);
        back.WaitForAssertion(() => Assert.Equal("五楼会议室", Input(back, "地点").GetAttribute("value")));
        Assert.Contains("已恢复您", back.Markup, StringComparison.Ordinal);
        await back.InvokeAsync(() => Button(back, "放弃恢复的内容").ClickAsync(new()));

        Assert.NotEqual("五楼会议室", Input(back, "地点").GetAttribute("value"));
        await using var third = await PageContext.AsAsync(bureau, "reviewer");
        Assert.DoesNotContain("已恢复您", Open(third, view).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opinion_LeftNotSent_IsThereAgainAndGoneWithTheAct()
    {
        var view = await MeetingAsync();
        await using (var reviewer = await PageContext.AsAsync(bureau, "reviewer"))
        {
            var page = Open(reviewer, view);
            await page.InvokeAsync(() => page.Find("[aria-label=办理] textarea").Input("并入下次会议"));
            await reviewer.Context.DisposeComponentsAsync();
        }

        await using var again = await PageContext.AsAsync(bureau, "reviewer");
        var back = Open(again, view);
        back.WaitForAssertion(() => Assert.Equal("并入下次会议", back.Find("[aria-label=办理] textarea").GetAttribute("value")));
        Assert.Contains("尚未发出的意见", back.Markup, StringComparison.Ordinal);
        await back.InvokeAsync(() => Button(back, "取消会议").ClickAsync(new()));

        back.WaitForAssertion(() => Assert.Contains("已取消", back.Markup, StringComparison.Ordinal));
        await using var db = bureau.OpenDb();
        Assert.Equal("并入下次会议", (await db.History.Where(h => h.CaseId == view.Id).OrderByDescending(h => h.CaseVersion).FirstAsync()).Comment);
        Assert.False(await db.EditBuffers.AnyAsync(b => b.Subject == $"opinion/{view.Id}"));
    }

    [Fact]
    public async Task Save_SomebodyElseSavedFirst_BothContentsAreSideBySideAndMineStays()
    {
        var view = await MeetingAsync();
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        var page = Open(reviewer, view);
        await page.InvokeAsync(() => Input(page, "地点").Change("我写的地点"));
        await bureau.AsAsync<MeetingService, Outcome<MeetingView>>("bureaulead", s => s.SaveAsync(view.Id, view.Version, new MeetingContent(view.Title, null, "别人写的地点", [], [], [])));
        page.WaitForAssertion(() => Assert.Contains("刚刚更新了本件", page.Markup, StringComparison.Ordinal));

        await page.InvokeAsync(() => Button(page, "保存").ClickAsync(new()));

        var row = page.FindAll("table.diff tbody tr").Single(r => r.Children[0].TextContent == "地点");
        Assert.Equal(["地点", "别人写的地点", "我写的地点"], row.Children.Select(c => c.TextContent));
        Assert.Equal("我写的地点", Input(page, "地点").GetAttribute("value"));
        await page.InvokeAsync(() => Button(page, "保存").ClickAsync(new()));
        Assert.Equal("我写的地点", (await bureau.AsAsync<MeetingService, MeetingView?>("reviewer", s => s.FindAsync(view.Id, default)))!.Place);
        Assert.Empty(page.FindAll("table.diff"));
    }

    [Fact]
    public async Task Decision_AfterTheMinutes_StartsOneConsultationThatLeadsBack()
    {
        var view = await MeetingAsync();
        var early = view.FollowUps[0].Id;
        Assert.Equal("ConsultationNoSubject", Assert.IsType<Outcome<ConsultationStart>.Refused>(await StartAsync("reviewer", early)).Refusal.Code);
        view = await ActAsync(await ActAsync(view, MeetingAction.Hold), MeetingAction.Issue);
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        var page = Open(reviewer, view);
        var link = page.WaitForElement("a[aria-label^=发起会商]").GetAttribute("href");
        Assert.Equal($"/consultations/new?kind=joint-meeting-decision&id={view.FollowUps[0].Id}", link);
        Assert.Contains("议定事项：按季通报目录更新", Assert.IsType<Outcome<ConsultationStart>.Done>(await StartAsync("reviewer", view.FollowUps[0].Id)).View.Subject!.Title, StringComparison.Ordinal);
        Assert.IsType<Outcome<ConsultationStart>.Refused>(await StartAsync("reviewer.fujian", view.FollowUps[0].Id));

        var made = ConsultationKit.Done(await bureau.AsAsync<ConsultationService, Outcome<ConsultationView>>("reviewer", s => s.CreateAsync(null, FollowUp.SubjectKind, view.FollowUps[0].Id, ConsultationKit.Content())));

        var seen = (await bureau.AsAsync<MeetingService, MeetingView?>("reviewer", s => s.FindAsync(view.Id, default)))!.FollowUps[0];
        Assert.Equal((made.Id, ConsultationState.Preparing, false), (seen.Consultation!.Id, seen.Consultation.State, seen.MayConsult));
        Assert.Equal(view.Id, await bureau.AsAsync<MeetingService, Guid?>("reviewer", s => s.OfDecisionAsync(view.FollowUps[0].Id, default)));
        Assert.Null(await bureau.AsAsync<MeetingService, Guid?>("reviewer.fujian", s => s.OfDecisionAsync(view.FollowUps[0].Id, default)));
    }

    [Fact]
    public async Task Participants_ChosenFromTheRegister_AreKeptAsThatUnitUntilTheNameIsTypedOver()
    {
        var view = await MeetingAsync();
        var unit = view.Units.First(u => view.Participants.All(p => p.Organisation != u.Name));
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        var page = Open(reviewer, view);

        await page.InvokeAsync(() => Input(page, "从名册选择参会单位").Change(unit.Id.ToString()));
        Assert.Equal(unit.Name, Input(page, "参会单位 2").GetAttribute("value"));
        Assert.DoesNotContain(Input(page, "从名册选择参会单位").QuerySelectorAll("option"), o => o.GetAttribute("value") == unit.Id.ToString());
        await page.InvokeAsync(() => Button(page, "保存").ClickAsync(new()));
        Assert.Equal([null, unit.Id], (await FreshAsync(view)).Participants.Select(p => p.OrganisationId));

        await page.InvokeAsync(() => Input(page, "参会单位 2").Change("某研究院"));
        await page.InvokeAsync(() => Button(page, "保存").ClickAsync(new()));
        Assert.Equal(("某研究院", null), (await FreshAsync(view)).Participants[1] is var typed ? (typed.Organisation, typed.OrganisationId) : default);
    }

    [Fact]
    public async Task List_New_MakesNoMeetingBeforeItsNameIsConfirmed()
    {
        await using var reviewer = await PageContext.AsAsync(bureau, "reviewer");
        reviewer.Context.JSInterop.Mode = JSRuntimeMode.Loose;
        await using var db = bureau.OpenDb();
        var before = await db.JointMeetings.CountAsync();
        var page = reviewer.Context.Render<MeetingList>();
        page.WaitForElement("button.primary");

        page.FindAll("button").Single(b => b.TextContent.EndsWith("新建", StringComparison.Ordinal)).Click();
        page.WaitForElement("dialog .dialog-title");
        Assert.Equal(before, await db.JointMeetings.CountAsync());
        page.Find("dialog input").Input("第二次联席会议");
        page.FindAll("dialog button").Single(b => b.TextContent == "建立").Click();

        page.WaitForAssertion(() => Assert.Contains("/chief-data-officers/meetings/", reviewer.Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(before + 1, await db.JointMeetings.CountAsync());
        Assert.True(await db.JointMeetings.AnyAsync(m => m.Title == "第二次联席会议"));
    }

    private async Task<MeetingView> FreshAsync(MeetingView view) => (await bureau.AsAsync<MeetingService, MeetingView?>("reviewer", s => s.FindAsync(view.Id, default)))!;

    private static IRenderedComponent<MeetingDetail> Open(PageContext person, MeetingView view)
    {
        var page = person.Context.Render<MeetingDetail>(p => p.Add(x => x.Id, view.Id));
        page.WaitForElement("section[aria-label=会议内容]");
        return page;
    }

    private static IElement Input(IRenderedComponent<MeetingDetail> page, string label) => page.Find("#" + page.FindAll("label").First(l => l.TextContent.StartsWith(label, StringComparison.Ordinal)).GetAttribute("for"));

    private static IElement Button(IRenderedComponent<MeetingDetail> page, string words) => page.FindAll("button").Single(b => b.TextContent.EndsWith(words, StringComparison.Ordinal));

    private async Task<MeetingView> MeetingAsync()
    {
        await using var db = bureau.OpenDb();
        var owner = await db.Organisations.Where(o => o.Name == "山西省民政厅").Select(o => o.Id).SingleAsync();
        var view = Done(await bureau.AsAsync<MeetingService, Outcome<MeetingView>>("reviewer", s => s.CreateAsync()));
        return Done(await bureau.AsAsync<MeetingService, Outcome<MeetingView>>("reviewer", s => s.SaveAsync(view.Id, view.Version, new MeetingContent(
            "联席会议", new DateOnly(2026, 1, 10), "三楼会议室", [new AgendaItem("目录更新情况", "同意按季通报。")], [new Participant("山西省民政厅", "张三")], [new FollowUpContent(null, "按季通报目录更新", owner, new DateOnly(2026, 12, 31))]))));
    }

    private static MeetingView Done(Outcome<MeetingView> outcome) => outcome is Outcome<MeetingView>.Refused refused ? throw new InvalidOperationException(refused.Refusal.Sentence) : Assert.IsType<Outcome<MeetingView>.Done>(outcome).View;

    private async Task<MeetingView> ActAsync(MeetingView view, MeetingAction action) => Done(await bureau.AsAsync<MeetingService, Outcome<MeetingView>>("reviewer", s => s.ActAsync(view.Id, view.Version, action, null)));

    private Task<Outcome<ConsultationStart>> StartAsync(string who, Guid followUp) => bureau.AsAsync<ConsultationService, Outcome<ConsultationStart>>(who, s => s.StartAsync(FollowUp.SubjectKind, followUp, default));
}

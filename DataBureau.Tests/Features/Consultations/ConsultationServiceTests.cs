using DataBureau.Domain.Consultations;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Consultations.ConsultationKit;

namespace DataBureau.Tests.Features.Consultations;

public sealed class ConsultationServiceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ConsultationKit _kit = new(bureau.Services);

    [Fact]
    public async Task WholeWay_DissentReconciledInASecondRound_ReachesTheArchive()
    {
        var (civil, info) = (await _kit.BodyAsync("山西省民政厅"), await _kit.BodyAsync("山西省行政审批服务管理局"));
        var view = await _kit.SentAsync(civil, info);
        Assert.StartsWith("140000-HS-2026-", view.Number, StringComparison.Ordinal);
        Assert.Equal(5, view.Deadline!.BudgetDays);

        await _kit.SaidAsync(view, "liaison", OpinionKind.Agree);
        Assert.Equal("ConsultationRoundRuns", Code(await _kit.ActAsync(view, ConsultationAction.CloseRound)));
        await _kit.SaidAsync(view, "govinfo", OpinionKind.Disagree, "接口标准尚未统一。");
        view = await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound);
        Assert.Equal("ConsultationOpenDissent", Code(await _kit.ActAsync(view, ConsultationAction.Conclude)));

        view = await _kit.DoAsync(view, ConsultationAction.AskAgain);
        Assert.Equal(["山西省行政审批服务管理局"], view.Late.Select(u => u.Name));
        await _kit.SaidAsync(view, "govinfo", OpinionKind.AgreeWithRemarks, "按新标准执行。");
        view = await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound);
        view = Done(await _kit.ConveneAsync(s => s.SaveAsync(view.Id, view.Version, view.Content with { Conclusion = ConclusionKind.Reconciled, ConclusionText = "一致同意。" })));
        Assert.Equal("ConsultationConclusionDiffers", Code(await _kit.ActAsync(view, ConsultationAction.Conclude)));
        view = Done(await _kit.ConveneAsync(s => s.SaveAsync(view.Id, view.Version, view.Content with { Conclusion = ConclusionKind.Agreed })));
        view = await _kit.DoAsync(view, ConsultationAction.Conclude);

        view = Done(await _kit.ConveneAsync(s => s.AddFollowUpAsync(view.Id, view.Version, "完成接口改造", info, new DateOnly(2027, 1, 29))));
        Assert.Equal("ConsultationNoMinutes", Code(await _kit.ActAsync(view, ConsultationAction.DrawUpMinutes)));
        view = Done(await _kit.ConveneAsync(s => s.SaveAsync(view.Id, view.Version, view.Content with { MinutesText = "会商纪要正文。" })));
        view = await _kit.DoAsync(view, ConsultationAction.DrawUpMinutes);
        Assert.StartsWith("140000-HSJY-2026-", view.MinutesNumber, StringComparison.Ordinal);
        Assert.Equal("ConsultationUnsigned", Code(await _kit.ActAsync(view, ConsultationAction.StartFollowUp)));
        foreach (var who in new[] { "liaison", "govinfo", "govinfo" })
            Assert.IsType<Outcome<MyOpinions>.Done>(await _kit.AsAsync<ConsultationAnswers, Outcome<MyOpinions>>(who, s => s.CountersignAsync(view.Id)));
        Assert.Equal("ConsultationStillToFollow", Code(await _kit.ActAsync(view, ConsultationAction.Archive)));
        view = await _kit.DoAsync(view, ConsultationAction.StartFollowUp);
        Assert.Equal("ConsultationFollowUpsOpen", Code(await _kit.ActAsync(view, ConsultationAction.FinishFollowUp)));
        view = Done(await _kit.ConveneAsync(s => s.FinishFollowUpAsync(view.Id, view.Version, view.FollowUps[0].Id, "已上线。")));
        view = await _kit.DoAsync(view, ConsultationAction.FinishFollowUp);
        view = await _kit.DoAsync(view, ConsultationAction.Archive);

        Assert.Equal(ConsultationState.Archived, view.State);
        await using var db = _kit.OpenDb();
        Assert.False(await db.Deadlines.AnyAsync(d => d.CaseKind == ConsultationUnit.CaseKind && d.FinishedAt == null && view.Units.Select(u => u.Id).Contains(d.CaseId)));
        Assert.Equal(view.History.Count(h => h.IsStep), view.Version);
    }

    [Fact]
    public async Task Send_NothingAsked_SaysWhatIsMissingOneByOne()
    {
        var view = Done(await _kit.AsAsync<ConsultationService, Outcome<ConsultationView>>(Convenor, s => s.CreateAsync(null, null, null, Content())));
        Assert.Equal("ConsultationNoQuestion", Code(await _kit.ActAsync(view, ConsultationAction.Send)));
        view = Done(await _kit.ConveneAsync(s => s.AddQuestionAsync(view.Id, view.Version, "是否同意？")));
        Assert.Equal("ConsultationNoUnit", Code(await _kit.ActAsync(view, ConsultationAction.Send)));
        var civil = await _kit.BodyAsync("山西省民政厅");
        Assert.Equal("ConsultationConvenorInvited", Code(await _kit.ConveneAsync(s => s.InviteAsync(view.Id, view.Version, view.ConvenorId))));
        view = Done(await _kit.ConveneAsync(s => s.InviteAsync(view.Id, view.Version, civil)));
        Assert.Equal("ConsultationInvitedTwice", Code(await _kit.ConveneAsync(s => s.InviteAsync(view.Id, view.Version, civil))));
        Assert.Equal("ConsultationNoMaterial", Code(await _kit.ActAsync(view, ConsultationAction.Send)));
        // Nobody outside the convening body sees a draft.
        Assert.Null(await _kit.AsAsync<ConsultationService, ConsultationView?>("liaison", s => s.FindAsync(view.Id, default)));
        Assert.IsType<Outcome<ConsultationView>.NotFound>(await _kit.ActAsync(view, ConsultationAction.Terminate, "不办了。", "govinfo"));
    }

    [Fact]
    public async Task Create_ByRule_OnlyItsConvenorAndItsBodyIsInvited()
    {
        // J04: the data authority convenes; J03: the authority for government information does.
        var reply = Done(await _kit.AsAsync<ConsultationService, Outcome<ConsultationView>>(Convenor, s => s.CreateAsync(ConsultationTrigger.ProjectReply, null, null, Content())));
        Assert.Equal("山西省行政审批服务管理局", Assert.Single(reply.Units).Name);
        Assert.Equal("ConsultationNotTheConvenor", Code(await _kit.AsAsync<ConsultationService, Outcome<ConsultationView>>(Convenor, s => s.CreateAsync(ConsultationTrigger.AnnualPlan, null, null, Content()))));
        Assert.Equal("ConsultationNotAsked", Code(await _kit.AsAsync<ConsultationService, Outcome<ConsultationView>>("reviewer.fujian", s => s.CreateAsync(ConsultationTrigger.ProjectReply, null, null, Content()))));
        Assert.Equal("NotPermitted", Code(await _kit.AsAsync<ConsultationService, Outcome<ConsultationView>>("liaison", s => s.CreateAsync(null, null, null, Content()))));
        Assert.Equal("ConsultationNoSubject", Code(await _kit.AsAsync<ConsultationService, Outcome<ConsultationView>>(Convenor, s => s.CreateAsync(null, "plan", Guid.NewGuid(), Content()))));

        reply = Done(await _kit.ConveneAsync(s => s.DisinviteAsync(reply.Id, reply.Version, reply.Units[0].Id)));
        var civil = await _kit.BodyAsync("山西省民政厅");
        reply = Done(await _kit.ConveneAsync(s => s.InviteAsync(reply.Id, reply.Version, civil)));
        reply = Done(await _kit.ConveneAsync(s => s.AddQuestionAsync(reply.Id, reply.Version, "是否同意？")));
        await _kit.AttachAsync(reply);
        var refused = Assert.IsType<Outcome<ConsultationView>.Refused>(await _kit.ActAsync(reply, ConsultationAction.Send)).Refusal;
        Assert.Equal("ConsultationBodyMissing", refused.Code);
        Assert.NotNull(refused.Basis);
    }

    [Fact]
    public async Task Convene_AnotherBodyAboveInTheSameRegion_IsNotPermitted()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"));

        // Sees it by its region, and may not act in the convenor's name.
        Assert.NotNull(await _kit.FindAsync(view.Id, "govinfo"));
        Assert.Equal("NotPermitted", Code(await _kit.ActAsync(view, ConsultationAction.Terminate, "不办了。", "govinfo")));
        Assert.Equal("NotPermitted", Code(await _kit.ConveneAsync(s => s.UrgeAsync(view.Id), "govinfo")));
        Assert.Equal("NotPermitted", Code(await _kit.ConveneAsync(s => s.AddQuestionAsync(view.Id, view.Version, "再问一项"), "govinfo")));
    }

    [Fact]
    public async Task Act_FromEveryWrongState_IsRefusedAndChangesNothing()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"));
        var ended = await _kit.DoAsync(await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅")), ConsultationAction.Terminate, "不办了。");
        foreach (var (at, legal) in new (ConsultationView, ConsultationAction[])[] { (view, [ConsultationAction.CloseRound, ConsultationAction.Terminate]), (ended, []) })
        {
            foreach (var action in Enum.GetValues<ConsultationAction>().Except(legal))
                Assert.Equal("WrongState", Code(await _kit.ActAsync(at, action, "办理。")));
            var (question, unit) = (at.Questions[0].Id, at.Units[0].Id);
            Assert.Equal("ConsultationNotNow", Code(await _kit.ConveneAsync(s => s.SaveAsync(at.Id, at.Version, at.Content with { Title = "另一个名称" }))));
            Assert.Equal("ConsultationNotNow", Code(await _kit.ConveneAsync(s => s.AddQuestionAsync(at.Id, at.Version, "再问一项"))));
            Assert.Equal("ConsultationNotNow", Code(await _kit.ConveneAsync(s => s.RemoveQuestionAsync(at.Id, at.Version, question))));
            Assert.Equal("ConsultationNotNow", Code(await _kit.ConveneAsync(s => s.DisinviteAsync(at.Id, at.Version, unit))));
            Assert.Equal("ConsultationNotNow", Code(await _kit.ConveneAsync(s => s.MarkSilentAsync(at.Id, at.Version, unit, "未复。"))));
            Assert.Equal("ConsultationNotNow", Code(await _kit.ConveneAsync(s => s.SettleAsync(at.Id, at.Version, question, DissentOutcome.Reconciled, "记录。"))));
            Assert.Equal("ConsultationNotNow", Code(await _kit.ConveneAsync(s => s.MarkUnsignedAsync(at.Id, at.Version, unit, "未签。"))));
            Assert.Equal("ConsultationNotNow", Code(await _kit.ConveneAsync(s => s.AddFollowUpAsync(at.Id, at.Version, "落实", at.ConvenorId, new DateOnly(2027, 1, 1)))));
            Assert.Equal((at.Version, at.State), await _kit.FindAsync(at.Id) is var now ? (now.Version, now.State) : default);
        }

        Assert.Equal("ConsultationNotNow", Code(await _kit.ConveneAsync(s => s.UrgeAsync(ended.Id))));
    }

    [Fact]
    public async Task Subject_OnePlan_HasOneOpenConsultationAndTheGateReadsIt()
    {
        await using var db = _kit.OpenDb();
        var plan = DataBureau.Domain.Plans.Plan.Draft(Guid.CreateVersion7(), "P03", await _kit.BodyAsync("山西省数据局"), "140000", new DataBureau.Domain.Plans.PlanContent { Title = "数字山西建设规划" }, DateTimeOffset.UnixEpoch);
        db.Plans.Add(plan);
        await db.SaveChangesAsync();
        Assert.IsType<ConsultationStanding.None>(await ConsultationReader.StateForAsync(db, "plan", plan.Id));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _kit.AsAsync<ConsultationService, Outcome<ConsultationView>>(Convenor, s => s.CreateAsync(null, "plan", plan.Id, Content()))));
        var made = Assert.Single(outcomes.OfType<Outcome<ConsultationView>.Done>()).View;
        Assert.All(outcomes.OfType<Outcome<ConsultationView>.Refused>(), o => Assert.Equal("ConsultationExists", o.Refusal.Code));
        Assert.Equal(new ConsultationStanding.Open(made.Id), await ConsultationReader.StateForAsync(db, "plan", plan.Id));
        await _kit.DoAsync(made, ConsultationAction.Terminate, "不办了。");
        Assert.IsType<ConsultationStanding.None>(await ConsultationReader.StateForAsync(db, "plan", plan.Id));

        // A second one may follow, and its conclusion is what the gate sees.
        var again = Done(await _kit.AsAsync<ConsultationService, Outcome<ConsultationView>>(Convenor, s => s.CreateAsync(null, "plan", plan.Id, Content())));
        again = Done(await _kit.ConveneAsync(s => s.AddQuestionAsync(again.Id, again.Version, "是否同意？")));
        var civil = await _kit.BodyAsync("山西省民政厅");
        again = Done(await _kit.ConveneAsync(s => s.InviteAsync(again.Id, again.Version, civil)));
        await _kit.AttachAsync(again);
        again = await _kit.DoAsync(again, ConsultationAction.Send);
        await _kit.SaidAsync(again, "liaison", OpinionKind.Agree);
        again = await _kit.DoAsync(again, ConsultationAction.CloseRound);
        again = Done(await _kit.ConveneAsync(s => s.SaveAsync(again.Id, again.Version, again.Content with { Conclusion = ConclusionKind.Agreed, ConclusionText = "一致。" })));
        again = await _kit.DoAsync(again, ConsultationAction.Conclude);
        var standing = Assert.IsType<ConsultationStanding.Concluded>(await ConsultationReader.StateForAsync(db, "plan", plan.Id));
        Assert.Equal((again.Id, again.Number!, ConclusionKind.Agreed), (standing.Id, standing.Number, standing.Conclusion));
    }

    [Fact]
    public async Task Silence_Overdue_IsMarkedFormallyAndNeverConsent()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"));
        var now = bureau.Clock.Now;
        try
        {
            bureau.Clock.Advance(TimeSpan.FromDays(14));
            view = await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound);
            Assert.All(view.Units[0].Cells, c => Assert.Equal(CellMark.Overdue, c));
            view = Done(await _kit.ConveneAsync(s => s.SaveAsync(view.Id, view.Version, view.Content with { Conclusion = ConclusionKind.Agreed, ConclusionText = "办理。" })));
            Assert.Equal("ConsultationUnanswered", Code(await _kit.ActAsync(view, ConsultationAction.Conclude)));
            Assert.Equal("ConsultationRequired", Code(await _kit.ConveneAsync(s => s.MarkSilentAsync(view.Id, view.Version, view.Units[0].Id, " "))));
            view = Done(await _kit.ConveneAsync(s => s.MarkSilentAsync(view.Id, view.Version, view.Units[0].Id, "两次催办未复。")));
            Assert.All(view.Units[0].Cells, c => Assert.Equal(CellMark.Silent, c));
            Assert.Equal(ConsultationState.Concluded, (await _kit.DoAsync(view, ConsultationAction.Conclude)).State);
        }
        finally
        {
            bureau.Clock.Now = now;
        }
    }

    [Fact]
    public async Task Silence_ByTheBureausSetting_IsNoObjectionAndSaidSo()
    {
        var home = "140000";
        Assert.IsType<Outcome<SilenceView>.Done>(await _kit.AsAsync<ConsultationSettingService, Outcome<SilenceView>>("sysadmin", s => s.SaveAsync(home, 0, true)));
        var now = bureau.Clock.Now;
        try
        {
            var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"));
            Assert.True(view.SilenceIsNoObjection);
            // The setting of the day it was sent holds.
            Assert.IsType<Outcome<SilenceView>.Done>(await _kit.AsAsync<ConsultationSettingService, Outcome<SilenceView>>("sysadmin", s => s.SaveAsync(home, 1, null)));
            bureau.Clock.Advance(TimeSpan.FromDays(14));
            view = await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound);
            Assert.All(view.Units[0].Cells, c => Assert.Equal(CellMark.TakenAsNoComment, c));
            view = Done(await _kit.ConveneAsync(s => s.SaveAsync(view.Id, view.Version, view.Content with { Conclusion = ConclusionKind.Agreed, ConclusionText = "办理。" })));
            Assert.Equal(ConsultationState.Concluded, (await _kit.DoAsync(view, ConsultationAction.Conclude)).State);
        }
        finally
        {
            bureau.Clock.Now = now;
        }

        Assert.Equal("NotPermitted", Code(await _kit.AsAsync<ConsultationSettingService, Outcome<SilenceView>>(Convenor, s => s.SaveAsync(home, 0, true))));
    }

    [Fact]
    public async Task Urge_TwiceOnADay_TellsEachUnitOnce()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"), await _kit.BodyAsync("山西省行政审批服务管理局"));
        await _kit.SaidAsync(view, "govinfo", OpinionKind.NoComment);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => _kit.ConveneAsync(s => s.UrgeAsync(view.Id))));
        Assert.Contains(outcomes, o => o is Outcome<ConsultationView>.Done { Sentence: "已催办 1 家单位：山西省民政厅。" });
        await _kit.ConveneAsync(s => s.UrgeAsync(view.Id));

        await using var db = _kit.OpenDb();
        Assert.Equal(1, await db.Notifications.CountAsync(n => n.Href.StartsWith($"/consultations/{view.Id}") && n.Title.StartsWith("催办")));
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Action == "consultation.Urge" && a.SubjectId == view.Id.ToString()));
    }

    [Fact]
    public async Task Dissent_Escalated_NeedsItsRecordAndGatesReadTheConclusion()
    {
        await using var db = _kit.OpenDb();
        Assert.IsType<ConsultationStanding.None>(await ConsultationReader.StateForAsync(db, "plan", Guid.NewGuid()));
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省行政审批服务管理局"));
        await _kit.SaidAsync(view, "govinfo", OpinionKind.Disagree, "不具备条件。");
        view = await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound);
        view = await _kit.DoAsync(view, ConsultationAction.Meet);
        foreach (var question in view.Questions)
            view = Done(await _kit.ConveneAsync(s => s.SettleAsync(view.Id, view.Version, question.Id, DissentOutcome.Escalated, "协调未果，报领导小组办公室。")));
        Assert.Equal("ConsultationNoMeeting", Code(await _kit.ActAsync(view, ConsultationAction.Conclude)));
        var content = view.Content with { MeetingOn = new DateOnly(2026, 11, 20), MeetingPlace = "三楼会议室", MeetingAttendees = "双方负责人", Conclusion = ConclusionKind.Escalated, ConclusionText = "报请协调。" };
        view = Done(await _kit.ConveneAsync(s => s.SaveAsync(view.Id, view.Version, content)));
        Assert.Equal("ConsultationNoEscalation", Code(await _kit.ActAsync(view, ConsultationAction.Conclude)));
        var office = Assert.Single(await _kit.AsAsync<EscalationOffices, IReadOnlyList<(Guid Id, string Name)>>(Convenor, s => s.ForAsync("140000", default)));
        view = Done(await _kit.ConveneAsync(s => s.SaveAsync(view.Id, view.Version, content with { EscalatedToId = office.Id, EscalatedOn = new DateOnly(2026, 11, 20), EscalationRecord = "已上报，原则同意。" })));
        view = await _kit.DoAsync(view, ConsultationAction.Conclude);
        Assert.Equal(ConclusionKind.Escalated, view.Content.Conclusion);
    }
}

using DataBureau.Domain.Consultations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Consultations.ConsultationKit;

namespace DataBureau.Tests.Features.Consultations;

/// <summary>Everybody at the same moment: nothing is lost, nothing is counted twice, and what came too late is told so.</summary>
public sealed class ConsultationRaceTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ConsultationKit _kit = new(bureau.Services);

    [Fact]
    public async Task Answer_TwelveUnitsAtOnce_NothingIsLost()
    {
        var units = await _kit.DepartmentsAsync(12);
        var view = await _kit.SentAsync([.. units.Select(u => u.Unit)]);

        var outcomes = await Task.WhenAll(units.Select(u => _kit.AnswerAsync(view, u.Person, OpinionKind.AgreeWithRemarks, "请明确分工。")));

        Assert.All(outcomes, o => Assert.IsType<Outcome<MyOpinions>.Done>(o));
        var after = await _kit.FindAsync(view.Id);
        Assert.All(after.Units, u => Assert.All(u.Cells, c => Assert.Equal(CellMark.AgreeWithRemarks, c)));
        Assert.Empty(after.Late);
        Assert.Equal(view.Version, after.Version);
        Assert.Equal(12, after.History.Count(h => h.Action == "反馈意见"));
        await using var db = _kit.OpenDb();
        Assert.Equal(12, await db.Audit.CountAsync(a => a.Action == "consultation.Answer" && a.SubjectId == view.Id.ToString()));
        Assert.Equal(0, await db.Deadlines.CountAsync(d => d.FinishedAt == null && after.Units.Select(u => u.Id).Contains(d.CaseId)));

        var closed = await _kit.DoAsync(after, ConsultationAction.CloseRound);
        closed = Done(await _kit.ConveneAsync(s => s.SaveAsync(closed.Id, closed.Version, closed.Content with { Conclusion = ConclusionKind.Agreed, ConclusionText = "一致。" })));
        closed = await _kit.DoAsync(closed, ConsultationAction.Conclude);
        closed = Done(await _kit.ConveneAsync(s => s.SaveAsync(closed.Id, closed.Version, closed.Content with { MinutesText = "纪要。" })));
        closed = await _kit.DoAsync(closed, ConsultationAction.DrawUpMinutes);
        var signed = await Task.WhenAll(units.Select(u => _kit.AsAsync<ConsultationAnswers, Outcome<MyOpinions>>(u.Person, s => s.CountersignAsync(closed.Id))));
        Assert.All(signed, o => Assert.IsType<Outcome<MyOpinions>.Done>(o));
        Assert.Equal(ConsultationState.Archived, (await _kit.DoAsync(closed, ConsultationAction.Archive)).State);
    }

    [Fact]
    public async Task Answer_WhileTheRoundIsClosed_IsInTheRoundOrRefused()
    {
        var info = await _kit.BodyAsync("山西省行政审批服务管理局");
        for (var i = 0; i < 8; i++)
        {
            var view = await _kit.SentAsync(info);
            await _kit.SaidAsync(view, "govinfo", OpinionKind.Agree);

            // The unit changes its mind in the moment in which the convenor closes.
            var changing = _kit.AnswerAsync(view, "govinfo", OpinionKind.Disagree, "改为不同意。", seen: 1);
            var closing = _kit.ActAsync(view, ConsultationAction.CloseRound);
            var (changed, closed) = (await changing, Done(await closing));

            var after = await _kit.FindAsync(view.Id);
            Assert.Equal(ConsultationState.Summarising, after.State);
            var expected = changed is Outcome<MyOpinions>.Done ? CellMark.Disagree : CellMark.Agree;
            if (changed is not Outcome<MyOpinions>.Done)
                Assert.Equal("ConsultationRoundClosed", Code(changed));
            Assert.All(after.Units[0].Cells, c => Assert.Equal(expected, c));
            // What the convenor was shown with the close is what stands.
            Assert.Equal(after.Units[0].Cells, closed.Units[0].Cells);
        }
    }

    [Fact]
    public async Task Answer_TwoPeopleOfOneUnit_TheSecondIsToldAndTheEarlierTextIsKept()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"));
        await _kit.SaidAsync(view, "liaison", OpinionKind.Agree);

        Assert.IsType<Outcome<MyOpinions>.Conflict>(await _kit.AnswerAsync(view, "liaison", OpinionKind.Disagree, "不同意。", seen: 0));
        Assert.IsType<Outcome<MyOpinions>.Done>(await _kit.AnswerAsync(view, "liaison", OpinionKind.Disagree, "不同意。", seen: 1));
        var said = await _kit.AsAsync<OpinionService, IReadOnlyList<OpinionView>>(Convenor, s => s.ReadAsync(view.Id, view.Questions[0].Id, null, default));

        var opinion = Assert.Single(said);
        Assert.Equal((OpinionKind.Disagree, "不同意。"), (opinion.Kind, opinion.Text));
        Assert.Equal(OpinionKind.Agree, Assert.Single(opinion.Earlier).Kind);
        Assert.Equal("意见没有变化。", Assert.IsType<Outcome<MyOpinions>.Done>(await _kit.AnswerAsync(view, "liaison", OpinionKind.Disagree, "不同意。", seen: 2)).Sentence);
    }

    [Fact]
    public async Task Answer_FromWhoMayNot_IsRefusedInASentence()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"));

        Assert.Equal("ConsultationNotInvited", Code(await _kit.AnswerAsync(view, "govinfo", OpinionKind.Agree)));
        Assert.Equal("NotPermitted", Code(await _kit.AnswerAsync(view, "head", OpinionKind.Agree)));
        Assert.IsType<Outcome<MyOpinions>.NotFound>(await _kit.AnswerAsync(view, "liaison.fujian", OpinionKind.Agree));
        Assert.Equal("ConsultationOpinionNeedsText", Code(await _kit.AnswerAsync(view, "liaison", OpinionKind.Disagree, " ")));
        Assert.Equal("ConsultationOpinionTooLong", Code(await _kit.AnswerAsync(view, "liaison", OpinionKind.Disagree, new string('长', 2001))));
        Assert.Equal("ConsultationNoSuchQuestion", Code(await _kit.AnswerAsync(view, "liaison", OpinionKind.Agree, null, null, 0, Guid.NewGuid())));
        Assert.Equal("ConsultationRoundClosed", Code(await _kit.AnswerAsync(view, "liaison", OpinionKind.Agree, round: 2)));
        Assert.Equal("ConsultationNotNow", Code(await _kit.AsAsync<ConsultationAnswers, Outcome<MyOpinions>>("liaison", s => s.CountersignAsync(view.Id))));
        var ended = await _kit.DoAsync(view, ConsultationAction.Terminate, "事项取消。");
        Assert.Equal("ConsultationRoundClosed", Code(await _kit.AnswerAsync(ended, "liaison", OpinionKind.Agree)));
    }

    [Fact]
    public async Task Unit_AbolishedMidRound_IsReplacedAndItsOpinionKept()
    {
        var units = await _kit.DepartmentsAsync(3);
        var view = await _kit.SentAsync(units[0].Unit, units[1].Unit);
        await _kit.SaidAsync(view, units[0].Person, OpinionKind.Agree);
        await _kit.SaidAsync(view, units[1].Person, OpinionKind.Agree);
        await using (var db = _kit.OpenDb())
            await db.Organisations.Where(o => o.Id == units[0].Unit).ExecuteUpdateAsync(s => s.SetProperty(o => o.AbolishedAt, bureau.Clock.Now));
        try
        {
            Assert.Equal("ConsultationAnswererAbolished", Code(await _kit.AnswerAsync(view, units[0].Person, OpinionKind.Disagree, "改意见。", seen: 1)));
            view = await _kit.FindAsync(view.Id);
            Assert.True(view.Units[0].Abolished);
            view = Done(await _kit.ConveneAsync(s => s.ReplaceAsync(view.Id, view.Version, view.Units[0].Id, units[2].Unit)));
            Assert.Equal(units[2].Unit, Assert.Single(view.Late).OrganisationId);
            Assert.NotNull(view.Late.Single().Deadline);
            Assert.False(view.Units[0].Counts);
            Assert.All(view.Units[0].Cells, c => Assert.Equal(CellMark.Agree, c));
            await _kit.SaidAsync(view, units[2].Person, OpinionKind.NoComment);
            Assert.Equal(ConsultationState.Summarising, (await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound)).State);
        }
        finally
        {
            await using var db = _kit.OpenDb();
            await db.Organisations.Where(o => o.Id == units[0].Unit).ExecuteUpdateAsync(s => s.SetProperty(o => o.AbolishedAt, (DateTimeOffset?)null));
        }
    }

    [Fact]
    public async Task Convenor_TwoAtOnce_OneIsDoneAndTheOtherTold()
    {
        var view = await _kit.PreparedAsync([await _kit.BodyAsync("山西省民政厅")]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _kit.ActAsync(view, ConsultationAction.Send)));

        Assert.Single(outcomes.OfType<Outcome<ConsultationView>.Done>());
        Assert.Equal(3, outcomes.OfType<Outcome<ConsultationView>.Conflict>().Count());
        await using var db = _kit.OpenDb();
        Assert.Equal(1, await db.LedgerNumbers.CountAsync(n => n.CaseId == view.Id));
        Assert.Equal(1, await db.Deadlines.CountAsync(d => d.CaseKind == ConsultationUnit.CaseKind && d.CaseId == view.Units[0].Id));
    }
}

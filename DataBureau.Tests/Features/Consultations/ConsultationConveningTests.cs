using DataBureau.Domain.Consultations;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Tests.Features.Consultations.ConsultationKit;

namespace DataBureau.Tests.Features.Consultations;

/// <summary>What the convenor does between the acts, and what is kept of it.</summary>
[Trait("Category", "Service")]
public sealed class ConsultationConveningTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ConsultationKit _kit = new(bureau.Services);

    [Fact]
    public async Task Replace_AUnit_HistoryAndAuditNameBoth()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"));
        var successor = await _kit.BodyAsync("山西省行政审批服务管理局");

        view = Done(await _kit.ConveneAsync(s => s.ReplaceAsync(view.Id, view.Version, view.Units[0].Id, successor)));

        Assert.Equal("山西省民政厅 → 山西省行政审批服务管理局", view.History.Single(h => h.Action == "替换单位").Comment);
        await using var db = _kit.OpenDb();
        var audit = await db.Audit.SingleAsync(a => a.Action == "consultation.Replace" && a.SubjectId == view.Id.ToString());
        Assert.Contains("山西省行政审批服务管理局", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urge_AUnitWithNobodyToAnswer_IsNamedAndNotCountedAsUrged()
    {
        var (empty, person) = (await _kit.DepartmentsAsync(1))[0];
        await using (var db = _kit.OpenDb())
            await db.Users.Where(u => u.UserName == person).ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledAt, bureau.Clock.Now));
        var view = await _kit.PreparedAsync([await _kit.BodyAsync("山西省民政厅")]);

        var invited = Assert.IsType<Outcome<ConsultationView>.Done>(await _kit.ConveneAsync(s => s.InviteAsync(view.Id, view.Version, empty)));
        var name = invited.View.Units.Single(u => u.OrganisationId == empty).Name;
        var sent = Assert.IsType<Outcome<ConsultationView>.Done>(await _kit.ActAsync(invited.View, ConsultationAction.Send));
        var urged = Assert.IsType<Outcome<ConsultationView>.Done>(await _kit.ConveneAsync(s => s.UrgeAsync(view.Id)));
        var again = Assert.IsType<Outcome<ConsultationView>.Done>(await _kit.ConveneAsync(s => s.UrgeAsync(view.Id)));

        Assert.StartsWith($"已邀请单位。无人可收：{name}（", invited.Sentence, StringComparison.Ordinal);
        Assert.Contains($"无人可收：{name}（", sent.Sentence, StringComparison.Ordinal);
        Assert.StartsWith($"已催办 1 家单位：山西省民政厅。无人可收：{name}（", urged.Sentence, StringComparison.Ordinal);
        Assert.Contains($"无人可收：{name}（", again.Sentence, StringComparison.Ordinal);
        Assert.Equal([false, true], urged.View.Units.Select(u => u.UrgedOn is null));
    }

    [Fact]
    public async Task Save_NothingChanged_WritesNeitherVersionNorHistoryNorAudit()
    {
        var view = await _kit.SentAsync(await _kit.BodyAsync("山西省民政厅"));
        await _kit.SaidAsync(view, "liaison", OpinionKind.Agree);
        view = await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound);
        var written = view.Content with { Conclusion = ConclusionKind.Agreed, ConclusionText = "一致同意。" };
        view = Done(await _kit.ConveneAsync(s => s.SaveAsync(view.Id, view.Version, written)));

        var again = Assert.IsType<Outcome<ConsultationView>.Done>(await _kit.ConveneAsync(s => s.SaveAsync(view.Id, view.Version, written)));

        Assert.Equal("内容没有变化。", again.Sentence);
        Assert.Equal((view.Version, view.History.Count), (again.View.Version, again.View.History.Count));
        await using var db = _kit.OpenDb();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Action == "consultation.Edit" && a.SubjectId == view.Id.ToString()));
    }
}

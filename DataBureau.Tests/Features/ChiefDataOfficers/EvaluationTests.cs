using ClosedXML.Excel;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Shared;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.ChiefDataOfficers.Evaluation;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Tests.Features.ChiefDataOfficers;

/// <summary>Indicators and evaluations against the real database: the whole way, the ways back, and what is refused.</summary>
[Trait("Category", "Service")]
public sealed class EvaluationTests(BureauFixture bureau) : IClassFixture<BureauFixture>, IAsyncLifetime
{
    private const int Year = 2026;

    private Guid _set;

    public async Task InitializeAsync()
    {
        await using (var db = bureau.OpenDb())
        {
            _set = await db.IndicatorSets.Where(s => s.State == IndicatorSetState.Enabled).Select(s => s.Id).FirstOrDefaultAsync();
            if (_set != Guid.Empty)
                return;
        }

        var person = RosterKit.Person();
        await new RosterKit(bureau).ReportAsync(RosterKit.Csv(RosterKit.Row("山西省民政厅", person)));
        var view = Done(await SetsAsync(s => s.CreateAsync()));
        _set = Done(await SetsAsync(s => s.ActAsync(view.Id, view.Version, IndicatorSetAction.Enable, null))).Id;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Enable_WeightsThatDoNotSumToHundred_RefusedWithTheSum()
    {
        var view = Done(await SetsAsync(s => s.CreateAsync()));
        var light = view.Content with { Indicators = [.. view.Content.Indicators.Select((i, n) => n == 0 ? i with { Weight = i.Weight - 0.5m } : i)] };
        view = Done(await SetsAsync(s => s.SaveAsync(view.Id, view.Version, light)));

        var refusal = Assert.IsType<Outcome<IndicatorSetView>.Refused>(await SetsAsync(s => s.ActAsync(view.Id, view.Version, IndicatorSetAction.Enable, null))).Refusal;

        Assert.Equal("IndicatorSetIncomplete", refusal.Code);
        Assert.Contains("99.5", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("还差 0.5", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enabled_IsNotChanged_ARevisionReplacesIt()
    {
        var first = Done(await SetsAsync(s => s.CreateAsync()));
        first = Done(await SetsAsync(s => s.ActAsync(first.Id, first.Version, IndicatorSetAction.Enable, null)));

        Assert.Equal("IndicatorSetNotEditable", Assert.IsType<Outcome<IndicatorSetView>.Refused>(await SetsAsync(s => s.SaveAsync(first.Id, first.Version, first.Content))).Refusal.Code);
        var revised = Done(await SetsAsync(s => s.ActAsync(first.Id, first.Version, IndicatorSetAction.Revise, null)));
        var draft = (await SetsAsync(s => s.FindAsync(revised.NextId!.Value, default)))!;
        Assert.Contains("第 2 版", draft.Title, StringComparison.Ordinal);
        Assert.IsType<Outcome<IndicatorSetView>.Conflict>(await SetsAsync(s => s.ActAsync(first.Id, revised.Version, IndicatorSetAction.Revise, null)));

        Done(await SetsAsync(s => s.ActAsync(draft.Id, draft.Version, IndicatorSetAction.Enable, null)));

        Assert.Equal(IndicatorSetState.Retired, (await SetsAsync(s => s.FindAsync(first.Id, default)))!.State);
    }

    [Fact]
    public async Task Evaluation_SelfToPersonnel_TheWholeWayAndBackOnce()
    {
        var view = await BegunAsync();
        Assert.Equal("EvaluationIncomplete", Refused(await ActAsync(view, "liaison", EvaluationAction.Submit)).Code);

        view = await SelfScoredAsync(view, 95);
        view = Done(await ActAsync(view, "liaison", EvaluationAction.Submit));
        Assert.Equal("CommentRequired", Refused(await ActAsync(view, "reviewer", EvaluationAction.Return)).Code);
        view = Done(await ActAsync(view, "reviewer", EvaluationAction.Return, "请补充特色应用的成效。"));
        Assert.Equal(EvaluationState.SelfScoring, view.State);
        view = Done(await ActAsync(await SeenByAsync(view, "liaison"), "liaison", EvaluationAction.Submit));

        Assert.Equal("EvaluationIncomplete", Refused(await ActAsync(view, "reviewer", EvaluationAction.Conclude, null, Grade(EvaluationGrade.Good))).Code);
        view = Done(await SaveAsync(await SeenByAsync(view, "reviewer"), "reviewer", 80));
        Assert.Equal(80m, view.Result);
        Assert.Equal("GradeReason", Refused(await ActAsync(view, "reviewer", EvaluationAction.Conclude, null, Grade(EvaluationGrade.Excellent))).Code);

        view = Done(await ActAsync(view, "reviewer", EvaluationAction.SendOut, null, [new(EvaluationFields.ThirdParty, "某评估中心")]));
        view = Done(await SaveAsync(view, "reviewer", 91));
        Assert.Equal(85.5m, view.Result);
        Assert.Equal("EvaluationIncomplete", Refused(await ActAsync(view, "reviewer", EvaluationAction.TakeBack)).Code);
        var files = (await bureau.AsAsync<AttachmentService, CaseAttachments?>("reviewer", s => s.FindAsync(OfficerEvaluation.CaseKind, view.Id, default)))!.Rights;
        Assert.Null(files.WhyClosed(OfficerEvaluation.ThirdPartySlot));
        Assert.All([view.Set.Indicators[0].Key, null], slot => Assert.Contains("不能增减", files.WhyClosed(slot), StringComparison.Ordinal));
        await AttachAsync(view.Id, OfficerEvaluation.ThirdPartySlot);
        view = Done(await ActAsync(view, "reviewer", EvaluationAction.TakeBack));
        Assert.Equal("ThirdPartyDone", Refused(await ActAsync(view, "reviewer", EvaluationAction.SendOut, null, [new(EvaluationFields.ThirdParty, "又一家")])).Code);

        var seen = view;
        var both = await Task.WhenAll(ActAsync(seen, "reviewer", EvaluationAction.Conclude, null, Grade(EvaluationGrade.Good)), ActAsync(seen, "bureaulead", EvaluationAction.Conclude, null, Grade(EvaluationGrade.Good)));
        view = Assert.Single(both.OfType<Outcome<EvaluationView>.Done>()).View;
        Assert.Single(both.OfType<Outcome<EvaluationView>.Conflict>());
        Assert.Equal("EvaluationIncomplete", Refused(await ActAsync(view, "reviewer", EvaluationAction.File, null, [])).Code);
        view = Done(await ActAsync(view, "reviewer", EvaluationAction.File, null,
            [new(EvaluationFields.PersonnelOffice, "省委组织部"), new(EvaluationFields.DocumentNumber, "晋数函〔2026〕5号"), new(EvaluationFields.DocumentDate, "2026-01-01")]));

        Assert.Equal((EvaluationState.FiledWithPersonnel, EvaluationGrade.Good, "晋数函〔2026〕5号"), (view.State, view.Grade, view.DocumentNumber));
        using var form = EvaluationWorkbook.Form(view);
        using var output = new MemoryStream();
        await form.SaveAsync(output);
        output.Position = 0;
        using var book = new XLWorkbook(output);
        var text = string.Concat(book.Worksheets.First().CellsUsed().Select(c => c.GetString()));
        Assert.Contains("85.5", text, StringComparison.Ordinal);
        Assert.Contains(EvaluationScores.Formula, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_Again_NobodyIsBegunTwice()
    {
        await BegunAsync();

        var (_, refusal) = await bureau.AsAsync<EvaluationService, (int, Refusal?)>("reviewer", s => s.StartAsync(_set, Year));

        Assert.Equal("NobodyToEvaluate", refusal?.Code);
        Assert.Equal("NotPermitted", (await bureau.AsAsync<EvaluationService, (int, Refusal?)>("liaison", s => s.StartAsync(_set, Year))).Item2?.Code);
    }

    [Fact]
    public async Task Save_ScoreOutOfRange_OrTurnOfAnother_Refused()
    {
        var view = await BegunAsync();
        if (view.State == EvaluationState.SelfScoring)
        {
            Assert.Equal("ScoreOutOfRange", Refused(await SaveAsync(view, "liaison", 100.01m)).Code);
            Assert.Equal("NotPermitted", Refused(await SaveAsync(view, "reviewer", 50)).Code);
        }

        Assert.Empty(await ListAsync("liaison.fujian"));
        Assert.Null(await bureau.AsAsync<EvaluationService, EvaluationView?>("liaison.fujian", s => s.FindAsync(view.Id, default)));
    }

    private static IReadOnlyList<FieldRemark> Grade(EvaluationGrade grade) => [new(EvaluationFields.Grade, grade.ToString())];

    private static T Done<T>(Outcome<T> outcome) => outcome is Outcome<T>.Refused refused ? throw new InvalidOperationException(refused.Refusal.Sentence) : Assert.IsType<Outcome<T>.Done>(outcome).View;

    private static Refusal Refused(Outcome<EvaluationView> outcome) => Assert.IsType<Outcome<EvaluationView>.Refused>(outcome).Refusal;

    private Task<T> SetsAsync<T>(Func<IndicatorSetService, Task<T>> call) => bureau.AsAsync("reviewer", call);

    private async Task<IReadOnlyList<EvaluationRow>> ListAsync(string who) => (await bureau.AsAsync<EvaluationService, Page<EvaluationRow>>(who, s => s.ListAsync(new ListQuery(), default))).Rows;

    private async Task<EvaluationView> BegunAsync()
    {
        await bureau.AsAsync<EvaluationService, (int, Refusal?)>("reviewer", s => s.StartAsync(_set, Year));
        return (await bureau.AsAsync<EvaluationService, EvaluationView?>("liaison", async s => await s.FindAsync((await s.ListAsync(new ListQuery(), default)).Rows[0].Id, default)))!;
    }

    private async Task<EvaluationView> SeenByAsync(EvaluationView view, string who) => (await bureau.AsAsync<EvaluationService, EvaluationView?>(who, s => s.FindAsync(view.Id, default)))!;

    private async Task<EvaluationView> SelfScoredAsync(EvaluationView view, decimal score)
    {
        foreach (var indicator in view.Set.Indicators.Where(i => i.EvidenceRequired))
            await AttachAsync(view.Id, indicator.Key);
        return Done(await SaveAsync(view, "liaison", score));
    }

    private Task<Outcome<EvaluationView>> SaveAsync(EvaluationView view, string who, decimal score) =>
        bureau.AsAsync<EvaluationService, Outcome<EvaluationView>>(who, s => s.SaveAsync(view.Id, view.Version, [.. view.Set.Groups.Select(g => new DutyReport(g, "按计划完成。"))], view.Set.Indicators.ToDictionary(i => i.Key, _ => (decimal?)score)));

    private Task<Outcome<EvaluationView>> ActAsync(EvaluationView view, string who, EvaluationAction action, string? comment = null, IReadOnlyList<FieldRemark>? remarks = null) =>
        bureau.AsAsync<EvaluationService, Outcome<EvaluationView>>(who, s => s.ActAsync(view.Id, view.Version, action, comment, remarks));

    private async Task AttachAsync(Guid id, string slot)
    {
        await using var db = bureau.OpenDb();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.NewGuid(), CaseKind = OfficerEvaluation.CaseKind, CaseId = id, Slot = slot, OrganisationId = await db.Organisations.Where(o => o.Name == "山西省民政厅").Select(o => o.Id).SingleAsync(), FileName = "佐证.pdf", ContentKind = ContentKind.Pdf, Size = 1,
            Sha256 = new string('0', 64), UploadedById = Guid.NewGuid(), UploadedByName = "某人", UploadedAt = bureau.Clock.Now,
        });
        await db.SaveChangesAsync();
    }
}

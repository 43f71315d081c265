using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.ChiefDataOfficers;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using static DataBureau.Domain.ChiefDataOfficers.Evaluation.EvaluationAction;

namespace DataBureau.Web.Seed;

/// <summary>Demo indicators, evaluations in every state and training records, by the acts that people use.</summary>
internal sealed class DemoOfficerWork(BureauDbContext db, PolicyLibrary policies, DemoFilingTools tools, DateTimeOffset now)
{
    private static readonly EvaluationAction[][] Lives =
    [
        [],
        [Submit],
        [Submit, SendOut],
        [Submit, SendOut, TakeBack, Conclude],
        [Submit, Conclude, EvaluationAction.File],
        [EvaluationAction.Discard],
    ];

    private int _serial;

    public async Task AddAsync(IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people)
    {
        foreach (var bureau in organisations.Where(o => people.ContainsKey((o.Id, Role.Reviewer))))
        {
            var reviewer = people[(bureau.Id, Role.Reviewer)];
            var set = IndicatorSet.Draft(Guid.CreateVersion7(), bureau.Id, bureau.RegionCode, IndicatorTemplate.Content, now);
            Step(IndicatorSet.CaseKind, set.Id, set.Version, "新建", null, set.State.ChineseName(), reviewer, now.AddDays(-90));
            set.Act(IndicatorSetAction.Enable, null, new GuardContext(reviewer, policies.For(bureau.RegionCode), now.AddDays(-90)));
            Step(IndicatorSet.CaseKind, set.Id, set.Version, IndicatorSetAction.Enable.ChineseName(), IndicatorSetState.Draft.ChineseName(), set.State.ChineseName(), reviewer, now.AddDays(-90));
            db.IndicatorSets.Add(set);
            var held = OfficerQueries.Held;
            var officers = await db.Officers.AsNoTracking().Where(a => a.RegionCode == bureau.RegionCode && a.Post == DataPost.ChiefDataOfficer && held.Contains(a.State)).OrderBy(a => a.Id).Take(2 * Lives.Length).ToListAsync();
            foreach (var officer in officers)
                await EvaluateAsync(officer, bureau, organisations.First(o => o.Id == officer.OrganisationId), set, reviewer);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private async Task EvaluateAsync(OfficerAppointment officer, Organisation bureau, Organisation unit, IndicatorSet set, Actor reviewer)
    {
        var (acts, at) = (Lives[_serial++ % Lives.Length], DemoFilingTools.OfficeHours(now.AddDays(-40)));
        var evaluation = OfficerEvaluation.Begin(Guid.CreateVersion7(at), officer, bureau.Id, ChinaTime.DateOf(now).Year, set.Id, at);
        db.OfficerEvaluations.Add(evaluation);
        Step(OfficerEvaluation.CaseKind, evaluation.Id, evaluation.Version, "发起评价", null, evaluation.State.ChineseName(), reviewer, at);
        var liaison = tools.Person(unit, Role.Liaison);
        var materials = set.Indicators.Where(i => i.EvidenceRequired).Select(i => new CaseMaterial(i.Key, i.Name, true)).ToList();
        if (acts is not [EvaluationAction.Discard])
        {
            foreach (var material in materials)
                await tools.AttachAsync(OfficerEvaluation.CaseKind, evaluation.Id, evaluation.Title, material, unit, liaison, at);
            Write(evaluation, officer, set, materials, liaison, 80, at = at.AddDays(4));
        }

        foreach (var act in acts)
        {
            at = at.AddDays(6);
            if (act == Conclude)
                Write(evaluation, officer, set, materials, reviewer, 78, at);
            if (act == TakeBack)
            {
                var report = new CaseMaterial(OfficerEvaluation.ThirdPartySlot, "第三方评分报告", true);
                await tools.AttachAsync(OfficerEvaluation.CaseKind, evaluation.Id, evaluation.Title, report, bureau, reviewer, at);
                materials.Add(report);
                Write(evaluation, officer, set, materials, reviewer, 82, at);
            }

            Act(evaluation, act, act == Submit ? liaison : reviewer, at);
        }

        var (record, _) = TrainingRecord.Record(Guid.CreateVersion7(at), officer, new TrainingContent("数据分类分级与安全管理培训", bureau.Name, 16, ChinaTime.DateOf(now).AddDays(-40)), liaison, at);
        if (record is not null)
            db.OfficerTrainings.Add(record);
    }

    private void Write(OfficerEvaluation evaluation, OfficerAppointment officer, IndicatorSet set, IEnumerable<CaseMaterial> materials, Actor by, int least, DateTimeOffset at)
    {
        evaluation.Know(new EvaluationFacts(set.Content, officer.Content.PersonName, string.Empty, materials.Select(m => m.Key).ToHashSet(StringComparer.Ordinal)));
        var n = _serial * 3;
        if (evaluation.Edit([.. set.Content.Groups.Select(g => new DutyReport(g, "按年度计划完成，详见佐证材料。"))], set.Indicators.ToDictionary(i => i.Key, i => (decimal?)(least + (++n % 15)), StringComparer.Ordinal), by, at) is { } refusal)
            throw new InvalidOperationException($"Demo evaluation {evaluation.Title}: {refusal.Code}.");
        Step(OfficerEvaluation.CaseKind, evaluation.Id, evaluation.Version, "修改", evaluation.State.ChineseName(), evaluation.State.ChineseName(), by, at);
    }

    private void Act(OfficerEvaluation evaluation, EvaluationAction act, Actor actor, DateTimeOffset at)
    {
        IReadOnlyList<FieldRemark> remarks = act switch
        {
            SendOut => [new(EvaluationFields.ThirdParty, "省数字经济研究中心")],
            Conclude => [new(EvaluationFields.Grade, evaluation.Facts.Set.Thresholds.GradeOf(evaluation.Result!.Value).ToString())],
            EvaluationAction.File => [new(EvaluationFields.PersonnelOffice, "组织人事处"), new(EvaluationFields.DocumentNumber, $"数函〔{ChinaTime.DateOf(at).Year}〕{_serial}号"), new(EvaluationFields.DocumentDate, ChinaTime.DateOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            _ => [],
        };
        var (from, comment) = (evaluation.State, act == EvaluationAction.Discard ? "任职不满半年，本年度不参加评价。" : null);
        if (evaluation.Act(act, comment, new GuardContext(actor, policies.For(evaluation.RegionCode), at) { Remarks = remarks }) is Decision<EvaluationState>.Refused refused)
            throw new InvalidOperationException($"Demo evaluation {evaluation.Title}: {act} was refused: {refused.Refusal.Code}.");
        db.History.Add(CaseHistory.Step(OfficerEvaluation.CaseKind, evaluation.Id, evaluation.Version, act.ChineseName(), from.ChineseName(), evaluation.State.ChineseName(), comment, actor, at, remarks));
    }

    private void Step(string kind, Guid id, int version, string action, string? from, string to, Actor actor, DateTimeOffset at) => db.History.Add(CaseHistory.Step(kind, id, version, action, from, to, null, actor, at));
}

using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.ChiefDataOfficers.Training;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.ChiefDataOfficers;
using Microsoft.EntityFrameworkCore;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Seed;

/// <summary>Demo indicators, evaluations as far as the self-evaluation, a meeting in preparation and training records, by the acts that people use.</summary>
internal sealed class DemoOfficerWork(BureauDbContext db, PolicyLibrary policies, DateTimeOffset now)
{
    private int _serial;

    public async Task AddAsync(IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people)
    {
        foreach (var bureau in organisations.Where(o => people.ContainsKey((o.Id, Role.Reviewer))))
        {
            var reviewer = people[(bureau.Id, Role.Reviewer)];
            var context = new GuardContext(reviewer, policies.For(bureau.RegionCode), now);
            var set = IndicatorSet.Draft(Guid.CreateVersion7(), bureau.Id, bureau.RegionCode, IndicatorTemplate.Content, now);
            Step(IndicatorSet.CaseKind, set.Id, set.Version, "新建", null, set.State.ChineseName(), reviewer);
            set.Act(IndicatorSetAction.Enable, null, context);
            Step(IndicatorSet.CaseKind, set.Id, set.Version, IndicatorSetAction.Enable.ChineseName(), IndicatorSetState.Draft.ChineseName(), set.State.ChineseName(), reviewer);
            db.IndicatorSets.Add(set);
            var held = OfficerQueries.Held;
            foreach (var officer in await db.Officers.AsNoTracking().Where(a => a.RegionCode == bureau.RegionCode && a.Post == DataPost.ChiefDataOfficer && held.Contains(a.State)).OrderBy(a => a.Id).Take(6).ToListAsync())
                Evaluate(officer, bureau, set, people, context);
            var meeting = JointMeeting.Prepare(Guid.CreateVersion7(), bureau.Id, bureau.RegionCode, $"{ChinaTime.DateOf(now).Year} 年首席数据官联席会议", now);
            Step(JointMeeting.CaseKind, meeting.Id, meeting.Version, "新建", null, meeting.State.ChineseName(), reviewer);
            db.JointMeetings.Add(meeting);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private void Evaluate(OfficerAppointment officer, Organisation bureau, IndicatorSet set, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people, GuardContext context)
    {
        var evaluation = OfficerEvaluation.Begin(Guid.CreateVersion7(), officer, bureau.Id, ChinaTime.DateOf(now).Year, set.Id, now);
        evaluation.Know(new EvaluationFacts(set.Content, officer.Content.PersonName, string.Empty, new HashSet<string>(StringComparer.Ordinal)));
        db.OfficerEvaluations.Add(evaluation);
        Step(OfficerEvaluation.CaseKind, evaluation.Id, evaluation.Version, "发起评价", null, evaluation.State.ChineseName(), context.Actor);
        if (!people.TryGetValue((officer.OrganisationId, Role.Liaison), out var liaison))
            return;
        evaluation.Edit([.. set.Content.Groups.Select(g => new DutyReport(g, "按年度计划完成，详见佐证材料。"))], set.Indicators.ToDictionary(i => i.Key, i => (decimal?)(80 + (++_serial % 15)), StringComparer.Ordinal), liaison, now);
        Step(OfficerEvaluation.CaseKind, evaluation.Id, evaluation.Version, "修改", evaluation.State.ChineseName(), evaluation.State.ChineseName(), liaison);
        var (record, _) = TrainingRecord.Record(Guid.CreateVersion7(), officer, new TrainingContent("数据分类分级与安全管理培训", bureau.Name, 16, ChinaTime.DateOf(now).AddDays(-40)), liaison, now);
        if (record is not null)
            db.OfficerTrainings.Add(record);
    }

    private void Step(string kind, Guid id, int version, string action, string? from, string to, Actor actor) => db.History.Add(CaseHistory.Step(kind, id, version, action, from, to, null, actor, now));
}

using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.ChiefDataOfficers.Meetings;
using DataBureau.Web.Workflow;
using static DataBureau.Domain.ChiefDataOfficers.Meetings.MeetingAction;

namespace DataBureau.Web.Seed;

/// <summary>Demo joint meetings in every state, with tasks that are done, due and late.</summary>
internal sealed class DemoMeetings(BureauDbContext db, PolicyLibrary policies, DemoFilingTools tools, DateTimeOffset now)
{
    private static readonly (string Title, MeetingAction[] Acts, int AgeDays, int Done)[] Lives =
    [
        ("第一次", [Hold, Issue, Assign, Close], 300, 3),
        ("第二次", [Hold, Issue, Assign], 120, 1),
        ("第三次", [Hold, Issue], 30, 0),
        ("第四次", [Hold], 3, 0),
        ("临时", [Cancel], 60, 0),
        ("年度总结", [], -12, 0),
    ];

    private static readonly (string What, int Days)[] Tasks = [("按季通报各单位目录更新情况", 40), ("汇总各单位数据需求并编制共享清单", 90), ("组织首席数据官年度培训", 200)];

    public async Task AddAsync(IReadOnlyList<Organisation> organisations, IReadOnlyDictionary<(Guid Organisation, Role Role), Actor> people)
    {
        foreach (var bureau in organisations.Where(o => people.ContainsKey((o.Id, Role.Reviewer))))
        {
            var units = organisations.Where(o => o.RegionCode == bureau.RegionCode && o.Id != bureau.Id).OrderByDescending(o => people.ContainsKey((o.Id, Role.Liaison))).ThenBy(o => o.Code).Take(Tasks.Length).ToList();
            foreach (var (title, acts, age, done) in Lives)
                await LiveAsync(bureau, units, title, acts, age, done);
            db.ChangeTracker.Clear();
        }
    }

    private async Task LiveAsync(Organisation bureau, List<Organisation> units, string title, MeetingAction[] acts, int age, int done)
    {
        var convenor = tools.Person(bureau, Role.Reviewer);
        var held = ChinaTime.DateOf(now.AddDays(-age));
        var (at, wasHeld) = (DemoFilingTools.OfficeHours(now.AddDays(-Math.Max(age, 1))), acts.Contains(Hold));
        var meeting = JointMeeting.Prepare(Guid.CreateVersion7(at), bureau.Id, bureau.RegionCode, $"{held.Year} 年首席数据官{title}联席会议", at);
        db.JointMeetings.Add(meeting);
        Step(meeting, "新建", null, null, convenor, at);
        var content = new MeetingContent(meeting.Title, held, "三楼第二会议室",
            [new AgendaItem("通报数据目录编制进展", wasHeld ? "按季通报，连续两次未更新的约谈。" : null), new AgendaItem("研究年度数据共享重点", wasHeld ? "先解决民生领域的共享需求。" : null)],
            [.. units.Select(u => new Participant(u.Name, "首席数据官", u.Id))], [.. units.Zip(Tasks).Where(_ => wasHeld).Select(p => new FollowUpContent(null, p.Second.What, p.First.Id, held.AddDays(p.Second.Days)))]);
        if (meeting.Edit(content, convenor, at, () => Guid.CreateVersion7(at)) is { } refusal)
            throw new InvalidOperationException($"Demo meeting {meeting.Title}: {refusal.Code}.");
        Step(meeting, "修改", meeting.State, null, convenor, at);
        await db.SaveChangesAsync();
        foreach (var act in acts)
        {
            if (act == Close)
                Report(meeting, units, done, at = at.AddDays(60));
            Act(meeting, act, convenor, at = at.AddHours(act == Hold ? 3 : 24));
            if (act == Issue)
                meeting.TakeNumber(await tools.NumberAsync(MeetingCase.Minutes, bureau, meeting.Id, meeting.Title, convenor, at));
        }

        if (meeting.State == MeetingState.FollowingUp)
            Report(meeting, units, done, at.AddDays(20));
        await db.SaveChangesAsync();
    }

    private void Report(JointMeeting meeting, List<Organisation> units, int done, DateTimeOffset at)
    {
        foreach (var (task, unit) in meeting.FollowUps.Zip(units).Take(done))
        {
            var liaison = tools.Person(unit, Role.Liaison);
            if (meeting.Report(task, "已按要求办结，材料报送召集单位。", liaison, at) is { } refusal)
                throw new InvalidOperationException($"Demo meeting {meeting.Title}: {refusal.Code}.");
            Step(meeting, "汇报落实", meeting.State, task.What, liaison, at);
        }
    }

    private void Act(JointMeeting meeting, MeetingAction act, Actor actor, DateTimeOffset at)
    {
        var (from, comment) = (meeting.State, act == Cancel ? "与全省工作会议时间冲突，改期另行通知。" : null);
        if (meeting.Act(act, comment, new GuardContext(actor, policies.For(meeting.RegionCode), at)) is Decision<MeetingState>.Refused refused)
            throw new InvalidOperationException($"Demo meeting {meeting.Title}: {act} was refused: {refused.Refusal.Code}.");
        db.History.Add(CaseHistory.Step(JointMeeting.CaseKind, meeting.Id, meeting.Version, act.ChineseName(), from.ChineseName(), meeting.State.ChineseName(), comment, actor, at));
    }

    private void Step(JointMeeting meeting, string action, MeetingState? from, string? comment, Actor actor, DateTimeOffset at) =>
        db.History.Add(CaseHistory.Step(JointMeeting.CaseKind, meeting.Id, meeting.Version, action, from?.ChineseName(), meeting.State.ChineseName(), comment, actor, at));
}

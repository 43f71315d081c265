using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>Evaluations that wait for the unit or the bureau.</summary>
internal sealed class EvaluationInbox : InboxSource
{
    private static readonly (EvaluationState State, string Title, string What)[] Kinds =
    [
        (EvaluationState.SelfScoring, "履职自评", "填写年度述职、逐项自评并上传佐证材料后点「提交自评」。"),
        (EvaluationState.BureauScoring, "履职评价待评分", "单位提交的自评，逐项评分后评定等次，或送第三方评分。"),
        (EvaluationState.ThirdPartyScoring, "第三方评分待录入", "收到第三方报告后录入得分。"),
        (EvaluationState.Concluded, "评价结果待报送", "已定等次的评价，报送组织人事部门。"),
    ];

    public override string CountKey => "officer-evaluations";

    public override async Task<IReadOnlyList<InboxTask>> TasksAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Holds(EvaluationPermissions.SelfScore) && !actor.Holds(EvaluationPermissions.Score))
            return [];
        var waiting = db.OfficerEvaluations.AsNoTracking().WaitingFor(actor);
        var counts = await waiting.GroupBy(e => e.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var tasks = new List<InboxTask>();
        foreach (var (state, title, what) in Kinds.Where(k => counts.Any(c => c.State == k.State)))
        {
            var first = await (from e in waiting.Where(e => e.State == state).OrderBy(e => e.UpdatedAt).ThenBy(e => e.Id).Take(Shown)
                               join a in db.Officers on e.AppointmentId equals a.Id
                               join o in db.Organisations on e.OrganisationId equals o.Id
                               orderby e.UpdatedAt, e.Id
                               select new { e.Id, e.Year, a.Content.PersonName, o.Name, e.UpdatedAt }).ToListAsync(cancellationToken);
            var items = first.Select(f => new InboxItem($"/chief-data-officers/evaluations/{f.Id}", $"{f.PersonName} {f.Year} 年度", f.Name, f.UpdatedAt)).ToList();
            tasks.Add(new InboxTask(title, what, $"/chief-data-officers/evaluations?waiting=1&state={state}", counts.Single(c => c.State == state).Count, items, items.All(i => i.OrganisationName == actor.OrganisationName)));
        }

        return tasks;
    }
}

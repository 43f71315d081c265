using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>Projects and annual plans that wait for their makers, for the one who signs off, or for the deciding authority.</summary>
internal sealed class ProjectInbox : InboxSource
{
    private static readonly (ProjectState State, string Title, string What)[] Kinds =
    [
        (ProjectState.AcceptanceReturned, "项目验收退回", "验收没有通过的项目，按意见整改后重新申请验收。"),
        (ProjectState.Rejected, "项目不予批复", "没有获批的项目，按理由重新编报或终止。"),
        (ProjectState.Draft, "项目草稿", "还没有提交的项目，填好内容、复用检查表和数据清单后提交。"),
        (ProjectState.InternalReview, "项目审签", "经办人提交的项目，审签通过后报决定机关。"),
        (ProjectState.PendingReply, "待批复项目", "报来的项目，判定信息化内容、会商后批复。"),
        (ProjectState.Replied, "已批复项目", "批复下来的项目，开工后点「开工建设」。"),
        (ProjectState.Building, "建设中项目", "数据清单逐项编目、对应后申请验收。"),
        (ProjectState.PendingAcceptance, "待验收项目", "申请验收的项目，核对数据清单后验收。"),
        (ProjectState.Accepted, "待归档项目", "通过验收的项目，材料齐全后归档。"),
    ];

    public override string CountKey => "projects";

    public override async Task<IReadOnlyList<InboxTask>> TasksAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Holds(ProjectPermissions.Compile) && !actor.Holds(ProjectPermissions.SignOff) && !actor.Holds(ProjectPermissions.Reply) && !actor.Holds(ProjectPermissions.Plan))
            return [];
        var counts = await db.Projects.AsNoTracking().WaitingFor(actor).GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var tasks = new List<InboxTask>();
        foreach (var (state, title, what) in Kinds.Where(k => counts.ContainsKey(k.State)))
        {
            var first = await db.Projects.AsNoTracking().WaitingFor(actor).Where(p => p.State == state).OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id).Take(Shown)
                .Join(db.Organisations, p => p.OrganisationId, o => o.Id, (p, o) => new { p.Id, p.Content.Name, Body = o.Name, p.UpdatedAt }).ToListAsync(cancellationToken);
            tasks.Add(new InboxTask(title, what, $"/projects?waiting=1&state={state}", counts[state], [.. first.OrderBy(p => p.UpdatedAt).Select(p => new InboxItem($"/projects/{p.Id}", p.Name, p.Body, p.UpdatedAt))],
                first.All(p => p.Body == actor.OrganisationName)));
        }

        var plans = await db.AnnualPlans.AsNoTracking().WaitingFor(actor).OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id)
            .Join(db.Organisations, p => p.OrganisationId, o => o.Id, (p, o) => new { p.Id, p.Content.Title, Body = o.Name, p.UpdatedAt }).ToListAsync(cancellationToken);
        if (plans.Count > 0)
            tasks.Add(new InboxTask("年度建设计划", "编制、审签、会商、报批中的年度建设计划。", "/projects/plans?waiting=1", plans.Count, [.. plans.Take(Shown).Select(p => new InboxItem($"/projects/plans/{p.Id}", p.Title, p.Body, p.UpdatedAt))],
                plans.All(p => p.Body == actor.OrganisationName)));
        return tasks;
    }
}

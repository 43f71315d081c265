using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>Plans that wait for the drafter, for the one who signs off, or for the receiving office.</summary>
internal sealed class PlanInbox : InboxSource
{
    private static readonly (PlanState State, string Title, string What)[] Kinds =
    [
        (PlanState.Supplementing, "规划补正", "接收机关告知补正的规划，按清单补齐后点「补正报送」。"),
        (PlanState.FilingRefused, "规划不予备案", "接收机关不予备案的规划，按理由处理后重新报备。"),
        (PlanState.Draft, "规划草稿", "还没有提交的规划，填好并上传规划文本后提交负责人审签。"),
        (PlanState.InternalReview, "规划审签", "经办人提交的规划，审签通过后报批或定稿。"),
        (PlanState.ForApproval, "登记规划批准", "已报本级政府的规划，批复下来后登记文号和日期。"),
        (PlanState.Approved, "规划待报备或实施", "已批准的规划，按规定报备、公布或实施。"),
        (PlanState.Settled, "规划待实施", "已定稿的规划，按规定公布或实施。"),
        (PlanState.PendingFiling, "待受理备案", "下级报来的规划，核对材料后受理，或一次性告知补正。"),
        (PlanState.Accepted, "待办结备案", "已受理的规划，作出予以备案或不予备案的决定。"),
    ];

    public override string CountKey => "plans";

    public override async Task<IReadOnlyList<InboxTask>> TasksAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Holds(PlanPermissions.Draft) && !actor.Holds(PlanPermissions.SignOff) && !actor.Holds(PlanPermissions.Receive))
            return [];
        // Plans are few: all that waits is read at once and told apart here. What has waited longest is due first.
        var waiting = await db.Plans.AsNoTracking().WaitingFor(actor).OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id)
            .Join(db.Organisations, p => p.OrganisationId, o => o.Id, (p, o) => new { p.Id, p.State, p.Content.Title, Body = o.Name, p.UpdatedAt }).ToListAsync(cancellationToken);
        return
        [
            .. from kind in Kinds
               let plans = waiting.Where(p => p.State == kind.State).ToList()
               where plans.Count > 0
               select new InboxTask(kind.Title, kind.What, $"/plans?waiting=1&state={kind.State}", plans.Count,
                   [.. plans.Take(Shown).Select(p => new InboxItem($"/plans/{p.Id}", p.Title, p.Body, p.UpdatedAt))], plans.All(p => p.Body == actor.OrganisationName)),
        ];
    }
}

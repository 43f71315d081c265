using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>Implementation plans that wait for the drafter, for the head, or for the receiving office.</summary>
internal sealed class ImplementationPlanInbox : InboxSource
{
    private static readonly (ImplementationPlanState State, string Title, string What)[] Kinds =
    [
        (ImplementationPlanState.Supplementing, "实施方案补正", "接收机关告知补正的实施方案，按清单补齐后点「补正报送」。"),
        (ImplementationPlanState.FilingRefused, "实施方案不予备案", "接收机关不予备案的实施方案，按理由处理后重新报备。"),
        (ImplementationPlanState.Draft, "实施方案草稿", "还没有提交的实施方案，填好并上传方案文本后提交负责人审签。"),
        (ImplementationPlanState.InternalReview, "实施方案审签", "经办人提交的实施方案，审签通过即报送备案。"),
        (ImplementationPlanState.PendingFiling, "待受理实施方案", "各部门报来的实施方案，核对材料后受理，或一次性告知补正。"),
        (ImplementationPlanState.Accepted, "待办结实施方案", "已受理的实施方案，作出予以备案或不予备案的决定。"),
    ];

    public override string CountKey => ImplementationPlan.CaseKind;

    public override async Task<IReadOnlyList<InboxTask>> TasksAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Holds(ImplementationPlanPermissions.Draft) && !actor.Holds(ImplementationPlanPermissions.SignOff) && !actor.Holds(ImplementationPlanPermissions.Receive))
            return [];
        // Few enough to be read at once and told apart here. What has waited longest is due first.
        var waiting = await db.ImplementationPlans.AsNoTracking().WaitingFor(actor).OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id)
            .Join(db.Organisations, p => p.OrganisationId, o => o.Id, (p, o) => new { p.Id, p.State, p.Content.Title, Body = o.Name, p.UpdatedAt }).ToListAsync(cancellationToken);
        return
        [
            .. from kind in Kinds
               let plans = waiting.Where(p => p.State == kind.State).ToList()
               where plans.Count > 0
               select new InboxTask(kind.Title, kind.What, $"{ImplementationPlanModule.Href}?waiting=1&state={kind.State}", plans.Count,
                   [.. plans.Take(Shown).Select(p => new InboxItem($"{ImplementationPlanModule.Href}/{p.Id}", p.Title, p.Body, p.UpdatedAt))], plans.All(p => p.Body == actor.OrganisationName)),
        ];
    }
}

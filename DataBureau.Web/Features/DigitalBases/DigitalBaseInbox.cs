using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>Applications that wait for the county, for its head, or for the authority.</summary>
internal sealed class DigitalBaseInbox : InboxSource
{
    private static readonly (DigitalBaseState State, string Title, string What)[] Kinds =
    [
        (DigitalBaseState.Draft, "数字底座申请草稿", "还没有提交的申请，填好并上传申请文件后提交负责人审签。"),
        (DigitalBaseState.InternalReview, "数字底座申请审签", "经办人提交的申请，审签通过即送上级数据主管部门。"),
        (DigitalBaseState.Consented, "数字底座建设", "已经同意建设的数字底座，建成后点「报告建成」。"),
        (DigitalBaseState.Applied, "待受理数字底座", "下级报来的申请，核对后组织论证，或退回补充。"),
        (DigitalBaseState.UnderArgument, "数字底座论证", "正在论证的申请，填写论证记录后作出同意或不同意的决定。"),
        (DigitalBaseState.Built, "数字底座连通核验", "已经建成的数字底座，核验与市级底座的连通情况。"),
        (DigitalBaseState.Connected, "数字底座办结", "已经连通的数字底座，核对后办结。"),
    ];

    public override string CountKey => DigitalBase.CaseKind;

    public override async Task<IReadOnlyList<InboxTask>> TasksAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Holds(DigitalBasePermissions.Apply) && !actor.Holds(DigitalBasePermissions.SignOff) && !actor.Holds(DigitalBasePermissions.Handle))
            return [];
        // A county has one at a time: all that waits is read at once and told apart here.
        var waiting = await db.DigitalBases.AsNoTracking().WaitingFor(actor).OrderBy(b => b.UpdatedAt).ThenBy(b => b.Id)
            .Join(db.Organisations, b => b.OrganisationId, o => o.Id, (b, o) => new { b.Id, b.State, b.Content.Application.Title, Body = o.Name, b.UpdatedAt }).ToListAsync(cancellationToken);
        return
        [
            .. from kind in Kinds
               let bases = waiting.Where(b => b.State == kind.State).ToList()
               where bases.Count > 0
               select new InboxTask(kind.Title, kind.What, $"{DigitalBaseModule.Href}?waiting=1&state={kind.State}", bases.Count,
                   [.. bases.Take(Shown).Select(b => new InboxItem($"{DigitalBaseModule.Href}/{b.Id}", b.Title, b.Body, b.UpdatedAt))], bases.All(b => b.Body == actor.OrganisationName)),
        ];
    }
}

using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>What a meeting gave the reader's body to do.</summary>
internal sealed class MeetingInbox : InboxSource
{
    public override string CountKey => "joint-meetings";

    public override async Task<IReadOnlyList<InboxTask>> TasksAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        var bodies = actor.BodiesWith(MeetingPermissions.Report);
        if (bodies.Count == 0)
            return [];
        var open = from f in db.Set<FollowUp>().AsNoTracking()
                   join m in db.JointMeetings.IgnoreAutoIncludes() on f.MeetingId equals m.Id
                   where f.DoneAt == null && f.OwnerId != null && bodies.Contains(f.OwnerId.Value) && m.State == MeetingState.FollowingUp
                   orderby f.DueOn, f.Id
                   select new { m.Id, f.What, f.DueOn, m.UpdatedAt };
        if (await open.CountAsync(cancellationToken) is not (> 0 and var count))
            return [];
        var first = await open.Take(Shown).ToListAsync(cancellationToken);
        return [new InboxTask("联席会议议定事项", "会议交办本单位的事项，办结后点「汇报落实」。", "/chief-data-officers/meetings", count,
            [.. first.Select(f => new InboxItem($"/chief-data-officers/meetings/{f.Id}", $"{(f.What.Length > 40 ? f.What[..40] + "…" : f.What)}（{f.DueOn:yyyy-MM-dd} 前）", actor.OrganisationName, f.UpdatedAt))], true)];
    }
}

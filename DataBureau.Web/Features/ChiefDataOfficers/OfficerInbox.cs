using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Appointments that wait for the unit or the receiving office, terms that end soon, and posts of the own unit that stand empty.</summary>
internal sealed class OfficerInbox(PolicyLibrary policies, TimeProvider clock) : InboxSource
{
    private static readonly (OfficerState State, string Title, string What)[] Kinds =
    [
        (OfficerState.Supplementing, "任职备案补正", "接收机关告知补正的任职，按清单补齐后点「补正报送」。"),
        (OfficerState.FilingRefused, "任职不予备案", "接收机关不予备案的任职，按理由处理后重新报备。"),
        (OfficerState.Nominated, "任命首席数据官", "提名的人选，核对任命文件和任职级别后办理任命。"),
        (OfficerState.Appointed, "任职待报备", "已任命的人员，上传任命文件后点「报备」。"),
        (OfficerState.PendingFiling, "待受理任职报备", "各单位报来的任职，核对材料后受理，或一次性告知补正。"),
        (OfficerState.Accepted, "待办结任职备案", "已受理的任职报备，作出予以备案或不予备案的决定。"),
    ];

    public override string CountKey => "officers";

    public override async Task<IReadOnlyList<InboxTask>> TasksAsync(BureauDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Holds(OfficerPermissions.Nominate) && !actor.Holds(OfficerPermissions.Appoint) && !actor.Holds(OfficerPermissions.Receive))
            return [];
        var waiting = db.Officers.AsNoTracking().WaitingFor(actor);
        var counts = await waiting.GroupBy(a => a.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var tasks = new List<InboxTask>();
        foreach (var kind in Kinds.Where(k => counts.Any(c => c.State == k.State)))
        {
            var first = await ItemsAsync(db, waiting.Where(a => a.State == kind.State).OrderBy(a => a.UpdatedAt).ThenBy(a => a.Id), cancellationToken);
            tasks.Add(new InboxTask(kind.Title, kind.What, $"/chief-data-officers/roster?view={RosterView.Waiting}&state={kind.State}", counts.Single(c => c.State == kind.State).Count, first, first.All(i => i.OrganisationName == actor.OrganisationName)));
        }

        var bodies = actor.BodiesWith(OfficerPermissions.Nominate);
        if (bodies.Count == 0)
            return tasks;
        if ((await UnitPostService.VacanciesAsync(db, policies, bodies, cancellationToken)) is { Count: > 0 } vacant)
        {
            tasks.Add(new InboxTask("岗位空缺", "岗位设置方案要求设置、目前无人在任的岗位，请提名人选。", $"/chief-data-officers/units/{vacant[0].UnitId}", vacant.Count,
                [.. vacant.Take(Shown).Select(v => new InboxItem($"/chief-data-officers/new?unit={v.UnitId}&post={v.Post}", $"提名{v.Post.ChineseName()}", v.UnitName, clock.GetUtcNow()))], vacant.All(v => v.UnitName == actor.OrganisationName)));
        }

        var ending = db.Officers.AsNoTracking().Where(a => bodies.Contains(a.OrganisationId)).EndingBy(ChinaTime.DateOf(clock.GetUtcNow()).AddDays(OfficerFilter.ExpiringDays));
        if (await ending.CountAsync(cancellationToken) is > 0 and var count)
        {
            var first = await ItemsAsync(db, ending.OrderBy(a => a.Content.TermEndsOn).ThenBy(a => a.Id), cancellationToken);
            tasks.Add(new InboxTask("任期将满", $"{OfficerFilter.ExpiringDays} 天内任期届满或已届满的人员，请办理延任、变更或期满。", $"/chief-data-officers/roster?view={RosterView.Expiring}", count, first, first.All(i => i.OrganisationName == actor.OrganisationName)));
        }

        return tasks;
    }

    private static async Task<List<InboxItem>> ItemsAsync(BureauDbContext db, IQueryable<OfficerAppointment> officers, CancellationToken cancellationToken)
    {
        var rows = await officers.Take(Shown).Join(db.Organisations, a => a.OrganisationId, o => o.Id, (a, o) => new { a.Id, a.Post, a.Content.PersonName, o.Name, a.UpdatedAt }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new InboxItem($"/chief-data-officers/{r.Id}", $"{r.Post.ChineseName()}：{(r.PersonName.Length > 0 ? r.PersonName : "人选未定")}", r.Name, r.UpdatedAt))];
    }
}

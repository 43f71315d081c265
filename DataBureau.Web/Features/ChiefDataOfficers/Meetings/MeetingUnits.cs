using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>A unit of the register that may be asked to a meeting, with those who hold its posts: 「副局长 张三」.</summary>
public sealed record MeetingUnit(Guid Id, string Name, string? Holders)
{
    public string Text => Holders is null ? Name : $"{Name}（{Holders}）";
}

/// <summary>The units that take part: who can be chosen, and how they are told.</summary>
internal static class MeetingUnits
{
    /// <summary>The units of the meeting's region.</summary>
    public static async Task<IReadOnlyList<MeetingUnit>> ReadAsync(BureauDbContext db, string regionCode, CancellationToken cancellationToken)
    {
        var units = await db.Organisations.AsNoTracking().Where(o => o.RegionCode == regionCode && o.AbolishedAt == null).OrderBy(o => o.Code).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        var holders = (await db.Officers.AsNoTracking().Where(a => a.RegionCode == regionCode && OfficerQueries.Held.Contains(a.State)).OrderBy(a => a.Post).ThenBy(a => a.Content.PersonName)
            .Select(a => new { a.OrganisationId, a.Content.Office, a.Content.PersonName }).ToListAsync(cancellationToken)).ToLookup(a => a.OrganisationId);
        return [.. units.Select(u => new MeetingUnit(u.Id, u.Name, string.Join('、', holders[u.Id].Select(h => $"{h.Office} {h.PersonName}".Trim())) is { Length: > 0 } names ? names : null))];
    }

    /// <summary>Tells the people who answer for the units, in the transaction of the act.</summary>
    /// <returns>How many units were told, and the names of those where nobody can be.</returns>
    public static async Task<(int Told, IReadOnlyList<string> Unreachable)> TellAsync(BureauDbContext db, JointMeeting meeting, Actor actor, DateTimeOffset now)
    {
        List<Participant> registered = [.. meeting.Participants.Where(p => p.OrganisationId is not null).DistinctBy(p => p.OrganisationId)];
        List<Guid> bodies = [.. registered.Select(p => p.OrganisationId!.Value)];
        var answering = await db.HoldersAt(MeetingPermissions.Report, bodies).ToListAsync();
        var reached = answering.Select(a => a.OrganisationId).ToHashSet();
        await NotificationWriter.AddAsync(db, answering.Select(a => a.UserId),
            new NotificationText(NotificationCategory.Invited, JointMeeting.CaseKind, $"会议通知：{meeting.Title}",
                $"{actor.OrganisationName}定于 {meeting.HeldOn:yyyy-MM-dd}{(meeting.Place is null ? null : $"在{meeting.Place}")}召开会议，议题：{string.Join('；', meeting.Agenda.Select(a => a.Title))}。请贵单位参加。", $"/chief-data-officers/meetings/{meeting.Id}"), now);
        return (reached.Count, [.. registered.Where(p => !reached.Contains(p.OrganisationId!.Value)).Select(p => p.Organisation)]);
    }

    /// <summary>What the act says: whom it reached, and whom the convenor has to tell otherwise.</summary>
    public static string Sentence(JointMeeting meeting, int told, IReadOnlyList<string> unreachable)
    {
        List<string> others = [.. unreachable, .. meeting.Participants.Where(p => p.OrganisationId is null).Select(p => p.Organisation)];
        return $"已向 {told} 家单位发出会议通知。{(others.Count == 0 ? null : $"{string.Join('、', others)}在系统内没有可以通知的人员，请另行通知。")}";
    }
}

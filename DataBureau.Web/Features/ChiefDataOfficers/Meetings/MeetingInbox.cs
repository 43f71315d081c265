using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Inbox;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>Meetings that wait for their convenor, and what a meeting gave the reader's body to do.</summary>
internal sealed class MeetingInbox : CaseInbox<MeetingState>
{
    private static readonly MeetingState[] ConvenorActs = [MeetingState.Preparing, MeetingState.Held, MeetingState.MinutesIssued];

    public override string Kind => JointMeeting.CaseKind;

    public override IReadOnlyList<Permission> ActedOnWith { get; } = [MeetingPermissions.Convene, MeetingPermissions.Report];

    public override string CountKey => "joint-meetings";

    protected override string Href(Guid id) => $"/chief-data-officers/meetings/{id}";

    protected override string Act(MeetingState state) => Words(state);

    /// <summary>What a case in the state waits for.</summary>
    public static string Words(MeetingState state) => state switch
    {
        MeetingState.Preparing => "筹备并召开",
        MeetingState.Held => "整理并签发纪要",
        MeetingState.MinutesIssued => "交办落实",
        MeetingState.FollowingUp => "办结",
        _ => state.ChineseName(),
    };

    protected override IQueryable<WaitingCase<MeetingState>> Waiting(InboxReader reader)
    {
        var convenors = reader.Actor.BodiesWith(MeetingPermissions.Convene);
        return reader.Db.JointMeetings.AsNoTracking().IgnoreAutoIncludes()
            .Where(m => convenors.Contains(m.OrganisationId) && (ConvenorActs.Contains(m.State) || (m.State == MeetingState.FollowingUp && m.OpenCount == 0)))
            .Select(m => new WaitingCase<MeetingState>
            {
                Id = m.Id,
                Title = m.Title,
                State = m.State,
                FromId = m.OrganisationId,
                Since = m.UpdatedAt,
                Version = m.Version,
                OrganisationId = m.OrganisationId,
                RegionCode = m.RegionCode,
                AuthorityId = null,
            });
    }

    public override async Task<int> CountAsync(InboxReader reader, CancellationToken cancellationToken) =>
        await base.CountAsync(reader, cancellationToken) + await Given(reader).CountAsync(cancellationToken);

    public override async Task<IReadOnlyList<InboxItem>> ItemsAsync(InboxReader reader, CancellationToken cancellationToken)
    {
        var given = await Given(reader).Join(reader.Db.JointMeetings.IgnoreAutoIncludes(), f => f.MeetingId, m => m.Id, (f, m) => new { m.Id, f.What, f.DueOn, m.UpdatedAt, m.OrganisationId })
            .Join(reader.Db.Organisations, f => f.OrganisationId, o => o.Id, (f, o) => new { f.Id, f.What, f.DueOn, f.UpdatedAt, From = o.Name }).ToListAsync(cancellationToken);
        return
        [
            .. await base.ItemsAsync(reader, cancellationToken),
            .. given.Select(f => new InboxItem(Kind, f.Id, f.What, "汇报落实", Href(f.Id), f.From, f.UpdatedAt) { DueOn = f.DueOn }),
        ];
    }

    /// <summary>What the reader's bodies were given to do and have not reported.</summary>
    private static IQueryable<FollowUp> Given(InboxReader reader)
    {
        List<Guid> bodies = [.. reader.Actor.BodiesWith(MeetingPermissions.Report).Union(reader.Actor.BodiesWith(MeetingPermissions.Convene))];
        var running = reader.Db.JointMeetings.IgnoreAutoIncludes().Where(m => m.State == MeetingState.FollowingUp).Select(m => m.Id);
        return reader.Db.Set<FollowUp>().AsNoTracking().Where(f => f.DoneAt == null && f.OwnerId != null && bodies.Contains(f.OwnerId.Value) && running.Contains(f.MeetingId));
    }
}

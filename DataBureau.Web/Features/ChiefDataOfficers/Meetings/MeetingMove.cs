using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

/// <summary>Meetings that are not closed: for the convenor, and what a body was given to do by them.</summary>
internal sealed class MeetingMove : CaseMove<JointMeeting>
{
    private static readonly MeetingState[] Over = [MeetingState.Closed, MeetingState.Cancelled];

    public override int Order => 53;

    protected override string Kind => JointMeeting.CaseKind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => Lines(
        new MoveLine("联席会议", "组织的联席会议", await Convened(db, shift).CountAsync(cancellationToken), MoveFate.Moves, "由承接单位继续组织、督办。"),
        new MoveLine("联席会议", "交办、还没有落实的议定事项", await Given(db, shift).SumAsync(m => m.OpenCount, cancellationToken), MoveFate.Moves, "由承接单位落实、汇报。"));

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        [.. (await Convened(db, shift).Select(m => m.Id).ToListAsync(cancellationToken)).Union(await Given(db, shift).Select(m => m.Id).ToListAsync(cancellationToken))];

    protected override void Pass(JointMeeting subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(own: true), now);

    public override async Task MoveAsync(BureauDbContext db, MoveAct act)
    {
        var ids = await FindAsync(db, act.Shift, default);
        await base.MoveAsync(db, act);
        // The clock of what was given to do hangs on the thing itself.
        foreach (var some in ids.Chunk(Batch))
            await MoveClocksAsync(db, act.Shift, FollowUp.SubjectKind, await db.Set<FollowUp>().AsNoTracking().Where(f => EF.Parameter(some).Contains(f.MeetingId)).Select(f => f.Id).ToListAsync());
    }

    protected override Guid IdOf(JointMeeting subject) => subject.Id;

    protected override (int Version, string State) Stand(JointMeeting subject) => (subject.Version, subject.State.ChineseName());

    private static IQueryable<JointMeeting> Convened(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, passes) = (shift.Sources, shift.Passes(Responsibilities.DataAuthority));
        return db.JointMeetings.AsNoTracking().Where(m => passes && EF.Parameter(sources).Contains(m.OrganisationId) && !EF.Parameter(Over).Contains(m.State));
    }

    private static IQueryable<JointMeeting> Given(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, whole) = (shift.Sources, shift.Whole);
        return db.JointMeetings.AsNoTracking().Where(m => whole && !EF.Parameter(Over).Contains(m.State) && db.Set<FollowUp>().Any(f => f.MeetingId == m.Id && f.OwnerId != null && f.DoneAt == null && EF.Parameter(sources).Contains(f.OwnerId.Value)));
    }
}

using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Consultations that are not archived: for the convenor, for the invited unit, and for whom something was given to do.</summary>
internal sealed class ConsultationMove : CaseMove<Consultation>
{
    private static readonly ConsultationState[] Over = [ConsultationState.Archived, ConsultationState.Terminated];

    public override int Order => 70;

    protected override string Kind => Consultation.CaseKind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var (sources, open) = (shift.Sources, Open(db));
        var convened = await open.CountAsync(c => EF.Parameter(sources).Contains(c.ConvenorId), cancellationToken);
        if (!shift.Whole)
            return Lines(new MoveLine("会商", "组织的会商", convened, MoveFate.Stays, "单位还在，已经发起的会商由原单位办完。"));
        return Lines(
            new MoveLine("会商", "组织的会商", convened, MoveFate.Moves, "由承接单位继续组织。"),
            new MoveLine("会商", "受邀、还没有归档的会商", await open.CountAsync(c => c.Units.Any(u => u.LeftAt == null && EF.Parameter(sources).Contains(u.OrganisationId)), cancellationToken), MoveFate.Moves, "已提交的意见保留，由承接单位继续反馈、会签；承接单位本已受邀的，以承接单位的意见为准。"),
            new MoveLine("会商", "会商议定、还没有落实的事项", await open.SelectMany(c => c.FollowUps).CountAsync(f => f.DoneAt == null && f.DroppedAt == null && EF.Parameter(sources).Contains(f.OwnerId), cancellationToken), MoveFate.Moves, "由承接单位落实。"));
    }

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var sources = shift.Sources;
        return shift.Whole
            ? await Open(db).Where(c => EF.Parameter(sources).Contains(c.ConvenorId) || c.Units.Any(u => u.LeftAt == null && EF.Parameter(sources).Contains(u.OrganisationId))
                || c.FollowUps.Any(f => f.DoneAt == null && f.DroppedAt == null && EF.Parameter(sources).Contains(f.OwnerId))).Select(c => c.Id).ToListAsync(cancellationToken)
            : [];
    }

    protected override IQueryable<Consultation> Load(BureauDbContext db) => db.Consultations.Include(c => c.Units).Include(c => c.FollowUps).AsSplitQuery();

    protected override void Pass(Consultation subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(), now);

    protected override Guid IdOf(Consultation subject) => subject.Id;

    protected override (int Version, string State) Stand(Consultation subject) => (subject.Version, subject.State.ChineseName());

    public override async Task MoveAsync(BureauDbContext db, MoveAct act)
    {
        var ids = await FindAsync(db, act.Shift, default);
        await base.MoveAsync(db, act);
        foreach (var some in ids.Chunk(Batch))
        {
            // The clock of an answer hangs on the unit. A unit whose place was taken by the successor's own answers no more.
            var units = await db.Set<ConsultationUnit>().AsNoTracking().Where(u => EF.Parameter(some).Contains(u.ConsultationId)).Select(u => new { u.Id, Left = u.LeftAt != null }).ToListAsync();
            await MoveClocksAsync(db, act.Shift, ConsultationUnit.CaseKind, [.. units.Where(u => !u.Left).Select(u => u.Id)]);
            var left = units.Where(u => u.Left).Select(u => u.Id).ToList();
            // So does the clock of what was given to do.
            await MoveClocksAsync(db, act.Shift, ConsultationFollowUp.CaseKind, await db.Set<ConsultationFollowUp>().AsNoTracking().Where(f => EF.Parameter(some).Contains(f.ConsultationId)).Select(f => f.Id).ToListAsync());
            foreach (var deadline in await db.Deadlines.Where(d => d.CaseKind == ConsultationUnit.CaseKind && EF.Parameter(left).Contains(d.CaseId) && d.FinishedAt == null).ToListAsync())
                deadline.Finish(act.Now);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private static IQueryable<Consultation> Open(BureauDbContext db) => db.Consultations.AsNoTracking().Where(c => !EF.Parameter(Over).Contains(c.State));
}

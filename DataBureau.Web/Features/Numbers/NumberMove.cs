using DataBureau.Domain;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Numbers;

/// <summary>Reserved numbers can be given or voided by the successor; a number that was given stays with whoever gave it.</summary>
internal sealed class NumberMove : CaseMove<LedgerEntry>
{
    public override int Order => 80;

    protected override string Kind => "number";

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        Lines(new MoveLine("编号台账", "预留、还没有使用的编号", await Found(db, shift).CountAsync(cancellationToken), MoveFate.Moves, "由承接单位使用或作废。"));

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => await Found(db, shift).Select(n => n.Id).ToListAsync(cancellationToken);

    protected override void Pass(LedgerEntry subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession());

    protected override Guid IdOf(LedgerEntry subject) => subject.Id;

    protected override (int Version, string State) Stand(LedgerEntry subject) => (subject.Version, subject.State.ChineseName());

    // The ledger is its own history.
    protected override HistoryEntry? StepOf(LedgerEntry subject, MoveAct act) => null;

    private static IQueryable<LedgerEntry> Found(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, whole) = (shift.Sources, shift.Whole);
        return db.LedgerNumbers.AsNoTracking().Where(n => whole && EF.Parameter(sources).Contains(n.OrganisationId) && n.State == NumberState.Reserved);
    }
}

using DataBureau.Domain;
using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Policy;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>Applications of a county's body, and applications that an authority is asked about.</summary>
internal sealed class DigitalBaseMove(PolicyLibrary policies, TimeProvider clock) : CaseMove<DigitalBase>
{
    private static readonly DigitalBaseState[] Over = [DigitalBaseState.Closed, DigitalBaseState.Withdrawn, DigitalBaseState.Discarded];

    public override int Order => 40;

    protected override string Kind => DigitalBase.CaseKind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => Lines(
        new MoveLine("县级数字底座", "申请和建设中的数字底座", await Own(db, shift).CountAsync(cancellationToken), MoveFate.Moves, "申请单位改为承接单位。"),
        new MoveLine("县级数字底座", "报来、还没有办结的申请", (await ReceivedAsync(db, shift, cancellationToken)).Count, MoveFate.Moves, "由承接单位继续办理。"));

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        [.. (await Own(db, shift).Select(b => b.Id).ToListAsync(cancellationToken)).Union(await ReceivedAsync(db, shift, cancellationToken))];

    protected override void Pass(DigitalBase subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(), now);

    protected override Guid IdOf(DigitalBase subject) => subject.Id;

    protected override (int Version, string State) Stand(DigitalBase subject) => (subject.Version, subject.State.ChineseName());

    private static IQueryable<DigitalBase> Own(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, whole) = (shift.Sources, shift.Whole);
        return db.DigitalBases.AsNoTracking().Where(b => whole && EF.Parameter(sources).Contains(b.OrganisationId) && !EF.Parameter(Over).Contains(b.State));
    }

    private async Task<IReadOnlyList<Guid>> ReceivedAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var sources = shift.Sources;
        var found = await db.DigitalBases.AsNoTracking().Where(b => b.RecipientId != null && EF.Parameter(sources).Contains(b.RecipientId.Value) && !EF.Parameter(Over).Contains(b.State))
            .Select(b => new { b.Id, b.RegionCode }).ToListAsync(cancellationToken);
        return await ReceivedFilings.PassedAsync(db, shift,
            [.. found.Select(f => new ReceivedFiling(f.Id, f.RegionCode, DigitalBaseWorkflow.Mechanism, policies.For(f.RegionCode).Projects.DigitalBase?.Consent))], ChinaTime.DateOf(clock.GetUtcNow()).Year, cancellationToken);
    }
}

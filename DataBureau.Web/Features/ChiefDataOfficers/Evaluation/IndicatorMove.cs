using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

/// <summary>Sets of indicators go with the duty to evaluate.</summary>
internal sealed class IndicatorMove : CaseMove<IndicatorSet>
{
    private static readonly IndicatorSetState[] InUse = [IndicatorSetState.Draft, IndicatorSetState.Enabled];

    public override int Order => 52;

    protected override string Kind => IndicatorSet.CaseKind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        Lines(new MoveLine("首席数据官", "草拟和启用的评价指标", await Found(db, shift).CountAsync(cancellationToken), MoveFate.Moves, "由承接单位继续使用。"));

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => await Found(db, shift).Select(s => s.Id).ToListAsync(cancellationToken);

    protected override void Pass(IndicatorSet subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(own: true), now);

    protected override Guid IdOf(IndicatorSet subject) => subject.Id;

    protected override (int Version, string State) Stand(IndicatorSet subject) => (subject.Version, subject.State.ChineseName());

    private static IQueryable<IndicatorSet> Found(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, passes) = (shift.Sources, shift.Passes(Responsibilities.DataAuthority));
        return db.IndicatorSets.AsNoTracking().Where(s => passes && EF.Parameter(sources).Contains(s.OrganisationId) && EF.Parameter(InUse).Contains(s.State));
    }
}

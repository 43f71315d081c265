using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Projects;

/// <summary>Annual construction plans go with the responsibility for them.</summary>
internal sealed class AnnualPlanMove : CaseMove<AnnualPlan>
{
    public override int Order => 61;

    protected override string Kind => AnnualPlan.CaseKind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        Lines(new MoveLine("项目", "年度建设计划", await Found(db, shift).CountAsync(cancellationToken), MoveFate.Moves, "由承接单位继续编制、执行。"));

    public override async Task<IReadOnlyList<RefusalDetail>> ClashesAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        if (shift.To is not { } to)
            return [];
        var own = await Found(db, shift).Where(p => p.LiveKey != null).Select(p => p.Content.Year).ToListAsync(cancellationToken);
        var there = await db.AnnualPlans.AsNoTracking().Where(p => p.OrganisationId == to.Id && p.LiveKey != null).Select(p => p.Content.Year).ToListAsync(cancellationToken);
        return [.. own.Concat(there).GroupBy(y => y).Where(g => g.Count() > 1).Order(Comparer<IGrouping<int?, int?>>.Create((a, b) => Nullable.Compare(a.Key, b.Key)))
            .Select(g => new RefusalDetail(null, $"{g.Key} 年度建设计划重复：合并后同一单位会有 {g.Count()} 件。一个单位一年只有一件，请先作废其中多余的。"))];
    }

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => await Found(db, shift).Select(p => p.Id).ToListAsync(cancellationToken);

    protected override void Pass(AnnualPlan subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(own: true), now);

    protected override Guid IdOf(AnnualPlan subject) => subject.Id;

    protected override (int Version, string State) Stand(AnnualPlan subject) => (subject.Version, subject.State.ChineseName());

    private static IQueryable<AnnualPlan> Found(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, passes) = (shift.Sources, shift.Passes(Responsibilities.GovInfoAuthority));
        return db.AnnualPlans.AsNoTracking().Where(p => passes && EF.Parameter(sources).Contains(p.OrganisationId) && p.State != AnnualPlanState.Discarded);
    }
}

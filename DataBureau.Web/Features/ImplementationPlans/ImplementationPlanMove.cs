using DataBureau.Domain;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>Implementation plans of a building body, and filings that are with a body.</summary>
internal sealed class ImplementationPlanMove(PolicyLibrary policies, TimeProvider clock) : CaseMove<ImplementationPlan>
{
    private static readonly ImplementationPlanState[] Over = [ImplementationPlanState.Superseded, ImplementationPlanState.Cancelled, ImplementationPlanState.Discarded];
    private static readonly ImplementationPlanState[] WithRecipient = [.. Enum.GetValues<ImplementationPlanState>().Where(ImplementationPlanWorkflow.IsWithRecipient)];

    public override int Order => 30;

    protected override string Kind => ImplementationPlan.CaseKind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => Lines(
        new MoveLine("实施方案备案", "本单位建设项目的实施方案", await Own(db, shift).CountAsync(cancellationToken), MoveFate.Moves, "建设单位改为承接单位。"),
        new MoveLine("实施方案备案", "报来、还没有办结的实施方案", (await ReceivedAsync(db, shift, cancellationToken)).Count, MoveFate.Moves, "由承接单位受理、办结。"));

    /// <summary>One plan of a project, department and edition: two bodies may have plans of one title.</summary>
    public override async Task<IReadOnlyList<RefusalDetail>> ClashesAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        if (!shift.Whole || shift.To is not { } to)
            return [];
        var own = await Own(db, shift).Where(p => p.LiveKey != null).Select(p => new { p.Content.Title, p.Edition }).ToListAsync(cancellationToken);
        var there = await db.ImplementationPlans.AsNoTracking().Where(p => p.OrganisationId == to.Id && p.LiveKey != null).Select(p => new { p.Content.Title, p.Edition }).ToListAsync(cancellationToken);
        return [.. own.Concat(there).GroupBy(p => ImplementationPlan.KeyOf(to.Id, p.Edition, p.Title), StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => new RefusalDetail(null, $"实施方案「{g.First().Title}」重复：合并后同一单位会有 {g.Count()} 件同名方案。请先改名、撤销或作废其中的方案。"))];
    }

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        [.. (await Own(db, shift).Select(p => p.Id).ToListAsync(cancellationToken)).Union(await ReceivedAsync(db, shift, cancellationToken))];

    protected override void Pass(ImplementationPlan subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(), now);

    protected override Guid IdOf(ImplementationPlan subject) => subject.Id;

    protected override (int Version, string State) Stand(ImplementationPlan subject) => (subject.Version, subject.State.ChineseName());

    private static IQueryable<ImplementationPlan> Own(BureauDbContext db, OrganisationShift shift)
    {
        var (sources, whole) = (shift.Sources, shift.Whole);
        return db.ImplementationPlans.AsNoTracking().Where(p => whole && EF.Parameter(sources).Contains(p.OrganisationId) && !EF.Parameter(Over).Contains(p.State));
    }

    private async Task<IReadOnlyList<Guid>> ReceivedAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var sources = shift.Sources;
        var found = await db.ImplementationPlans.AsNoTracking().Where(p => p.RecipientId != null && EF.Parameter(sources).Contains(p.RecipientId.Value) && EF.Parameter(WithRecipient).Contains(p.State))
            .Select(p => new { p.Id, p.RegionCode }).ToListAsync(cancellationToken);
        return await ReceivedFilings.PassedAsync(db, shift,
            [.. found.Select(f => new ReceivedFiling(f.Id, f.RegionCode, ImplementationPlanWorkflow.Mechanism, policies.For(f.RegionCode).Projects.ImplementationFiling?.Filing))], ChinaTime.DateOf(clock.GetUtcNow()).Year, cancellationToken);
    }
}

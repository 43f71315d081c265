using DataBureau.Domain;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>Plans that a body drafts or carries out, and filings that are with it.</summary>
internal sealed class PlanMove(PolicyLibrary policies, TimeProvider clock) : CaseMove<Plan>
{
    private static readonly PlanState[] Over = [PlanState.Superseded, PlanState.Repealed, PlanState.Discarded];
    private static readonly PlanState[] WithRecipient = [.. Enum.GetValues<PlanState>().Where(PlanWorkflow.IsWithRecipient)];

    public override int Order => 20;

    protected override string Kind => Plan.CaseKind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => Lines(
        new MoveLine("规划与备案", "编制、报备和实施中的规划", (await OwnAsync(db, shift, cancellationToken)).Count, MoveFate.Moves, "由承接单位继续办理。"),
        new MoveLine("规划与备案", "报来、还没有办结的规划备案", (await ReceivedAsync(db, shift, cancellationToken)).Count, MoveFate.Moves, "由承接单位受理、办结。"));

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) =>
        [.. (await OwnAsync(db, shift, cancellationToken)).Union(await ReceivedAsync(db, shift, cancellationToken))];

    protected override void Pass(Plan subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(own: PassesWith(shift, subject.RegionCode, subject.Kind)), now);

    protected override Guid IdOf(Plan subject) => subject.Id;

    protected override (int Version, string State) Stand(Plan subject) => (subject.Version, subject.State.ChineseName());

    private async Task<IReadOnlyList<Guid>> OwnAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var sources = shift.Sources;
        var found = await db.Plans.AsNoTracking().Where(p => EF.Parameter(sources).Contains(p.OrganisationId) && !EF.Parameter(Over).Contains(p.State)).Select(p => new { p.Id, p.RegionCode, p.Kind }).ToListAsync(cancellationToken);
        return [.. found.Where(f => PassesWith(shift, f.RegionCode, f.Kind)).Select(f => f.Id)];
    }

    /// <summary>All plans of a body that ends; of one that hands over a responsibility, those which nothing else entitles it to draft.</summary>
    private bool PassesWith(OrganisationShift shift, string regionCode, string kind) => shift.Whole
        || (policies.For(regionCode).Plans.Find(kind) is { } rule && rule.MayDraft(shift.Handed) && !rule.MayDraft(shift.From[0].Responsibilities & ~shift.Handed));

    private async Task<IReadOnlyList<Guid>> ReceivedAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var sources = shift.Sources;
        var found = await db.Plans.AsNoTracking().Where(p => p.RecipientId != null && EF.Parameter(sources).Contains(p.RecipientId.Value) && EF.Parameter(WithRecipient).Contains(p.State))
            .Select(p => new { p.Id, p.RegionCode, p.Kind }).ToListAsync(cancellationToken);
        return await ReceivedFilings.PassedAsync(db, shift, [.. found.Select(f => new ReceivedFiling(f.Id, f.RegionCode, f.Kind, policies.For(f.RegionCode).Plans.Find(f.Kind)?.Filing))], ChinaTime.DateOf(clock.GetUtcNow()).Year, cancellationToken);
    }
}

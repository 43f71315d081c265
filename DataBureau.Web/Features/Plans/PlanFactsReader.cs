using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>Reads what the guards of a plan have to know of the world around it.</summary>
internal static class PlanFactsReader
{
    public static async Task<PlanFacts> ReadAsync(BureauDbContext db, Plan plan, JurisdictionPolicy policy, int year, CancellationToken cancellationToken)
    {
        var filing = policy.Plans.Find(plan.Kind)?.Filing;
        var upstream = plan.Content.Upstream.Where(u => u.PlanId is not null).Select(u => u.PlanId!.Value).ToList();
        return new PlanFacts
        {
            DrafterHolds = await db.Organisations.Where(o => o.Id == plan.OrganisationId).Select(o => o.Responsibilities).FirstOrDefaultAsync(cancellationToken),
            Filing = await FilingRecipients.FactsAsync(db, Plan.CaseKind, plan.Id, plan.Kind, filing, plan.RegionCode, plan.RecipientId, year, cancellationToken),
            ApprovingOrgan = plan.Content.Approval.OrganId is { } organ ? await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == organ, cancellationToken) : null,
            Materials = await db.SlotsFilledAsync(Plan.CaseKind, plan.Id, cancellationToken),
            Upstream = upstream.Count == 0 ? [] : await db.Plans.AsNoTracking().Where(p => upstream.Contains(p.Id)).Select(p => new UpstreamFact(p.Id, p.Kind, p.RegionCode, p.State, p.Content.Title)).ToListAsync(cancellationToken),
            LaterEditionUnderWay = await db.Plans.AnyAsync(p => p.LineageId == plan.LineageId && p.Edition > plan.Edition && p.State != PlanState.Discarded, cancellationToken),
        };
    }
}

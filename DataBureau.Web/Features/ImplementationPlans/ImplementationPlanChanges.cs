using DataBureau.Domain.Filings;
using DataBureau.Domain.ImplementationPlans;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>Reads what an edition of an implementation plan changes of the one before.</summary>
internal static class ImplementationPlanChanges
{
    /// <returns>Null for a first edition.</returns>
    public static async Task<EditionChanges?> ReadAsync(BureauDbContext db, ImplementationPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Edition == 1 || await db.ImplementationPlans.AsNoTracking().Where(p => p.LineageId == plan.LineageId && p.Edition < plan.Edition && p.State != ImplementationPlanState.Discarded)
                .OrderByDescending(p => p.Edition).FirstOrDefaultAsync(cancellationToken) is not { } before)
            return null;
        return new EditionChanges(before.Edition, $"{ImplementationPlanModule.Href}/{before.Id}", before.FilingNumber, await EditionReasons.FindAsync(db, ImplementationPlan.CaseKind, before.Id, plan.CreatedAt, cancellationToken),
            [.. ImplementationPlanFields.All.Differences(before.Content, plan.Content).Select(f => new CaseChange(f.Title, f.Text(before.Content), f.Text(plan.Content)))]);
    }
}

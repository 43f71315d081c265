using DataBureau.Domain.Plans;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Plans;

/// <summary>Reads what an edition of a plan changes of the one before.</summary>
internal static class PlanChanges
{
    /// <returns>Null for a first edition.</returns>
    public static async Task<EditionChanges?> ReadAsync(BureauDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        if (plan.Edition == 1 || await db.Plans.AsNoTracking().Where(p => p.LineageId == plan.LineageId && p.Edition < plan.Edition && p.State != PlanState.Discarded)
                .OrderByDescending(p => p.Edition).FirstOrDefaultAsync(cancellationToken) is not { } before)
            return null;
        var organs = await OrganNamesAsync(db, cancellationToken, before.Content, plan.Content);
        // Approval and publication are each edition's own: that they are not there yet is no change.
        var changes = PlanFields.Differences(before.Content, plan.Content, organs)
            .Where(f => f.Part == PlanParts.Content || (f.Part == PlanParts.Approval && plan.Content.Approval != PlanApproval.Empty));
        return new EditionChanges(before.Edition, $"/plans/{before.Id}", before.FilingNumber, await EditionReasons.FindAsync(db, Plan.CaseKind, before.Id, plan.CreatedAt, cancellationToken),
            [.. changes.Select(f => new CaseChange(f.Title, f.Text(before.Content, organs), f.Text(plan.Content, organs)))]);
    }

    /// <summary>The names of the approving organs of the contents.</summary>
    public static async Task<Func<Guid, string?>> OrganNamesAsync(BureauDbContext db, CancellationToken cancellationToken, params PlanContent[] contents)
    {
        var ids = contents.Select(c => c.Approval.OrganId).OfType<Guid>().Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return id => names.GetValueOrDefault(id);
    }
}

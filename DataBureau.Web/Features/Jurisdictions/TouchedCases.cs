using DataBureau.Domain.Catalogue;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Domain.Jurisdictions;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>How many open cases a switch touches, in words: 「3 件规划不再需要备案」.</summary>
internal static class TouchedCases
{
    private static readonly PlanState[] Unfiled = [PlanState.Draft, PlanState.InternalReview, PlanState.ForApproval, PlanState.Settled, PlanState.Approved];
    private static readonly CatalogueState[] Unpublished = [CatalogueState.Draft, CatalogueState.Returned, CatalogueState.DepartmentReview, CatalogueState.UnderReview, CatalogueState.Approved];
    private static readonly OfficerState[] Unrecorded = [OfficerState.Nominated, OfficerState.Appointed];

    /// <param name="before">The rules of a region as they are.</param>
    /// <param name="after">And as they would be.</param>
    public static async Task<(IReadOnlyList<string> Touched, Refusal? Refusal)> ReadAsync(
        BureauDbContext db, PolicySection section, string regionCode, Func<string, JurisdictionPolicy> before, Func<string, JurisdictionPolicy> after, CancellationToken cancellationToken)
    {
        var prefix = RegionCodes.Prefix(regionCode);
        switch (section)
        {
            case PolicySection.Plans:
                return await PlansAsync(db, prefix, before, after, cancellationToken);
            case PolicySection.Sharing or PolicySection.Opening or PolicySection.Catalogue:
                var entries = await db.CatalogueEntries.CountAsync(e => e.RegionCode.StartsWith(prefix) && EF.Parameter(Unpublished).Contains(e.State), cancellationToken);
                return (entries == 0 ? [] : [$"{entries} 条还没有发布的目录，以后提交、审核时按新规则检查；已发布的不受影响"], null);
            case PolicySection.Projects:
                return (await new TouchedProjects(db, prefix, before, after).ReadAsync(cancellationToken), null);
            default:
                var officers = await db.Officers.CountAsync(a => a.RegionCode.StartsWith(prefix) && EF.Parameter(Unrecorded).Contains(a.State), cancellationToken);
                return (officers == 0 ? [] : [$"{officers} 件还没有报备的提名、任命，按新规则检查级别和报备"], null);
        }
    }

    private static async Task<(IReadOnlyList<string>, Refusal?)> PlansAsync(BureauDbContext db, string prefix, Func<string, JurisdictionPolicy> before, Func<string, JurisdictionPolicy> after, CancellationToken cancellationToken)
    {
        var plans = await db.Plans.AsNoTracking().Where(p => p.RegionCode.StartsWith(prefix) && p.State != PlanState.Superseded && p.State != PlanState.Repealed && p.State != PlanState.Discarded)
            .GroupBy(p => new { p.RegionCode, p.Kind, p.State }).Select(g => new { g.Key.RegionCode, g.Key.Kind, g.Key.State, Count = g.Count() }).ToListAsync(cancellationToken);
        var (gone, open, freed, bound, moved, published) = (new HashSet<string>(StringComparer.Ordinal), 0, 0, 0, 0, 0);
        foreach (var group in plans)
        {
            var (was, will) = (before(group.RegionCode).Plans.Find(group.Kind), after(group.RegionCode).Plans.Find(group.Kind));
            if (was is not null && will is null)
            {
                gone.Add(was.Name);
                open += group.Count;
            }

            if (was is null || will is null || !Unfiled.Contains(group.State))
                continue;
            freed += was.Filing is not null && will.Filing is null ? group.Count : 0;
            bound += was.Filing is null && will.Filing is not null ? group.Count : 0;
            moved += was.Filing is { } a && will.Filing is { } b && a != b ? group.Count : 0;
            published += was.Published != will.Published ? group.Count : 0;
        }

        (int Count, string Words)[] said = [(freed, "件规划不再需要备案"), (bound, "件规划须报备案"), (moved, "件规划改向另一个机关报备"), (published, "件规划的公布要求改变")];
        return ([.. said.Where(s => s.Count > 0).Select(s => $"{s.Count} {s.Words}")], gone.Count == 0 ? null : PolicySwitchRules.KindsMissing([.. gone], open));
    }
}

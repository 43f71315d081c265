using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;

namespace DataBureau.Web.Features.Plans;

/// <summary>Plans as queries: scope, filter, order. The list, the export, the matrix and the counts all start here.</summary>
internal static class PlanQueries
{
    private static readonly PlanState[] Hidden = [PlanState.Superseded, PlanState.Discarded];
    private static readonly PlanState[] DrafterActs = [PlanState.Draft, PlanState.ForApproval, PlanState.Approved, PlanState.Settled, PlanState.Supplementing, PlanState.FilingRefused];

    /// <summary>Where somebody judges what another submitted or filed.</summary>
    public static readonly PlanState[] JudgedIn = [PlanState.InternalReview, PlanState.PendingFiling, PlanState.Accepted];

    private static readonly PlanState[] OfficeActs = [PlanState.PendingFiling, PlanState.Accepted];

    public static IQueryable<Plan> VisibleTo(this IQueryable<Plan> plans, Actor actor, Permission permission) =>
        plans.VisibleTo(actor, permission, p => p.OrganisationId, p => p.RegionCode, p => p.RecipientId);

    /// <summary>What waits for the actor: as drafter, as the one who signs off, as the receiving office.</summary>
    public static IQueryable<Plan> WaitingFor(this IQueryable<Plan> plans, Actor actor, BureauDbContext db)
    {
        var (drafters, signers, offices) = (actor.BodiesWith(PlanPermissions.Draft), actor.BodiesWith(PlanPermissions.SignOff), actor.BodiesWith(PlanPermissions.Receive));
        // What lies with a body that is no more is the sender's again: only they can send it elsewhere.
        var gone = db.Organisations.Where(o => o.AbolishedAt != null).Select(o => o.Id);
        return plans.Where(p => (drafters.Contains(p.OrganisationId) && (DrafterActs.Contains(p.State) || (p.RecipientId != null && OfficeActs.Contains(p.State) && gone.Contains(p.RecipientId.Value))))
            || (signers.Contains(p.OrganisationId) && p.State == PlanState.InternalReview && p.SubmittedById != actor.UserId)
            || (p.RecipientId != null && offices.Contains(p.RecipientId.Value) && OfficeActs.Contains(p.State) && p.FiledById != actor.UserId && p.SubmittedById != actor.UserId));
    }

    public static IQueryable<Plan> Matching(this IQueryable<Plan> plans, PlanFilter filter, Actor actor, BureauDbContext db)
    {
        plans = filter.States.Count > 0 ? plans.Where(p => filter.States.Contains(p.State)) : filter.Narrow.HasPeriod ? plans : plans.Where(p => !Hidden.Contains(p.State));
        var bodies = db.Organisations.Having(filter.Search, o => o.Name).Select(o => o.Id);
        plans = plans.HavingOr(filter.Search, p => bodies.Contains(p.OrganisationId), p => p.Content.Title, p => p.Content.Approval.Number, p => p.FilingNumber);
        if (filter.Kind is { } kind)
            plans = plans.Where(p => p.Kind == kind);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            plans = plans.Where(p => p.RegionCode.StartsWith(prefix));
        }

        plans = plans.OfPlace(filter.Narrow, p => p.RegionCode, p => p.OrganisationId).OfPeriod(filter.Narrow, p => p.RecordedAt).Overdue(filter.Narrow, DeadlineReader.Open(db, Plan.CaseKind), p => p.Id);
        return filter.Waiting ? plans.WaitingFor(actor, db) : plans;
    }

    public static IOrderedQueryable<Plan> Ordered(this IQueryable<Plan> plans, PlanFilter filter) => ((filter.Sort, filter.Descending) switch
    {
        (nameof(PlanContent.Title), false) => plans.OrderBy(p => p.Content.Title),
        (nameof(PlanContent.Title), true) => plans.OrderByDescending(p => p.Content.Title),
        (nameof(Plan.RegionCode), false) => plans.OrderBy(p => p.RegionCode),
        (nameof(Plan.RegionCode), true) => plans.OrderByDescending(p => p.RegionCode),
        (nameof(Plan.FiledAt), false) => plans.OrderBy(p => p.FiledAt),
        (nameof(Plan.FiledAt), true) => plans.OrderByDescending(p => p.FiledAt),
        (_, false) => plans.OrderBy(p => p.UpdatedAt),
        (_, true) => plans.OrderByDescending(p => p.UpdatedAt),
    }).ThenBy(p => p.Id);

    public static IQueryable<PlanRow> AsRows(this IQueryable<Plan> plans, BureauDbContext db) =>
        from p in plans
        join o in db.Organisations on p.OrganisationId equals o.Id
        join r in db.Regions on p.RegionCode equals r.Code
        select new PlanRow(p.Id, p.Version, p.Kind, p.Content.Title, p.Content.PeriodFrom, p.Content.PeriodTo, p.Edition, p.State, p.RegionCode, r.Name, o.Name,
            p.Content.Approval.Number, p.Content.Approval.Date, db.Organisations.Where(x => x.Id == p.RecipientId).Select(x => x.Name).FirstOrDefault(),
            p.FilingNumber, p.FiledAt, p.RecordedAt, p.UpdatedAt);
}

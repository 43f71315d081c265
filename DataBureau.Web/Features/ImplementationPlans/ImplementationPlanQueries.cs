using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.ImplementationPlans;

/// <summary>Implementation plans as queries: scope, filter, order. The list, the export and the inbox all start here.</summary>
internal static class ImplementationPlanQueries
{
    /// <summary>Where somebody judges what another submitted or filed.</summary>
    public static readonly ImplementationPlanState[] JudgedIn = [ImplementationPlanState.InternalReview, ImplementationPlanState.PendingFiling, ImplementationPlanState.Accepted];

    private static readonly ImplementationPlanState[] Hidden = [ImplementationPlanState.Superseded, ImplementationPlanState.Discarded];
    private static readonly ImplementationPlanState[] DrafterActs = [ImplementationPlanState.Draft, ImplementationPlanState.Supplementing, ImplementationPlanState.FilingRefused];
    private static readonly ImplementationPlanState[] OfficeActs = [ImplementationPlanState.PendingFiling, ImplementationPlanState.Accepted];

    public static IQueryable<ImplementationPlan> VisibleTo(this IQueryable<ImplementationPlan> plans, Actor actor, Permission permission) =>
        plans.VisibleTo(actor, permission, p => p.OrganisationId, p => p.RegionCode, p => p.RecipientId);

    /// <summary>What waits for the actor: as drafter, as the one who signs off, as the receiving office.</summary>
    public static IQueryable<ImplementationPlan> WaitingFor(this IQueryable<ImplementationPlan> plans, Actor actor, BureauDbContext db)
    {
        var (drafters, signers, offices) = (actor.BodiesWith(ImplementationPlanPermissions.Draft), actor.BodiesWith(ImplementationPlanPermissions.SignOff), actor.BodiesWith(ImplementationPlanPermissions.Receive));
        // What lies with a body that is no more is the sender's again: only they can send it elsewhere.
        var gone = db.Organisations.Where(o => o.AbolishedAt != null).Select(o => o.Id);
        return plans.Where(p => (drafters.Contains(p.OrganisationId) && (DrafterActs.Contains(p.State) || (p.RecipientId != null && OfficeActs.Contains(p.State) && gone.Contains(p.RecipientId.Value))))
            || (signers.Contains(p.OrganisationId) && p.State == ImplementationPlanState.InternalReview && p.SubmittedById != actor.UserId)
            || (p.RecipientId != null && offices.Contains(p.RecipientId.Value) && OfficeActs.Contains(p.State) && p.FiledById != actor.UserId && p.SubmittedById != actor.UserId));
    }

    public static IQueryable<ImplementationPlan> Matching(this IQueryable<ImplementationPlan> plans, CaseFilter<ImplementationPlanState> filter, Actor actor, BureauDbContext db)
    {
        plans = filter.States.Count > 0 ? plans.Where(p => filter.States.Contains(p.State)) : filter.Narrow.HasPeriod ? plans : plans.Where(p => !Hidden.Contains(p.State));
        var bodies = db.Organisations.Having(filter.Search, o => o.Name).Select(o => o.Id);
        plans = plans.HavingOr(filter.Search, p => bodies.Contains(p.OrganisationId), p => p.Content.Title, p => p.Content.Field, p => p.FilingNumber);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            plans = plans.Where(p => p.RegionCode.StartsWith(prefix));
        }

        plans = plans.OfPlace(filter.Narrow, p => p.RegionCode, p => p.OrganisationId).OfPeriod(filter.Narrow, p => p.RecordedAt).Overdue(filter.Narrow, DeadlineReader.Open(db, ImplementationPlan.CaseKind), p => p.Id);
        return filter.Waiting ? plans.WaitingFor(actor, db) : plans;
    }

    public static IOrderedQueryable<ImplementationPlan> Ordered(this IQueryable<ImplementationPlan> plans, CaseFilter<ImplementationPlanState> filter) => ((filter.Sort, filter.Descending) switch
    {
        (nameof(ImplementationPlanContent.Title), false) => plans.OrderBy(p => p.Content.Title),
        (nameof(ImplementationPlanContent.Title), true) => plans.OrderByDescending(p => p.Content.Title),
        (nameof(ImplementationPlanContent.Budget), false) => plans.OrderBy(p => p.Content.Budget),
        (nameof(ImplementationPlanContent.Budget), true) => plans.OrderByDescending(p => p.Content.Budget),
        (nameof(ImplementationPlan.FiledAt), false) => plans.OrderBy(p => p.FiledAt),
        (nameof(ImplementationPlan.FiledAt), true) => plans.OrderByDescending(p => p.FiledAt),
        (_, false) => plans.OrderBy(p => p.UpdatedAt),
        (_, true) => plans.OrderByDescending(p => p.UpdatedAt),
    }).ThenBy(p => p.Id);

    public static IQueryable<ImplementationPlanRow> AsRows(this IQueryable<ImplementationPlan> plans, BureauDbContext db) =>
        from p in plans
        join o in db.Organisations on p.OrganisationId equals o.Id
        join r in db.Regions on p.RegionCode equals r.Code
        select new ImplementationPlanRow(p.Id, p.Content.Title, p.Content.Field, p.Content.Budget, p.Content.Start, p.Content.Finish, p.Edition, p.State, p.RegionCode, r.Name, o.Name,
            db.Organisations.Where(x => x.Id == p.RecipientId).Select(x => x.Name).FirstOrDefault(), p.FilingNumber, p.FiledAt, p.RecordedAt, p.UpdatedAt);
}

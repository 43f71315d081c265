using DataBureau.Domain.Organisations;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;

namespace DataBureau.Web.Features.Projects;

/// <summary>Projects as queries: scope, filter, order. The ledger, the export and the counts all start here.</summary>
internal static class ProjectQueries
{
    private static readonly ProjectState[] BuilderActs = [ProjectState.Draft, ProjectState.Rejected, ProjectState.Replied, ProjectState.Building, ProjectState.AcceptanceReturned];
    private static readonly ProjectState[] AuthorityActs = [ProjectState.PendingReply, ProjectState.PendingAcceptance];

    /// <summary>Where somebody judges what another submitted.</summary>
    public static readonly ProjectState[] JudgedIn = [ProjectState.InternalReview, ProjectState.PendingReply, ProjectState.PendingAcceptance];

    public static IQueryable<Project> VisibleTo(this IQueryable<Project> projects, Actor actor, Permission permission) =>
        projects.VisibleTo(actor, permission, p => p.OrganisationId, p => p.RegionCode, p => p.AuthorityId);

    public static IQueryable<AnnualPlan> VisibleTo(this IQueryable<AnnualPlan> plans, Actor actor, Permission permission) =>
        plans.VisibleTo(actor, permission, p => p.OrganisationId, p => p.RegionCode);

    /// <summary>What waits for the actor: as builder, as the one who signs off, as the deciding authority.</summary>
    public static IQueryable<Project> WaitingFor(this IQueryable<Project> projects, Actor actor)
    {
        var (builders, signers, offices) = (actor.BodiesWith(ProjectPermissions.Compile), actor.BodiesWith(ProjectPermissions.SignOff), actor.BodiesWith(ProjectPermissions.Reply));
        return projects.Where(p => (builders.Contains(p.OrganisationId) && BuilderActs.Contains(p.State))
            || (p.State == ProjectState.InternalReview && signers.Contains(p.OrganisationId) && p.SubmittedById != actor.UserId && p.SentById != actor.UserId && p.AcceptanceAskedById != actor.UserId)
            || (p.AuthorityId != null && offices.Contains(p.AuthorityId.Value) && (p.State == ProjectState.Accepted
                || (AuthorityActs.Contains(p.State) && p.SubmittedById != actor.UserId && p.SentById != actor.UserId && p.AcceptanceAskedById != actor.UserId))));
    }

    public static IQueryable<AnnualPlan> WaitingFor(this IQueryable<AnnualPlan> plans, Actor actor)
    {
        var (planners, signers) = (actor.BodiesWith(ProjectPermissions.Plan), actor.BodiesWith(ProjectPermissions.SignOff));
        return plans.Where(p => (planners.Contains(p.OrganisationId) && (p.State == AnnualPlanState.Draft || p.State == AnnualPlanState.ForReport || p.State == AnnualPlanState.Reported))
            || (signers.Contains(p.OrganisationId) && p.State == AnnualPlanState.InternalReview && p.SubmittedById != actor.UserId));
    }

    public static IQueryable<Project> Matching(this IQueryable<Project> projects, ProjectFilter filter, Actor actor, BureauDbContext db)
    {
        projects = filter.States.Count > 0 ? projects.Where(p => filter.States.Contains(p.State)) : filter.Narrow.HasPeriod ? projects : projects.Where(p => p.State != ProjectState.Terminated);
        var bodies = db.Organisations.Having(filter.Search, o => o.Name).Select(o => o.Id);
        projects = projects.HavingOr(filter.Search, p => bodies.Contains(p.OrganisationId), p => p.Content.Name, p => p.Content.Code, p => p.ReplyNumber);
        if (filter.Track is { } track)
            projects = projects.Where(p => p.Track == track);
        if (filter.PlanId is { } plan)
            projects = projects.Where(p => p.AnnualPlanId == plan);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            projects = projects.Where(p => p.RegionCode.StartsWith(prefix));
        }

        projects = projects.OfPlace(filter.Narrow, p => p.RegionCode, p => p.OrganisationId).OfPeriod(filter.Narrow, p => p.RepliedAt).Overdue(filter.Narrow, DeadlineReader.Open(db, Project.CaseKind), p => p.Id);
        return filter.Waiting ? projects.WaitingFor(actor) : projects;
    }

    public static IOrderedQueryable<Project> Ordered(this IQueryable<Project> projects, ProjectFilter filter) => ((filter.Sort, filter.Descending) switch
    {
        (nameof(ProjectContent.Name), false) => projects.OrderBy(p => p.Content.Name),
        (nameof(ProjectContent.Name), true) => projects.OrderByDescending(p => p.Content.Name),
        (nameof(ProjectContent.Code), false) => projects.OrderBy(p => p.Content.Code),
        (nameof(ProjectContent.Code), true) => projects.OrderByDescending(p => p.Content.Code),
        (nameof(ProjectContent.Budget), false) => projects.OrderBy(p => p.Content.Budget),
        (nameof(ProjectContent.Budget), true) => projects.OrderByDescending(p => p.Content.Budget),
        (_, false) => projects.OrderBy(p => p.UpdatedAt),
        (_, true) => projects.OrderByDescending(p => p.UpdatedAt),
    }).ThenBy(p => p.Id);

    public static IQueryable<ProjectRow> AsRows(this IQueryable<Project> projects, BureauDbContext db) =>
        from p in projects
        join o in db.Organisations on p.OrganisationId equals o.Id
        join r in db.Regions on p.RegionCode equals r.Code
        select new ProjectRow(p.Id, p.Content.Name, p.Content.Code, p.Track, p.State, p.RegionCode, r.Name, o.Name,
            db.Organisations.Where(x => x.Id == p.AuthorityId).Select(x => x.Name).FirstOrDefault(), db.AnnualPlans.Where(x => x.Id == p.AnnualPlanId).Select(x => x.Content.Title).FirstOrDefault(),
            p.Content.Budget, p.Content.StartOn, p.Content.FinishOn, p.Content.Deployment, p.Informatization, p.ReplyNumber, p.RepliedAt, p.AcceptedAt, p.UpdatedAt,
            db.ProjectDataItems.Count(i => i.ProjectId == p.Id && i.ReleasedAt == null), db.ProjectDataItems.Count(i => i.ProjectId == p.Id && i.LineageId != null));

    public static IQueryable<AnnualPlanRow> AsRows(this IQueryable<AnnualPlan> plans, BureauDbContext db) =>
        from p in plans
        join o in db.Organisations on p.OrganisationId equals o.Id
        join r in db.Regions on p.RegionCode equals r.Code
        select new AnnualPlanRow(p.Id, p.Content.Title, p.Content.Year, p.State, p.RegionCode, r.Name, o.Name,
            db.Projects.Count(x => x.AnnualPlanId == p.Id && x.State != ProjectState.Terminated), db.Projects.Where(x => x.AnnualPlanId == p.Id && x.State != ProjectState.Terminated).Sum(x => x.Content.Budget ?? 0),
            p.Content.ApprovalNumber, p.Content.ApprovalDate, p.UpdatedAt);
}

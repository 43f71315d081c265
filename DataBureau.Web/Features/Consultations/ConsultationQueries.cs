using System.Linq.Expressions;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Consultations as queries: scope, filter, order.</summary>
internal static class ConsultationQueries
{
    private static readonly ConsultationState[] ConvenorActs =
        [ConsultationState.Preparing, ConsultationState.Summarising, ConsultationState.Meeting, ConsultationState.Concluded, ConsultationState.FollowUp, ConsultationState.FollowedUp];

    /// <summary>The own bodies' from the first draft on; what one was invited to, or has in one's region, once it is sent.</summary>
    public static IQueryable<Consultation> VisibleTo(this IQueryable<Consultation> rows, Actor actor, Permission permission)
    {
        var grants = actor.Grants.Where(g => g.Permission == permission).ToList();
        var bodies = actor.BodiesWith(permission);
        if (bodies.Count == 0)
            return rows.Where(_ => false);
        var conditions = grants.Where(g => g.Scope == GrantScope.Region).Select(g => RegionCodes.Prefix(g.RegionCode)).Distinct()
            .Select(prefix => (Expression<Func<Consultation, bool>>)(c => c.RegionCode.StartsWith(prefix) && c.State != ConsultationState.Preparing)).ToList();
        if (grants.Any(g => g.Scope == GrantScope.All))
            conditions.Add(c => c.State != ConsultationState.Preparing);
        conditions.Add(c => bodies.Contains(c.ConvenorId));
        conditions.Add(c => c.State != ConsultationState.Preparing && c.Units.Any(u => bodies.Contains(u.OrganisationId)));
        return rows.Where(Predicates.Any(conditions));
    }

    /// <summary>An opinion or a countersignature of the actor's unit is awaited.</summary>
    public static IQueryable<Consultation> AwaitingAnswerOf(this IQueryable<Consultation> rows, Actor actor, BureauDbContext db)
    {
        var bodies = actor.BodiesWith(ConsultationPermissions.Answer);
        var running = db.Deadlines.Where(d => d.CaseKind == ConsultationUnit.CaseKind && d.FinishedAt == null).Select(d => d.CaseId);
        return rows.Where(c => (c.State == ConsultationState.Collecting && c.Units.Any(u => bodies.Contains(u.OrganisationId) && u.LeftAt == null && running.Contains(u.Id)))
            || (c.State == ConsultationState.Minutes && c.Units.Any(u => bodies.Contains(u.OrganisationId) && u.LeftAt == null && u.CountersignedAt == null && u.UnsignedNote == null)));
    }

    /// <summary>The convenor is to act.</summary>
    public static IQueryable<Consultation> AwaitingConvenor(this IQueryable<Consultation> rows, Actor actor, BureauDbContext db, DateOnly today)
    {
        var bodies = actor.BodiesWith(ConsultationPermissions.Convene);
        var gone = db.Organisations.Where(o => o.AbolishedAt != null).Select(o => o.Id);
        // An answer may still come in time; what is due is nobody's reason to wait any longer.
        var running = db.Deadlines.Where(d => d.CaseKind == ConsultationUnit.CaseKind && d.FinishedAt == null && d.DueOn >= today && !gone.Contains(d.OrganisationId)).Select(d => d.CaseId);
        return rows.Where(c => bodies.Contains(c.ConvenorId) && (ConvenorActs.Contains(c.State)
            || (c.State == ConsultationState.Collecting && !c.Units.Any(u => running.Contains(u.Id)))
            || (c.State == ConsultationState.Minutes && !c.Units.Any(u => u.LeftAt == null && u.CountersignedAt == null && u.UnsignedNote == null && u.SilentAt == null && !gone.Contains(u.OrganisationId)))));
    }

    public static IQueryable<Consultation> Matching(this IQueryable<Consultation> rows, ConsultationFilter filter, Actor actor, BureauDbContext db, DateOnly today)
    {
        if (filter.States.Count > 0)
            rows = rows.Where(c => filter.States.Contains(c.State));
        var bodies = db.Organisations.Having(filter.Search, o => o.Name).Select(o => o.Id);
        rows = rows.HavingOr(filter.Search, c => bodies.Contains(c.ConvenorId), c => c.Content.Title, c => c.Number, c => c.SubjectTitle);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            rows = rows.Where(c => c.RegionCode.StartsWith(prefix));
        }

        rows = rows.OfPlace(filter.Narrow with { OrganisationId = null }, c => c.RegionCode, c => c.ConvenorId).OfPeriod(filter.Narrow, c => c.ConcludedAt);
        if (filter.Narrow.OrganisationId is { } unit)
            rows = rows.Where(c => c.ConvenorId == unit || c.Units.Any(u => u.OrganisationId == unit && u.LeftAt == null));
        if (filter.Narrow.DueBefore is { } day)
        {
            var late = DeadlineReader.Open(db, ConsultationUnit.CaseKind).Where(d => d.DueOn != null && d.DueOn < day).Select(d => d.CaseId);
            rows = rows.Where(c => c.Units.Any(u => late.Contains(u.Id)));
        }

        if (filter.ByRule is { } byRule)
            rows = rows.Where(c => (c.Trigger != null) == byRule);
        var convened = actor.BodiesWith(ConsultationPermissions.Convene);
        return filter.View switch
        {
            ConsultationFilter.Answer => rows.AwaitingAnswerOf(actor, db),
            ConsultationFilter.Act => rows.AwaitingConvenor(actor, db, today),
            ConsultationFilter.Convened => rows.Where(c => convened.Contains(c.ConvenorId)),
            _ => rows,
        };
    }

    public static IOrderedQueryable<Consultation> Ordered(this IQueryable<Consultation> rows, ConsultationFilter filter) => ((filter.Sort, filter.Descending) switch
    {
        (nameof(ConsultationContent.Title), false) => rows.OrderBy(c => c.Content.Title),
        (nameof(ConsultationContent.Title), true) => rows.OrderByDescending(c => c.Content.Title),
        (nameof(Consultation.Number), false) => rows.OrderBy(c => c.Number),
        (nameof(Consultation.Number), true) => rows.OrderByDescending(c => c.Number),
        (nameof(Consultation.SentAt), false) => rows.OrderBy(c => c.SentAt),
        (nameof(Consultation.SentAt), true) => rows.OrderByDescending(c => c.SentAt),
        (_, false) => rows.OrderBy(c => c.UpdatedAt),
        (_, true) => rows.OrderByDescending(c => c.UpdatedAt),
    }).ThenBy(c => c.Id);

    public static IQueryable<ConsultationRow> AsRows(this IQueryable<Consultation> rows, BureauDbContext db) =>
        from c in rows
        join o in db.Organisations on c.ConvenorId equals o.Id
        join r in db.Regions on c.RegionCode equals r.Code
        select new ConsultationRow(c.Id, c.Version, c.Number, c.Content.Title, c.State, c.Trigger, c.RegionCode, r.Name, o.Name, c.SubjectTitle,
            c.Round, c.Units.Count(u => u.LeftAt == null), c.Units.Count(u => u.LeftAt == null && c.Questions.All(q => db.ConsultationOpinions.Any(p => p.UnitId == u.Id && p.QuestionId == q.Id))),
            db.Deadlines.Where(d => d.CaseKind == ConsultationUnit.CaseKind && d.FinishedAt == null && c.Units.Any(u => u.Id == d.CaseId)).Max(d => d.DueOn),
            c.Content.Conclusion, c.MinutesNumber, c.SentAt, c.UpdatedAt);
}

using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Features.Filings;

namespace DataBureau.Web.Features.DigitalBases;

/// <summary>Applications as queries: scope, filter, order. The list, the export and the inbox all start here.</summary>
internal static class DigitalBaseQueries
{
    private static readonly DigitalBaseState[] ApplicantActs = [DigitalBaseState.Draft, DigitalBaseState.Consented];
    public static readonly DigitalBaseState[] HandledIn = [DigitalBaseState.Applied, DigitalBaseState.UnderArgument, DigitalBaseState.Built, DigitalBaseState.Connected];

    public static IQueryable<DigitalBase> VisibleTo(this IQueryable<DigitalBase> bases, Actor actor, Permission permission) =>
        bases.VisibleTo(actor, permission, b => b.OrganisationId, b => b.RegionCode, b => b.RecipientId);

    /// <summary>What waits for the actor: as applicant, as the one who signs off, as the authority.</summary>
    public static IQueryable<DigitalBase> WaitingFor(this IQueryable<DigitalBase> bases, Actor actor, BureauDbContext db)
    {
        var (applicants, signers) = (actor.BodiesWith(DigitalBasePermissions.Apply), actor.BodiesWith(DigitalBasePermissions.SignOff));
        var (handlers, deciders) = (actor.BodiesWith(DigitalBasePermissions.Handle), actor.BodiesWith(DigitalBasePermissions.Decide));
        // What lies with a body that is no more is the sender's again: only they can send it elsewhere.
        var gone = db.Organisations.Where(o => o.AbolishedAt != null).Select(o => o.Id);
        return bases.Where(b => (applicants.Contains(b.OrganisationId) && (ApplicantActs.Contains(b.State) || (b.RecipientId != null && HandledIn.Contains(b.State) && gone.Contains(b.RecipientId.Value))))
            || (signers.Contains(b.OrganisationId) && b.State == DigitalBaseState.InternalReview && b.SubmittedById != actor.UserId)
            || (b.RecipientId != null && handlers.Contains(b.RecipientId.Value) && b.State == DigitalBaseState.Connected)
            || (b.RecipientId != null && b.FiledById != actor.UserId && b.SubmittedById != actor.UserId
                && ((handlers.Contains(b.RecipientId.Value) && (b.State == DigitalBaseState.Applied || b.State == DigitalBaseState.Built))
                    || (deciders.Contains(b.RecipientId.Value) && b.State == DigitalBaseState.UnderArgument)))
            // Those who may not decide write the record of the argument, as long as there is none.
            || (b.RecipientId != null && handlers.Contains(b.RecipientId.Value) && b.State == DigitalBaseState.UnderArgument
                && (b.Content.Argument.Date == null || b.Content.Argument.Participants == null || b.Content.Argument.Conclusion == null)));
    }

    /// <summary>Where somebody decides on what another brought.</summary>
    public static IQueryable<DigitalBase> Judged(this IQueryable<DigitalBase> bases) => bases.Where(b => b.State == DigitalBaseState.InternalReview || HandledIn.Contains(b.State));

    public static IQueryable<DigitalBase> Matching(this IQueryable<DigitalBase> bases, CaseFilter<DigitalBaseState> filter, Actor actor, BureauDbContext db)
    {
        bases = filter.States.Count > 0 ? bases.Where(b => filter.States.Contains(b.State)) : filter.Narrow.HasPeriod ? bases : bases.Where(b => b.State != DigitalBaseState.Discarded);
        var bodies = db.Organisations.Having(filter.Search, o => o.Name).Select(o => o.Id);
        bases = bases.HavingOr(filter.Search, b => bodies.Contains(b.OrganisationId), b => b.Content.Application.Title, b => b.ConsentNumber);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            bases = bases.Where(b => b.RegionCode.StartsWith(prefix));
        }

        bases = bases.OfPlace(filter.Narrow, b => b.RegionCode, b => b.OrganisationId).OfPeriod(filter.Narrow, b => b.DecidedAt).Overdue(filter.Narrow, DeadlineReader.Open(db, DigitalBase.CaseKind), b => b.Id);
        return filter.Waiting ? bases.WaitingFor(actor, db) : bases;
    }

    public static IOrderedQueryable<DigitalBase> Ordered(this IQueryable<DigitalBase> bases, CaseFilter<DigitalBaseState> filter) => ((filter.Sort, filter.Descending) switch
    {
        (nameof(BaseApplication.Title), false) => bases.OrderBy(b => b.Content.Application.Title),
        (nameof(BaseApplication.Title), true) => bases.OrderByDescending(b => b.Content.Application.Title),
        (nameof(DigitalBase.RegionCode), false) => bases.OrderBy(b => b.RegionCode),
        (nameof(DigitalBase.RegionCode), true) => bases.OrderByDescending(b => b.RegionCode),
        (nameof(DigitalBase.AppliedAt), false) => bases.OrderBy(b => b.AppliedAt),
        (nameof(DigitalBase.AppliedAt), true) => bases.OrderByDescending(b => b.AppliedAt),
        (_, false) => bases.OrderBy(b => b.UpdatedAt),
        (_, true) => bases.OrderByDescending(b => b.UpdatedAt),
    }).ThenBy(b => b.Id);

    public static IQueryable<DigitalBaseRow> AsRows(this IQueryable<DigitalBase> bases, BureauDbContext db) =>
        from b in bases
        join o in db.Organisations on b.OrganisationId equals o.Id
        join r in db.Regions on b.RegionCode equals r.Code
        select new DigitalBaseRow(b.Id, b.Content.Application.Title, b.Round, b.State, b.RegionCode, r.Name, o.Name,
            db.Organisations.Where(x => x.Id == b.RecipientId).Select(x => x.Name).FirstOrDefault(), b.Content.Application.Budget,
            b.ConsentNumber, b.AppliedAt, b.DecidedAt, b.BuiltAt, b.ConnectedAt, b.UpdatedAt);
}

using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>首席数据官：张三.</summary>
internal sealed record TitledOfficer
{
    public required OfficerAppointment Officer { get; init; }

    public required string Title { get; init; }
}

/// <summary>Appointments as queries: scope, filter, order. The roster, the export, the counts and the coverage start here.</summary>
internal static class OfficerQueries
{
    /// <summary>The states in which the post is held.</summary>
    public static readonly OfficerState[] Held = [.. OfficerWorkflow.HoldingStates];

    private static readonly OfficerState[] Current = [OfficerState.Nominated, .. OfficerWorkflow.HoldingStates];
    private static readonly OfficerState[] Ended = [OfficerState.Removed, OfficerState.Expired, OfficerState.Succeeded];
    private static readonly OfficerState[] UnitActs = [OfficerState.Appointed, OfficerState.Supplementing, OfficerState.FilingRefused];
    private static readonly OfficerState[] OfficeActs = [OfficerState.PendingFiling, OfficerState.Accepted];

    /// <summary>Where somebody judges what another submitted or filed.</summary>
    public static readonly OfficerState[] JudgedIn = [OfficerState.Nominated, OfficerState.PendingFiling, OfficerState.Accepted];

    public static IQueryable<OfficerAppointment> VisibleTo(this IQueryable<OfficerAppointment> officers, Actor actor, Permission permission) =>
        officers.VisibleTo(actor, permission, a => a.OrganisationId, a => a.RegionCode, a => a.RecipientId);

    /// <summary>What waits for the actor: as the unit's liaison, as its head, as the receiving office.</summary>
    public static IQueryable<OfficerAppointment> WaitingFor(this IQueryable<OfficerAppointment> officers, Actor actor, BureauDbContext db, DateOnly today)
    {
        var (liaisons, heads, offices) = (actor.BodiesWith(OfficerPermissions.Nominate), actor.BodiesWith(OfficerPermissions.Appoint), actor.BodiesWith(OfficerPermissions.Receive));
        // What lies with a body that is no more is the sender's again: only they can send it elsewhere.
        var gone = db.Organisations.Where(o => o.AbolishedAt != null).Select(o => o.Id);
        return officers.Where(a => (liaisons.Contains(a.OrganisationId) && (UnitActs.Contains(a.State)
                || (a.State == OfficerState.Filed && a.Content.TermEndsOn != null && a.Content.TermEndsOn <= today)
                || (a.RecipientId != null && OfficeActs.Contains(a.State) && gone.Contains(a.RecipientId.Value))))
            || (a.State == OfficerState.Nominated && ((heads.Contains(a.OrganisationId) && a.SubmittedById != actor.UserId && a.FiledById != actor.UserId) || (liaisons.Contains(a.OrganisationId) && a.Content.PersonName == "")))
            || (a.State == OfficerState.Removed && a.RemovalNumber != null && a.RemovalNotedAt == null && a.RecipientId != null && offices.Contains(a.RecipientId.Value))
            || (a.RecipientId != null && offices.Contains(a.RecipientId.Value) && OfficeActs.Contains(a.State) && a.FiledById != actor.UserId && a.SubmittedById != actor.UserId));
    }

    /// <summary>Each with its title in words, as lists of many kinds of cases show it.</summary>
    public static IQueryable<TitledOfficer> Titled(this IQueryable<OfficerAppointment> officers) => officers.Select(a => new TitledOfficer
    {
        Officer = a,
        Title = (a.Post == DataPost.ChiefDataOfficer ? DataPost.ChiefDataOfficer.ChineseName()
            : a.Post == DataPost.Deputy ? DataPost.Deputy.ChineseName()
            : a.Post == DataPost.Executive ? DataPost.Executive.ChineseName() : DataPost.Steward.ChineseName()) + "：" + (a.Content.PersonName == "" ? "人选未定" : a.Content.PersonName),
    });

    /// <summary>Held, and the term ends by the day or has ended.</summary>
    public static IQueryable<OfficerAppointment> EndingBy(this IQueryable<OfficerAppointment> officers, DateOnly day) =>
        officers.Where(a => Held.Contains(a.State) && a.Content.TermEndsOn != null && a.Content.TermEndsOn <= day);

    public static IQueryable<OfficerAppointment> Matching(this IQueryable<OfficerAppointment> officers, OfficerFilter filter, Actor actor, BureauDbContext db, DateOnly today)
    {
        officers = (filter.States.Count, filter.View) switch
        {
            ( > 0, _) => officers.Where(a => filter.States.Contains(a.State)),
            (_, RosterView.Current) when filter.Narrow.HasPeriod => officers,
            (_, RosterView.Holding or RosterView.Expiring) => officers.Where(a => Held.Contains(a.State)),
            (_, RosterView.Waiting) => officers,
            (_, RosterView.Ended) => officers.Where(a => Ended.Contains(a.State)),
            _ => officers.Where(a => Current.Contains(a.State)),
        };
        if (filter.View == RosterView.Expiring)
            officers = officers.EndingBy(today.AddDays(OfficerFilter.ExpiringDays));
        var bodies = db.Organisations.Having(filter.Search, o => o.Name).Select(o => o.Id);
        officers = officers.HavingOr(filter.Search, a => bodies.Contains(a.OrganisationId), a => a.Content.PersonName, a => a.Content.DocumentNumber, a => a.FilingNumber);
        if (filter.Post is { } post)
            officers = officers.Where(a => a.Post == post);
        if (filter.RegionCode is { } region)
        {
            var prefix = RegionCodes.Prefix(region);
            officers = officers.Where(a => a.RegionCode.StartsWith(prefix));
        }

        if (filter.Kind is { } kind)
        {
            var ofKind = db.Organisations.Where(o => o.Kind == kind).Select(o => o.Id);
            officers = officers.Where(a => ofKind.Contains(a.OrganisationId));
        }

        officers = officers.OfPlace(filter.Narrow, a => a.RegionCode, a => a.OrganisationId).OfPeriod(filter.Narrow, a => a.RecordedAt).Overdue(filter.Narrow, DeadlineReader.Open(db, OfficerAppointment.CaseKind), a => a.Id);
        return filter.View == RosterView.Waiting ? officers.WaitingFor(actor, db, today) : officers;
    }

    public static IOrderedQueryable<OfficerAppointment> Ordered(this IQueryable<OfficerAppointment> officers, OfficerFilter filter) => ((filter.Sort, filter.Descending) switch
    {
        (nameof(OfficerContent.PersonName), false) => officers.OrderBy(a => a.Content.PersonName),
        (nameof(OfficerContent.PersonName), true) => officers.OrderByDescending(a => a.Content.PersonName),
        (nameof(OfficerAppointment.RegionCode), false) => officers.OrderBy(a => a.RegionCode),
        (nameof(OfficerAppointment.RegionCode), true) => officers.OrderByDescending(a => a.RegionCode),
        (nameof(OfficerContent.EffectiveFrom), false) => officers.OrderBy(a => a.Content.EffectiveFrom),
        (nameof(OfficerContent.EffectiveFrom), true) => officers.OrderByDescending(a => a.Content.EffectiveFrom),
        (nameof(OfficerContent.TermEndsOn), false) => officers.OrderBy(a => a.Content.TermEndsOn),
        (nameof(OfficerContent.TermEndsOn), true) => officers.OrderByDescending(a => a.Content.TermEndsOn),
        (nameof(OfficerAppointment.UpdatedAt), false) => officers.OrderBy(a => a.UpdatedAt),
        _ => officers.OrderByDescending(a => a.UpdatedAt),
    }).ThenBy(a => a.Id);

    public static IQueryable<OfficerRow> AsRows(this IQueryable<OfficerAppointment> officers, BureauDbContext db) =>
        from a in officers
        join o in db.Organisations on a.OrganisationId equals o.Id
        join r in db.Regions on a.RegionCode equals r.Code
        select new OfficerRow(a.Id, a.Version, a.Post, a.Content.PersonName, a.Content.Office, a.Content.Rank, a.Content.Phone, a.Content.Acting, a.State, a.RegionCode, r.Name, o.Id, o.Name, o.Kind,
            a.Content.EffectiveFrom, a.Content.TermEndsOn, a.EndedOn, a.Content.DocumentNumber, a.Content.DocumentDate, a.Content.OtherPosts, a.FilingNumber, a.UpdatedAt)
        {
            RemovalNumber = a.RemovalNumber,
            RemovalDate = a.RemovalDate,
        };
}

using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Policy;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Features.Organisations.Changes;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Posts end with their unit: the successor appoints its own people. Filings that are with an office go along.</summary>
internal sealed class OfficerMove(PolicyLibrary policies, TimeProvider clock) : CaseMove<OfficerAppointment>
{
    private static readonly OfficerState[] WithRecipient = [OfficerState.PendingFiling, OfficerState.Supplementing, OfficerState.Accepted, OfficerState.FilingRefused];

    public override int Order => 50;

    protected override string Kind => OfficerAppointment.CaseKind;

    public override async Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var (sources, whole) = (shift.Sources, shift.Whole);
        var ending = await db.Officers.AsNoTracking().CountAsync(a => whole && EF.Parameter(sources).Contains(a.OrganisationId) && (a.State == OfficerState.Nominated || OfficerQueries.Held.Contains(a.State)), cancellationToken);
        return Lines(
            new MoveLine("首席数据官", "提名和在任的首席数据官、数据专员", ending, MoveFate.Ends, "任职随单位撤销而终止，由承接单位另行任命、备案。", IsWork: false),
            new MoveLine("首席数据官", "报来、还没有办结的任职备案", (await FindAsync(db, shift, cancellationToken)).Count, MoveFate.Moves, "由承接单位受理、办结。"));
    }

    protected override async Task<IReadOnlyList<Guid>> FindAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken)
    {
        var (sources, whole) = (shift.Sources, shift.Whole);
        // A unit that ends takes its own filings with it.
        var found = await db.Officers.AsNoTracking().Where(a => a.RecipientId != null && EF.Parameter(sources).Contains(a.RecipientId.Value) && (EF.Parameter(WithRecipient).Contains(a.State) || (a.State == OfficerState.Removed && a.RemovalNumber != null && a.RemovalNotedAt == null)) && !(whole && EF.Parameter(sources).Contains(a.OrganisationId)))
            .Select(a => new { a.Id, a.RegionCode }).ToListAsync(cancellationToken);
        return await ReceivedFilings.PassedAsync(db, shift,
            [.. found.Select(f => new ReceivedFiling(f.Id, f.RegionCode, OfficerWorkflow.Mechanism, policies.For(f.RegionCode).ChiefDataOfficers.Filing))], ChinaTime.DateOf(clock.GetUtcNow()).Year, cancellationToken);
    }

    protected override void Pass(OfficerAppointment subject, OrganisationShift shift, DateTimeOffset now) => subject.PassTo(shift.Succession(), now);

    protected override Guid IdOf(OfficerAppointment subject) => subject.Id;

    protected override (int Version, string State) Stand(OfficerAppointment subject) => (subject.Version, subject.State.ChineseName());

    public override async Task MoveAsync(BureauDbContext db, MoveAct act)
    {
        await base.MoveAsync(db, act);
        if (!act.Shift.Whole)
            return;
        foreach (var unit in act.Shift.From)
            await OfficerAbolition.EndAsync(db, unit, act.Actor, act.Now);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }
}

using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Policy;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>Reads what the guards of an appointment have to know of the world around it.</summary>
internal static class OfficerFactsReader
{
    public static async Task<OfficerFacts> ReadAsync(BureauDbContext db, OfficerAppointment appointment, JurisdictionPolicy policy, int year, CancellationToken cancellationToken)
    {
        var unit = await db.Organisations.AsNoTracking().Where(o => o.Id == appointment.OrganisationId).Select(o => new { o.Name, o.AbolishedAt }).SingleAsync(cancellationToken);
        var key = OfficerAppointment.KeyOf(appointment.OrganisationId, appointment.Post);
        var nominated = appointment.State == OfficerState.Nominated;
        // Tracked: the appointment of a successor ends it in the same save.
        var incumbent = nominated && key is not null ? await db.Officers.FirstOrDefaultAsync(a => a.HolderKey == key && a.Id != appointment.Id, cancellationToken) : null;
        incumbent?.Know(new OfficerFacts { UnitName = unit.Name });
        return new OfficerFacts
        {
            UnitName = unit.Name,
            UnitAbolished = unit.AbolishedAt is not null,
            Incumbent = incumbent,
            NominationOpen = key is not null && await db.Officers.AnyAsync(a => a.NominationKey == key && a.Id != appointment.Id, cancellationToken),
            Elsewhere = nominated ? await ElsewhereAsync(db, appointment.OrganisationId, appointment.RegionCode, appointment.Content.PersonName, cancellationToken) : [],
            Materials = await db.SlotsFilledAsync(OfficerAppointment.CaseKind, appointment.Id, cancellationToken),
            Filing = await FilingRecipients.FactsAsync(db, OfficerAppointment.CaseKind, appointment.Id, OfficerWorkflow.Mechanism, policy.ChiefDataOfficers.Filing, appointment.RegionCode, appointment.RecipientId, year, cancellationToken),
        };
    }

    /// <summary>Posts that somebody of the name holds in other units of the province.</summary>
    public static async Task<List<ConcurrentPost>> ElsewhereAsync(BureauDbContext db, Guid organisationId, string regionCode, string name, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name))
            return [];
        var (province, held) = (regionCode[..2], OfficerQueries.Held);
        return await db.Officers.AsNoTracking()
            .Where(a => a.Content.PersonName == name && a.OrganisationId != organisationId && held.Contains(a.State) && a.RegionCode.StartsWith(province))
            .Join(db.Organisations, a => a.OrganisationId, o => o.Id, (a, o) => new { a.Id, o.Name, a.Post }).OrderBy(x => x.Name)
            .Select(x => new ConcurrentPost(x.Id, x.Name, x.Post)).Take(5).ToListAsync(cancellationToken);
    }
}

using DataBureau.Domain;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>What becomes of a unit's posts when the unit is abolished: nobody can act for it any more, so everything ends with it.</summary>
internal static class OfficerAbolition
{
    /// <summary>Tracked; saved with the abolition.</summary>
    /// <returns>How many were ended.</returns>
    public static async Task<int> EndAsync(BureauDbContext db, Organisation unit, Actor actor, DateTimeOffset now)
    {
        var ended = new List<Guid>();
        foreach (var appointment in await db.Officers.Where(a => a.OrganisationId == unit.Id && (a.State == OfficerState.Nominated || OfficerQueries.Held.Contains(a.State))).ToListAsync())
        {
            var from = appointment.State.ChineseName();
            if (!appointment.EndWithUnit(now))
                continue;
            ended.Add(appointment.Id);
            db.History.Add(OfficerHistory.UnitAbolished(appointment, from, actor, now));
        }

        foreach (var deadline in await db.Deadlines.Where(d => d.CaseKind == OfficerAppointment.CaseKind && ended.Contains(d.CaseId) && d.FinishedAt == null).ToListAsync())
            deadline.Finish(now);
        return ended.Count;
    }
}

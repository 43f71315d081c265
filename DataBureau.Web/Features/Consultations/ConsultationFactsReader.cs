using DataBureau.Domain.Consultations;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Calendar;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Reads what stands around a consultation and its guards have to know.</summary>
internal static class ConsultationFactsReader
{
    public static async Task<ConsultationFacts> ReadAsync(BureauDbContext db, Consultation consultation, ClockFacts clocks, CancellationToken cancellationToken)
    {
        var bodies = consultation.Units.Select(u => u.OrganisationId).Append(consultation.ConvenorId).Distinct().ToList();
        var known = await db.Organisations.AsNoTracking().Where(o => EF.Parameter(bodies).Contains(o.Id)).Select(o => new { o.Id, o.Name, o.Responsibilities, o.AbolishedAt }).ToListAsync(cancellationToken);
        var attended = await ConsultationNotices.AttendedAsync(db, bodies, cancellationToken);
        var units = consultation.Units.Select(u => u.Id).ToList();
        return new ConsultationFacts
        {
            ConvenorHolds = known.First(o => o.Id == consultation.ConvenorId).Responsibilities,
            Bodies = known.ToDictionary(o => o.Id, o => new InvitedBody(o.Name, o.Responsibilities, o.AbolishedAt is not null) { Unattended = !attended.Contains(o.Id) }),
            Materials = await db.CountAttachmentsAsync(Consultation.CaseKind, consultation.Id, cancellationToken),
            Opinions = consultation.Round == 0 ? [] : await OpinionsAsync(db, consultation.Id, cancellationToken),
            DueOn = consultation.State != ConsultationState.Collecting ? null
                : await DeadlineReader.Open(db, ConsultationUnit.CaseKind).Where(d => EF.Parameter(units).Contains(d.CaseId)).MaxAsync(d => d.DueOn, cancellationToken),
            SettingDays = clocks.LimitFor(ConsultationWorkflow.ReplyLimit.Key, consultation.RegionCode)?.WorkingDays,
            SilenceSetting = await SilenceAsync(db, consultation.RegionCode, cancellationToken),
        };
    }

    public static Task<List<OpinionFact>> OpinionsAsync(BureauDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.ConsultationOpinions.AsNoTracking().Where(o => o.ConsultationId == id).Select(o => new OpinionFact(o.UnitId, o.QuestionId, o.Round, o.Kind)).ToListAsync(cancellationToken);

    /// <summary>The setting of the nearest region upwards that has one; none: silence is overdue.</summary>
    public static async Task<bool> SilenceAsync(BureauDbContext db, string regionCode, CancellationToken cancellationToken)
    {
        var above = RegionCodes.SelfAndAbove(regionCode).ToList();
        var settings = await db.ConsultationSettings.AsNoTracking().Where(s => above.Contains(s.RegionCode)).ToListAsync(cancellationToken);
        return settings.MinBy(s => above.IndexOf(s.RegionCode))?.SilenceIsNoObjection == true;
    }
}

using DataBureau.Domain.Access;
using DataBureau.Domain.Consultations;
using DataBureau.Web.Data;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Tells the people who answer for a unit.</summary>
internal static class ConsultationNotices
{
    private static readonly List<Role> Answerers = [.. Enum.GetValues<Role>().Where(r => Roles.PermissionsOf(r).Contains(ConsultationPermissions.Answer))];

    /// <returns>Who was told; saving is the caller's business.</returns>
    public static async Task<IReadOnlyList<Notification>> TellAsync(BureauDbContext db, Consultation consultation, IReadOnlyCollection<ConsultationUnit> units, string title, string sentence, DateTimeOffset now)
    {
        var bodies = units.Select(u => u.OrganisationId).Distinct().ToList();
        var people = await db.Grants.Where(g => EF.Parameter(bodies).Contains(g.OrganisationId) && EF.Parameter(Answerers).Contains(g.Role))
            .Join(db.Users.Where(u => u.DisabledAt == null), g => g.UserId, u => u.Id, (g, u) => u.Id).Distinct().ToListAsync();
        return await NotificationWriter.AddAsync(db, people, new NotificationText(NotificationCategory.Invited, Consultation.CaseKind, $"{title}：{consultation.Content.Title}", sentence, $"/consultations/{consultation.Id}?tab=mine"), now);
    }
}

using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>
/// Tells the office that an appointment was filed with what became of the term since: it keeps the list of who is responsible. A removal
/// waits there to be noted; a term that was extended or ran out as it was filed asks nothing of the office.
/// </summary>
internal static class OfficerNotices
{
    /// <returns>The sentence for whoever acted; null where nothing was filed.</returns>
    public static async Task<string?> TellOfficeAsync(BureauDbContext db, OfficerAppointment subject, string title, string sentence, DateTimeOffset now)
    {
        if (subject is not { RecipientId: { } office, Filing.Recipient: { } recipient })
            return null;
        var people = await db.HoldersAt(OfficerPermissions.Receive, [office]).Select(a => a.UserId).Distinct().ToListAsync();
        await NotificationWriter.AddAsync(db, people, new NotificationText(NotificationCategory.Decided, OfficerAppointment.CaseKind, $"{title}：{subject.Title}", sentence, $"/chief-data-officers/{subject.Id}"), now);
        return people.Count == 0 ? $"{recipient.Name}在系统内没有可以通知的人员，请另行告知。" : $"已告知{recipient.Name}。";
    }
}

using System.Globalization;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;
using DataBureau.Web.Identity;
using DataBureau.Web.Notifications;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Tells the people who answer for a unit.</summary>
internal static class ConsultationNotices
{
    /// <summary>The tab of the page on which a unit answers.</summary>
    public const string Answering = "mine";

    /// <summary>The tab of the page with the minutes.</summary>
    public const string Minutes = "minutes";

    /// <summary>The tab of the page with what is to be done.</summary>
    public const string FollowUps = "follow";

    /// <returns>Who was told; saving is the caller's business.</returns>
    public static Task<IReadOnlyList<Notification>> TellAsync(BureauDbContext db, Consultation consultation, IReadOnlyCollection<ConsultationUnit> units, string title, string sentence, DateTimeOffset now, string tab = Answering) =>
        TellAsync(db, consultation, [.. units.Select(u => u.OrganisationId).Distinct()], title, sentence, now, tab);

    /// <summary>What a unit was given to do, as soon as it is written down.</summary>
    public static Task<IReadOnlyList<Notification>> TellOwnerAsync(BureauDbContext db, Consultation consultation, ConsultationFollowUp item, Actor actor, DateTimeOffset now) =>
        TellAsync(db, consultation, [item.OwnerId], "请落实会商议定事项", string.Create(CultureInfo.InvariantCulture, $"{actor.OrganisationName}请贵单位在 {item.DueOn:yyyy-MM-dd} 前落实：{item.Text}。进入落实后请填写落实情况并办结。"), now, FollowUps);

    private static async Task<IReadOnlyList<Notification>> TellAsync(BureauDbContext db, Consultation consultation, List<Guid> bodies, string title, string sentence, DateTimeOffset now, string tab)
    {
        var people = await db.HoldersAt(ConsultationPermissions.Answer, bodies).Select(a => a.UserId).Distinct().ToListAsync();
        return await NotificationWriter.AddAsync(db, people, new NotificationText(NotificationCategory.Invited, Consultation.CaseKind, $"{title}：{consultation.Content.Title}", sentence, $"/consultations/{consultation.Id}?tab={tab}"), now);
    }

    /// <summary>Which of these bodies have somebody who may answer for them.</summary>
    public static Task<List<Guid>> AttendedAsync(BureauDbContext db, List<Guid> bodies, CancellationToken cancellationToken) =>
        db.HoldersAt(ConsultationPermissions.Answer, bodies).Select(a => a.OrganisationId).Distinct().ToListAsync(cancellationToken);
}

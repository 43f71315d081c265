using DataBureau.Web.Data;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Notifications;

/// <summary>Tells people something: rows in the unit of work of whatever it is about, and a word to their open pages after the commit.</summary>
public static class NotificationWriter
{
    /// <summary>Adds one notification per person; saving is the caller's business.</summary>
    public static void Add(BureauDbContext db, IEnumerable<Guid> recipients, string title, string sentence, string href, DateTimeOffset now) =>
        db.Notifications.AddRange(recipients.Distinct().Select(user => new Notification
        {
            Id = Guid.CreateVersion7(now),
            UserId = user,
            At = now,
            Title = Cut(title, Notification.TitleLimit),
            Sentence = Cut(sentence, Notification.SentenceLimit),
            Href = href,
        }));

    /// <summary>After the commit: the numbers beside the menu of these people follow.</summary>
    public static void Publish(WorkflowNotifier notifier, IEnumerable<Guid> recipients) =>
        notifier.Publish([.. recipients.Distinct().Select(user => new CaseChanged(Notification.Kind, user, 0, string.Empty))]);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}

using DataBureau.Web.Data;
using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Notifications;

/// <summary>What people are told.</summary>
/// <param name="Category">Its group in the settings.</param>
/// <param name="CaseKind">The kind of case it is about.</param>
/// <param name="Title">One line.</param>
/// <param name="Sentence">What has happened and what to do.</param>
/// <param name="Href">Where to do it: a path of this program.</param>
public sealed record NotificationText(NotificationCategory Category, string? CaseKind, string Title, string Sentence, string Href)
{
    public Notification For(Guid user, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = user,
        At = now,
        Category = Category,
        CaseKind = CaseKind,
        Title = Cut(Title, Notification.TitleLimit),
        Sentence = Cut(Sentence, Notification.SentenceLimit),
        Href = Href,
    };

    internal static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}

/// <summary>Tells people something: rows in the unit of work of whatever it is about, and a word to their open pages after the commit.</summary>
public static class NotificationWriter
{
    /// <summary>Adds one notification for each person who wants to be told of such things, as the settings are at this moment; saving is the caller's business.</summary>
    /// <returns>What was added, to be published after the commit.</returns>
    public static async Task<IReadOnlyList<Notification>> AddAsync(BureauDbContext db, IEnumerable<Guid> recipients, NotificationText notice, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        List<Guid> people = [.. recipients.Distinct()];
        if (people.Count == 0)
            return [];
        var muted = await MutedAsync(db, people, notice.Category, cancellationToken);
        List<Notification> told = [.. people.Where(p => !muted.Contains(p)).Select(p => notice.For(p, now))];
        db.Notifications.AddRange(told);
        return told;
    }

    /// <summary>Who of these people does not want to be told of such things.</summary>
    public static async Task<IReadOnlySet<Guid>> MutedAsync(BureauDbContext db, IReadOnlyList<Guid> people, NotificationCategory category, CancellationToken cancellationToken = default) =>
        category.IsMandatory() ? new HashSet<Guid>()
            : await db.NotificationMutes.Where(m => m.Category == category && EF.Parameter(people).Contains(m.UserId)).Select(m => m.UserId).ToHashSetAsync(cancellationToken);

    /// <summary>After the commit: the bells of these people follow.</summary>
    public static void Publish(WorkflowNotifier notifier, IReadOnlyCollection<Notification> told)
    {
        foreach (var notification in told)
            notifier.Remember(Notification.Kind, notification.Id, 0);
        notifier.Relay([.. told.Select(n => n.UserId).Distinct().Select(Notification.ChangedOf)]);
    }
}

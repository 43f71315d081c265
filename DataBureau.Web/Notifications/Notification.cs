using DataBureau.Web.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Notifications;

/// <summary>Something one person is told, with where to go for it.</summary>
public sealed class Notification
{
    /// <summary>As the notifier names a change of somebody's notifications; its case id is the person's.</summary>
    public const string Kind = "notification";

    public const int TitleLimit = 100;
    public const int SentenceLimit = 500;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required NotificationCategory Category { get; init; }

    /// <summary>The kind of case it is about; null when it is about none.</summary>
    public string? CaseKind { get; init; }

    public required string Title { get; init; }

    public required string Sentence { get; init; }

    /// <summary>A path of this program.</summary>
    public required string Href { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Somebody's notifications have changed; the empty id stands for everybody's.</summary>
    public static CaseChanged ChangedOf(Guid user) => new(Kind, user, 0, string.Empty);

    /// <summary>Whether a change is one of the person's own notifications.</summary>
    public static bool IsOf(CaseChanged change, Guid? user) => change.Kind == Kind && (change.CaseId == user || change.CaseId == Guid.Empty);
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.Property(n => n.Id).ValueGeneratedNever();
        // The default is for rows of before there were categories: nearly all of them were reminders. What is written now always says its own.
        builder.Property(n => n.Category).HasDefaultValue(NotificationCategory.DeadlineAhead).HasSentinel((NotificationCategory)(-1));
        builder.Property(n => n.CaseKind).HasMaxLength(40);
        builder.Property(n => n.Title).HasMaxLength(Notification.TitleLimit);
        builder.Property(n => n.Sentence).HasMaxLength(Notification.SentenceLimit);
        builder.Property(n => n.Href).HasMaxLength(200);
        builder.HasIndex(n => new { n.UserId, n.ReadAt, n.At });
        // What every node asks a few times a second, and the sweep of old ones.
        builder.HasIndex(n => n.At);
        builder.HasIndex(n => n.ReadAt);
        builder.HasOne<Identity.BureauUser>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

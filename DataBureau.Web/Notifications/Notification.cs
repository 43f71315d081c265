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

    public required string Title { get; init; }

    public required string Sentence { get; init; }

    /// <summary>A path of this program.</summary>
    public required string Href { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Title).HasMaxLength(Notification.TitleLimit);
        builder.Property(n => n.Sentence).HasMaxLength(Notification.SentenceLimit);
        builder.Property(n => n.Href).HasMaxLength(200);
        builder.HasIndex(n => new { n.UserId, n.ReadAt, n.At });
        builder.HasOne<Identity.BureauUser>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

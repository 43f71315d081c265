using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Notifications;

/// <summary>A group of events that a person does not want to be told of.</summary>
public sealed class NotificationMute
{
    public required Guid UserId { get; init; }

    public required NotificationCategory Category { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class NotificationMuteConfiguration : IEntityTypeConfiguration<NotificationMute>
{
    public void Configure(EntityTypeBuilder<NotificationMute> builder)
    {
        builder.ToTable("notification_mutes");
        builder.HasKey(m => new { m.UserId, m.Category });
        builder.HasOne<Identity.BureauUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

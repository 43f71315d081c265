using DataBureau.Domain.ChiefDataOfficers.Meetings;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.ChiefDataOfficers.Meetings;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<JointMeeting>
{
    public void Configure(EntityTypeBuilder<JointMeeting> builder)
    {
        builder.ToTable("joint_meetings");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Property(m => m.RegionCode).HasMaxLength(6);
        builder.Property(m => m.Title).HasMaxLength(MeetingContent.TitleLimit);
        builder.Property(m => m.Place).HasMaxLength(MeetingContent.LineLimit);
        builder.Property(m => m.MinutesNumber).HasMaxLength(40);
        builder.Property(m => m.Agenda).AsJson();
        builder.Property(m => m.Participants).AsJson();
        builder.Ignore(m => m.Location).Ignore(m => m.Numbers).Ignore(m => m.ChosenNumber).Ignore(m => m.FollowUps);
        builder.HasMany<FollowUp>("_followUps").WithOne().HasForeignKey(f => f.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation("_followUps").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.RegionCode);
    }
}

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("meeting_follow_ups");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.What).HasMaxLength(MeetingContent.TextLimit);
        builder.Property(f => f.How).HasMaxLength(MeetingContent.TextLimit);
        builder.Property(f => f.DoneBy).HasMaxLength(100);
        builder.Ignore(f => f.IsDone);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

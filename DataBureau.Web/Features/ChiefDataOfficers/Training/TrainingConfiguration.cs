using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.ChiefDataOfficers.Training;

internal sealed class TrainingConfiguration : IEntityTypeConfiguration<TrainingRecord>
{
    public void Configure(EntityTypeBuilder<TrainingRecord> builder)
    {
        builder.ToTable("officer_trainings");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.RegionCode).HasMaxLength(6);
        builder.Property(t => t.Course).HasMaxLength(TrainingContent.CourseLimit);
        builder.Property(t => t.Provider).HasMaxLength(TrainingContent.CourseLimit);
        builder.Property(t => t.Hours).HasPrecision(6, 1);
        // Whoever removes it first has removed it.
        builder.Property(t => t.RemovedAt).IsConcurrencyToken();
        builder.Ignore(t => t.Location);
        builder.HasOne<OfficerAppointment>().WithMany().HasForeignKey(t => t.AppointmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.OrganisationId, t.HeldOn });
    }
}

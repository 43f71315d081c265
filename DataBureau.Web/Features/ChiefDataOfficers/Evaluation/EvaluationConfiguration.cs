using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.ChiefDataOfficers.Evaluation;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.ChiefDataOfficers.Evaluation;

internal sealed class IndicatorSetConfiguration : IEntityTypeConfiguration<IndicatorSet>
{
    public void Configure(EntityTypeBuilder<IndicatorSet> builder)
    {
        builder.ToTable("indicator_sets");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.RegionCode).HasMaxLength(6);
        builder.Property(s => s.Name).HasMaxLength(IndicatorSetContent.NameLimit);
        builder.Property(s => s.Indicators).AsJson();
        builder.Property(s => s.Thresholds).AsJson();
        builder.Ignore(s => s.Content).Ignore(s => s.Location).Ignore(s => s.Title).Ignore(s => s.InForce);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.DraftKey).IsUnique();
        builder.HasIndex(s => s.EnabledKey).IsUnique();
        builder.HasIndex(s => s.RegionCode);
    }
}

internal sealed class OfficerEvaluationConfiguration : IEntityTypeConfiguration<OfficerEvaluation>
{
    public void Configure(EntityTypeBuilder<OfficerEvaluation> builder)
    {
        builder.ToTable("officer_evaluations");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Property(e => e.RegionCode).HasMaxLength(6);
        builder.Property(e => e.YearKey).HasMaxLength(40);
        builder.Property(e => e.Report).AsJson();
        builder.Property(e => e.Scores).AsJson();
        builder.Property(e => e.ThirdPartyName).HasMaxLength(100);
        builder.Property(e => e.Result).HasPrecision(5, 2);
        builder.Property(e => e.GradeReason).HasMaxLength(500);
        builder.Property(e => e.PersonnelOffice).HasMaxLength(100);
        builder.Property(e => e.DocumentNumber).HasMaxLength(100);
        builder.Ignore(e => e.Location).Ignore(e => e.Facts).Ignore(e => e.Title);
        builder.HasOne<OfficerAppointment>().WithMany().HasForeignKey(e => e.AppointmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<IndicatorSet>().WithMany().HasForeignKey(e => e.SetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.YearKey).IsUnique();
        builder.HasIndex(e => new { e.Year, e.State });
    }
}

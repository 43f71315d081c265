using DataBureau.Domain.DigitalBases;
using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.DigitalBases;

internal sealed class DigitalBaseConfiguration : IEntityTypeConfiguration<DigitalBase>
{
    public const string LiveIndex = "ux_digital_bases_live";

    public void Configure(EntityTypeBuilder<DigitalBase> builder)
    {
        builder.ToTable("digital_bases");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.Property(b => b.RegionCode).HasMaxLength(6);
        builder.Property(b => b.LiveKey).HasMaxLength(6);
        builder.Property(b => b.ConsentNumber).HasMaxLength(40);
        builder.Ignore(b => b.Location).Ignore(b => b.Facts).Ignore(b => b.ChosenNumber);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => b.LiveKey).IsUnique().HasDatabaseName(LiveIndex);
        builder.HasIndex(b => new { b.LineageId, b.Round }).IsUnique();
        builder.HasIndex(b => b.RegionCode);
        builder.ComplexProperty(b => b.Content, content =>
        {
            content.ComplexProperty(c => c.Application, application =>
            {
                application.Property(a => a.Title).HasMaxLength(DigitalBase.TitleLimit).HasColumnName("Title");
                application.Property(a => a.Necessity).HasMaxLength(DigitalBase.TextLimit).HasColumnName("Necessity");
                application.Property(a => a.CapabilityGap).HasMaxLength(DigitalBase.TextLimit).HasColumnName("CapabilityGap");
                application.Property(a => a.ConnectionPlan).HasMaxLength(DigitalBase.TextLimit).HasColumnName("ConnectionPlan");
                application.Property(a => a.Budget).HasPrecision(11, 2).HasColumnName("Budget");
                application.Property(a => a.ContactName).HasMaxLength(50).HasColumnName("ContactName");
                application.Property(a => a.ContactPhone).HasMaxLength(50).HasColumnName("ContactPhone");
            });
            content.ComplexProperty(c => c.Argument, argument =>
            {
                argument.Property(a => a.Date).HasColumnName("ArgumentDate");
                argument.Property(a => a.Participants).HasMaxLength(DigitalBase.LineLimit).HasColumnName("ArgumentParticipants");
                argument.Property(a => a.Conclusion).HasMaxLength(DigitalBase.TextLimit).HasColumnName("ArgumentConclusion");
            });
            content.ComplexProperty(c => c.Verification, verification =>
            {
                verification.Property(v => v.Date).HasColumnName("VerificationDate");
                verification.Property(v => v.Result).HasMaxLength(DigitalBase.TextLimit).HasColumnName("VerificationResult");
            });
        });
    }
}

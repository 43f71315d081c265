using DataBureau.Domain.ImplementationPlans;
using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.ImplementationPlans;

internal sealed class ImplementationPlanConfiguration : IEntityTypeConfiguration<ImplementationPlan>
{
    public const string LiveIndex = "ux_implementation_plans_live";

    public void Configure(EntityTypeBuilder<ImplementationPlan> builder)
    {
        builder.ToTable("implementation_plans");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.RegionCode).HasMaxLength(6);
        // 32 for the department, 2 bars, the edition, and a title whose letters may each become several.
        builder.Property(p => p.LiveKey).HasMaxLength(700);
        builder.Property(p => p.FilingNumber).HasMaxLength(40);
        builder.Ignore(p => p.Location).Ignore(p => p.Facts).Ignore(p => p.ChosenNumber).Ignore(p => p.Filing).Ignore(p => p.OpenedRound);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.LiveKey).IsUnique().HasDatabaseName(LiveIndex);
        builder.HasIndex(p => new { p.LineageId, p.Edition }).IsUnique();
        builder.HasIndex(p => p.RegionCode);
        builder.ComplexProperty(p => p.Content, content =>
        {
            content.Property(c => c.Title).HasMaxLength(ImplementationPlan.TitleLimit).HasColumnName("Title");
            content.Property(c => c.Field).HasMaxLength(ImplementationPlan.LineLimit).HasColumnName("Field");
            content.Property(c => c.Summary).HasMaxLength(ImplementationPlan.TextLimit).HasColumnName("Summary");
            content.Property(c => c.Budget).HasPrecision(11, 2).HasColumnName("Budget");
            content.Property(c => c.Start).HasColumnName("Start");
            content.Property(c => c.Finish).HasColumnName("Finish");
            content.Property(c => c.ContactName).HasMaxLength(50).HasColumnName("ContactName");
            content.Property(c => c.ContactPhone).HasMaxLength(50).HasColumnName("ContactPhone");
        });
    }
}

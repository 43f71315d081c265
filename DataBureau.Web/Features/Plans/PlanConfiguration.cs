using System.Text.Json;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Plans;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public const string LiveIndex = "ux_plans_live";
    public const string ApprovalIndex = "ux_plans_approval";

    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Kind).HasMaxLength(10);
        builder.Property(p => p.RegionCode).HasMaxLength(6);
        builder.Property(p => p.LiveKey).HasMaxLength(60);
        builder.Property(p => p.ApprovalKey).HasMaxLength(100);
        builder.Property(p => p.FilingNumber).HasMaxLength(40);
        builder.Ignore(p => p.Location).Ignore(p => p.Facts).Ignore(p => p.ChosenNumber).Ignore(p => p.Filing).Ignore(p => p.OpenedRound);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.LiveKey).IsUnique().HasDatabaseName(LiveIndex);
        builder.HasIndex(p => p.ApprovalKey).IsUnique().HasDatabaseName(ApprovalIndex);
        builder.HasIndex(p => new { p.LineageId, p.Edition }).IsUnique();
        builder.HasIndex(p => new { p.RegionCode, p.Kind });
        builder.ComplexProperty(p => p.Content, content =>
        {
            content.Property(c => c.Title).HasMaxLength(Plan.TitleLimit).HasColumnName("Title");
            content.Property(c => c.PeriodFrom).HasColumnName("PeriodFrom");
            content.Property(c => c.PeriodTo).HasColumnName("PeriodTo");
            content.Property(c => c.Summary).HasMaxLength(Plan.TextLimit);
            content.Property(c => c.DraftedWith).HasMaxLength(Plan.LineLimit);
            content.Property(c => c.ContactName).HasMaxLength(50);
            content.Property(c => c.ContactPhone).HasMaxLength(50);
            content.Property(c => c.NationalPlanNote).HasMaxLength(Plan.LineLimit);
            content.Property(c => c.PublishedIn).HasMaxLength(Plan.LineLimit);
            content.Property(c => c.Upstream).HasConversion(u => JsonSerializer.Serialize(u, JsonSerializerOptions.Web), t => Read(t),
                new ValueComparer<IReadOnlyList<UpstreamCitation>>((a, b) => a!.SequenceEqual(b!), u => u.Count, u => u));
            content.ComplexProperty(c => c.Approval, approval => approval.Property(a => a.Number).HasMaxLength(100));
        });
    }

    private static IReadOnlyList<UpstreamCitation> Read(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<UpstreamCitation[]>(text, JsonSerializerOptions.Web)!;
}

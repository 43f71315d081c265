using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Audit.Sealing;

internal sealed class AuditSealConfiguration : IEntityTypeConfiguration<AuditSeal>
{
    /// <summary>Two servers that seal at once: one of them finds the run taken.</summary>
    public const string RunIndex = "ix_audit_seals_first";

    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("audit_seals");
        builder.Property(s => s.PreviousHash).HasMaxLength(AuditSeal.HashLength);
        builder.Property(s => s.Hash).HasMaxLength(AuditSeal.HashLength);
        builder.HasIndex(s => s.FirstId).IsUnique().HasDatabaseName(RunIndex);
    }
}

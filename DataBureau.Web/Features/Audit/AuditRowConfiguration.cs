using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Audit;

internal sealed class AuditRowConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit");
        builder.Property(a => a.UserName).HasMaxLength(256);
        builder.Property(a => a.OrganisationName).HasMaxLength(200);
        builder.Property(a => a.Action).HasMaxLength(80);
        builder.Property(a => a.SubjectKind).HasMaxLength(40);
        builder.Property(a => a.SubjectId).HasMaxLength(80);
        builder.Property(a => a.Summary).HasMaxLength(1000);
        builder.Property(a => a.RequestId).HasMaxLength(80);
        builder.Property(a => a.Address).HasMaxLength(64);
        builder.HasIndex(a => a.At);
        builder.HasIndex(a => new { a.UserId, a.At });
        builder.HasIndex(a => new { a.SubjectKind, a.SubjectId });
    }
}

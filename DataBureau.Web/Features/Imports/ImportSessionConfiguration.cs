using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Imports;

internal sealed class ImportSessionConfiguration : IEntityTypeConfiguration<ImportSession>
{
    public void Configure(EntityTypeBuilder<ImportSession> builder)
    {
        builder.ToTable("import_sessions");
        builder.Property(s => s.Kind).HasMaxLength(40);
        builder.Property(s => s.FileName).HasMaxLength(260);
        builder.Property(s => s.FileHash).HasMaxLength(64);
        builder.HasIndex(s => new { s.UserId, s.CreatedAt });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Catalogue.Import;

internal sealed class ImportSessionConfiguration : IEntityTypeConfiguration<ImportSession>
{
    public void Configure(EntityTypeBuilder<ImportSession> builder)
    {
        builder.ToTable("import_sessions");
        builder.Property(s => s.FileName).HasMaxLength(260);
        builder.Property(s => s.FileHash).HasMaxLength(64);
        builder.HasIndex(s => new { s.UserId, s.CreatedAt });
    }
}

internal sealed class ImportLayoutConfiguration : IEntityTypeConfiguration<ImportLayout>
{
    public void Configure(EntityTypeBuilder<ImportLayout> builder)
    {
        builder.ToTable("import_layouts");
        builder.HasKey(l => new { l.OrganisationId, l.Fingerprint });
        builder.Property(l => l.Fingerprint).HasMaxLength(64);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Imports;

internal sealed class ImportLayoutConfiguration : IEntityTypeConfiguration<ImportLayout>
{
    public void Configure(EntityTypeBuilder<ImportLayout> builder)
    {
        builder.ToTable("import_layouts");
        builder.HasKey(l => new { l.OrganisationId, l.Fingerprint });
        builder.Property(l => l.Fingerprint).HasMaxLength(64);
    }
}

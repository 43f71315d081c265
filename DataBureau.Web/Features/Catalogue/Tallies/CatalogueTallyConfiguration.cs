using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Catalogue.Tallies;

internal sealed class CatalogueTallyConfiguration : IEntityTypeConfiguration<CatalogueTally>
{
    public void Configure(EntityTypeBuilder<CatalogueTally> builder)
    {
        builder.ToTable("catalogue_tallies");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.RegionCode).HasMaxLength(6);
        builder.Ignore(t => t.Key);
        builder.HasIndex(t => t.RegionCode);
        builder.HasIndex(t => t.ProviderId);
        builder.HasIndex(t => t.Merged);
    }
}

using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Catalogue;

internal sealed class ReviewPackageConfiguration : IEntityTypeConfiguration<ReviewPackage>
{
    public void Configure(EntityTypeBuilder<ReviewPackage> builder)
    {
        builder.ToTable("review_packages");
        builder.Property(p => p.Title).HasMaxLength(ReviewPackage.TitleLimit);
        builder.Property(p => p.SourceFile).HasMaxLength(260);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

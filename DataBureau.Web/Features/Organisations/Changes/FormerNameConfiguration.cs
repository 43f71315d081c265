using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Organisations.Changes;

internal sealed class FormerNameConfiguration : IEntityTypeConfiguration<FormerName>
{
    public void Configure(EntityTypeBuilder<FormerName> builder)
    {
        builder.ToTable("organisation_names");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Name).HasMaxLength(Organisation.NameLimit);
        builder.Property(n => n.NameKey).HasMaxLength(Organisation.NameLimit);
        builder.Property(n => n.DocumentNumber).HasMaxLength(FormerName.DocumentLimit);
        builder.HasIndex(n => n.OrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(n => n.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

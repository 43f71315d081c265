using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Identity;

internal sealed class BureauUserConfiguration : IEntityTypeConfiguration<BureauUser>
{
    public void Configure(EntityTypeBuilder<BureauUser> builder)
    {
        builder.Property(u => u.DisplayName).HasMaxLength(BureauUser.NameLimit);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(u => u.Grants).WithOne().HasForeignKey(g => g.UserId);
    }
}

internal sealed class UserGrantConfiguration : IEntityTypeConfiguration<UserGrant>
{
    public void Configure(EntityTypeBuilder<UserGrant> builder)
    {
        builder.ToTable("user_grants");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasIndex(g => new { g.UserId, g.OrganisationId, g.Role }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(g => g.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Organisations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public const string CodeIndex = "ux_organisations_code";
    public const string NameIndex = "ux_organisations_region_name";

    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Code).HasMaxLength(30);
        builder.Property(o => o.Name).HasMaxLength(Organisation.NameLimit);
        builder.Property(o => o.NameKey).HasMaxLength(Organisation.NameLimit);
        builder.Property(o => o.RegionCode).HasMaxLength(6);
        builder.Property(o => o.CodeOverrideReason).HasMaxLength(500);
        // A number, so that a query can ask for one bit.
        builder.Property(o => o.Responsibilities).HasConversion<int>();
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.Code).IsUnique().HasDatabaseName(CodeIndex);
        builder.HasIndex(o => new { o.RegionCode, o.NameKey });
        // Both providers read double quotes as an identifier; names of abolished bodies are free again.
        builder.HasIndex([nameof(Organisation.RegionCode), nameof(Organisation.NameKey)], NameIndex).IsUnique().HasFilter($"\"{nameof(Organisation.AbolishedAt)}\" IS NULL");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Region>().WithMany().HasForeignKey(o => o.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("regions");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(6);
        builder.Property(r => r.Name).HasMaxLength(50);
        builder.Property(r => r.ParentCode).HasMaxLength(6);
        builder.HasOne<Region>().WithMany().HasForeignKey(r => r.ParentCode).OnDelete(DeleteBehavior.Restrict);
    }
}

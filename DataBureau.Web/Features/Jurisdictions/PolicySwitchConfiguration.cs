using DataBureau.Domain.Jurisdictions;
using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Jurisdictions;

internal sealed class PolicySwitchConfiguration : IEntityTypeConfiguration<PolicySwitch>
{
    public const string OpenIndex = "ux_policy_switches_open";

    public void Configure(EntityTypeBuilder<PolicySwitch> builder)
    {
        builder.ToTable("policy_switches");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.RegionCode).HasMaxLength(6);
        builder.Property(s => s.From).HasMaxLength(60);
        builder.Property(s => s.DocumentNumber).HasMaxLength(PolicySwitch.DocumentLimit);
        builder.Property(s => s.Remark).HasMaxLength(PolicySwitch.RemarkLimit);
        builder.Property(s => s.OpenKey).HasMaxLength(60);
        builder.Property(s => s.ProposedByName).HasMaxLength(50);
        builder.Property(s => s.DecidedByName).HasMaxLength(50);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.Choice);
        builder.HasIndex(s => s.OpenKey).IsUnique().HasDatabaseName(OpenIndex);
        builder.HasIndex(s => new { s.State, s.RegionCode });
        builder.HasOne<Region>().WithMany().HasForeignKey(s => s.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }
}

using DataBureau.Domain.Numbers;
using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Numbers;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("ledger_numbers");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.RegionCode).HasMaxLength(6);
        builder.Property(e => e.MatterCode).HasMaxLength(LedgerNumber.MatterLimit);
        builder.Property(e => e.Text).HasMaxLength(LedgerNumber.Limit);
        builder.Property(e => e.CaseKind).HasMaxLength(40);
        builder.Property(e => e.CaseTitle).HasMaxLength(LedgerEntry.TitleLimit);
        builder.Property(e => e.ReservedByName).HasMaxLength(50);
        builder.Property(e => e.IssuedByName).HasMaxLength(50);
        builder.Property(e => e.VoidedByName).HasMaxLength(50);
        builder.Property(e => e.ReserveReason).HasMaxLength(LedgerEntry.ReasonLimit);
        builder.Property(e => e.VoidReason).HasMaxLength(LedgerEntry.ReasonLimit);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Ignore(e => e.Location);
        builder.HasIndex(e => new { e.RegionCode, e.MatterCode, e.Year, e.Serial }).IsUnique();
        builder.HasIndex(e => e.Text).IsUnique();
        builder.HasIndex(e => e.OrganisationId);
        // A case has one number of a matter, unless it was voided. Both providers read double quotes as an identifier.
        builder.HasIndex(e => new { e.MatterCode, e.CaseKind, e.CaseId }).IsUnique().HasFilter($"\"{nameof(LedgerEntry.CaseId)}\" IS NOT NULL AND \"{nameof(LedgerEntry.VoidedAt)}\" IS NULL");
        builder.HasOne<Region>().WithMany().HasForeignKey(e => e.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("number_series");
        builder.HasKey(s => new { s.RegionCode, s.MatterCode, s.Year });
        builder.Property(s => s.RegionCode).HasMaxLength(6);
        builder.Property(s => s.MatterCode).HasMaxLength(LedgerNumber.MatterLimit);
    }
}

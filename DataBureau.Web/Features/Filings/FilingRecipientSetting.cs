using DataBureau.Domain.Filings;
using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Filings;

/// <summary>A bureau's own word on who receives filings of a matter from a level, from a year on. Without one the rule's own recipient holds.</summary>
public sealed class FilingRecipientSetting
{
    public required Guid Id { get; init; }

    /// <summary>What is filed: the mechanism, P02 or J01.</summary>
    public required string Matter { get; init; }

    /// <summary>The region it holds for, with everything below it.</summary>
    public required string RegionCode { get; init; }

    /// <summary>The level of those who file.</summary>
    public required RegionLevel Level { get; init; }

    /// <summary>First year it holds for.</summary>
    public required int FromYear { get; init; }

    /// <summary>The responsibility of the body that receives.</summary>
    public required Responsibilities To { get; set; }

    /// <summary>The level of the body that receives; null where it is the rule's own.</summary>
    public RegionLevel? At { get; set; }

    /// <summary>Why it differs from the rule: the document that said so.</summary>
    public required string Reason { get; set; }

    public int Version { get; set; } = 1;

    public FilingRecipientContent Content => new(Matter, RegionCode, Level, FromYear, To, Reason, At);
}

internal sealed class FilingRecipientSettingConfiguration : IEntityTypeConfiguration<FilingRecipientSetting>
{
    /// <summary>As the migrations name it.</summary>
    public const string Index = "IX_filing_recipients_Matter_RegionCode_Level_FromYear";

    public void Configure(EntityTypeBuilder<FilingRecipientSetting> builder)
    {
        builder.ToTable("filing_recipients");
        builder.Ignore(s => s.Content);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.Matter).HasMaxLength(10);
        builder.Property(s => s.RegionCode).HasMaxLength(6);
        builder.Property(s => s.To).HasConversion<int>();
        builder.Property(s => s.At).HasColumnName("RecipientLevel");
        builder.Property(s => s.Reason).HasMaxLength(200);
        builder.HasIndex(s => new { s.Matter, s.RegionCode, s.Level, s.FromYear }).IsUnique().HasDatabaseName(Index);
    }
}

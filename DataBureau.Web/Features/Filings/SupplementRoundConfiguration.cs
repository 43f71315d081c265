using System.Text.Json;
using DataBureau.Domain.Filings;
using DataBureau.Domain.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Filings;

internal sealed class SupplementRoundConfiguration : IEntityTypeConfiguration<SupplementRound>
{
    public void Configure(EntityTypeBuilder<SupplementRound> builder)
    {
        builder.ToTable("supplement_rounds");
        builder.HasKey(r => new { r.CaseKind, r.CaseId, r.Round });
        builder.Property(r => r.Round).ValueGeneratedNever();
        builder.Property(r => r.CaseKind).HasMaxLength(40);
        builder.Property(r => r.RequestedBy).HasMaxLength(50);
        builder.Property(r => r.AnsweredBy).HasMaxLength(50);
        builder.Property(r => r.Office).HasMaxLength(200);
        builder.Property(r => r.Comment).HasMaxLength(HistoryEntry.CommentLimit);
        builder.Property(r => r.Answer).HasMaxLength(HistoryEntry.CommentLimit);
        builder.Property(r => r.Items).HasConversion(i => JsonSerializer.Serialize(i, JsonSerializerOptions.Web), t => JsonSerializer.Deserialize<SupplementItem[]>(t, JsonSerializerOptions.Web)!,
            new ValueComparer<IReadOnlyList<SupplementItem>>((a, b) => a!.SequenceEqual(b!), i => i.Count, i => i));
    }
}

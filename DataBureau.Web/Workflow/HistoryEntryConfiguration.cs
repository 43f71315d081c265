using System.Text.Json;
using DataBureau.Domain.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Workflow;

internal sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("history");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.CaseKind).HasMaxLength(40);
        builder.Property(h => h.Action).HasMaxLength(40);
        builder.Property(h => h.FromState).HasMaxLength(40);
        builder.Property(h => h.ToState).HasMaxLength(40);
        builder.Property(h => h.ActorName).HasMaxLength(50);
        builder.Property(h => h.OrganisationName).HasMaxLength(200);
        builder.Property(h => h.Comment).HasMaxLength(HistoryEntry.CommentLimit);
        builder.Property(h => h.Remarks).HasConversion(r => Write(r), t => Read(t), new ValueComparer<IReadOnlyList<FieldRemark>>((a, b) => a!.SequenceEqual(b!), r => r.Count, r => r));
        // What every node asks a few times a second.
        builder.HasIndex(h => h.At);
        // One step per version: the database's own word against a double effect.
        builder.HasIndex(h => new { h.CaseKind, h.CaseId, h.CaseVersion }).IsUnique();
        // 已办: what one person did, newest first.
        builder.HasIndex(h => new { h.ActorId, h.At });
    }

    private static string Write(IReadOnlyList<FieldRemark> remarks) => remarks.Count == 0 ? string.Empty : JsonSerializer.Serialize(remarks);

    private static IReadOnlyList<FieldRemark> Read(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<FieldRemark[]>(text)!;
}

using System.Text.Json;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Catalogue;

internal sealed class CatalogueEntryConfiguration : IEntityTypeConfiguration<CatalogueEntry>
{
    public const string NameIndex = "ux_catalogue_entries_provider_name";
    public const string CodeIndex = "ux_catalogue_entries_provider_code";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public void Configure(EntityTypeBuilder<CatalogueEntry> builder)
    {
        builder.ToTable("catalogue_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        // What entries are counted by is compared too: a save that counts from what another has changed meanwhile must fail, not miscount.
        builder.Property(e => e.State).IsConcurrencyToken();
        builder.Property(e => e.IsHead).IsConcurrencyToken();
        builder.Property(e => e.RegionCode).HasMaxLength(6);
        builder.Property(e => e.NameKey).HasMaxLength(CatalogueContent.NameLimit);
        builder.Property(e => e.FrozenCode).HasMaxLength(CatalogueContent.ShortLimit);
        builder.Property(e => e.Code).HasMaxLength(CatalogueContent.ShortLimit);
        builder.Ignore(e => e.Location);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.ProviderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReviewPackage>().WithMany().HasForeignKey(e => e.PackageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.LineageId);
        builder.HasIndex(e => new { e.RegionCode, e.State });
        builder.HasIndex(e => new { e.AuthorityId, e.State });
        // The workbench counts and groups from these alone, however many entries there are. Of the authority's, only what waits is in it.
        builder.HasIndex(e => new { e.AuthorityId, e.State, e.PackageId, e.ProviderId, e.UpdatedAt, e.SubmittedById, e.SignedOffById, e.Id })
            .HasFilter($"\"{nameof(CatalogueEntry.State)}\" IN ('{nameof(CatalogueState.UnderReview)}', '{nameof(CatalogueState.Approved)}')").HasDatabaseName("ix_catalogue_entries_waiting");
        builder.HasIndex(e => new { e.ProviderId, e.State, e.PackageId, e.UpdatedAt, e.SubmittedById, e.Id });
        builder.HasIndex(e => e.UpdatedAt);
        builder.HasIndex(e => new { e.PublishedAt, e.RegionCode, e.ProviderId });
        builder.ComplexProperty(e => e.Content, content =>
        {
            content.Property(c => c.Name).HasMaxLength(CatalogueContent.NameLimit).HasColumnName("Name");
            content.Property(c => c.Code).HasMaxLength(CatalogueContent.ShortLimit);
            foreach (var field in CatalogueFields.All.Where(f => typeof(CatalogueContent).GetProperty(f.Key)!.PropertyType == typeof(string)))
                content.Property(field.Key).HasMaxLength(CatalogueLimits.LimitOf(field.Key));
            content.Property(c => c.Sharing).IsConcurrencyToken();
            content.Property(c => c.Opening).IsConcurrencyToken();
            content.Property(c => c.Preparations).HasConversion<int>();
            content.Property(c => c.Format).HasConversion(f => f == null ? null : f.ToString(), t => ResourceFormatText.Read(t)).HasMaxLength(CatalogueContent.FormatLimit);
            content.Property(c => c.Items).HasConversion(i => WriteItems(i), t => ReadItems(t), ListComparer<DataItem>());
            content.Property(c => c.RelatedCodes).HasConversion(r => string.Join('\n', r), t => ReadCodes(t), ListComparer<string>()).HasMaxLength(CatalogueContent.TextLimit);
        });
    }

    private static string WriteItems(IReadOnlyList<DataItem> items) => items.Count == 0 ? string.Empty : JsonSerializer.Serialize(items, Json);

    private static IReadOnlyList<DataItem> ReadItems(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<DataItem[]>(text, Json)!;

    private static IReadOnlyList<string> ReadCodes(string text) => text.Length == 0 ? [] : text.Split('\n');

    private static ValueComparer<IReadOnlyList<T>> ListComparer<T>() =>
        new((a, b) => a!.SequenceEqual(b!), list => list.Aggregate(0, (h, x) => HashCode.Combine(h, x)), list => list);
}

using DataBureau.Domain.Dictionaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Features.Dictionaries;

internal sealed class DictionaryConfiguration : IEntityTypeConfiguration<DictionaryItem>
{
    public const string TextIndex = "ux_dictionary_items_text";

    public void Configure(EntityTypeBuilder<DictionaryItem> builder)
    {
        builder.ToTable("dictionary_items");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Text).HasMaxLength(500);
        builder.Property(i => i.TextKey).HasMaxLength(400);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => new { i.List, i.TextKey }).IsUnique().HasDatabaseName(TextIndex);
    }
}

using DataBureau.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DataBureau.Web.Features.Catalogue.Tallies;

/// <summary>What a save changes in the numbers: what an entry was counted as, less; what it is now, more.</summary>
internal static class TallyDeltas
{
    public static IReadOnlyList<CatalogueTally> Of(IEnumerable<EntityEntry<CatalogueEntry>> entries)
    {
        var changes = new Dictionary<TallyKey, int>();
        foreach (var entry in entries)
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted)
                Add(changes, Before(entry), -1);
            if (entry.State is EntityState.Modified or EntityState.Added)
                Add(changes, KeyOf(entry.Entity), 1);
        }

        return Rows(changes);
    }

    public static IReadOnlyList<CatalogueTally> Of(IEnumerable<CatalogueEntry> added)
    {
        var changes = new Dictionary<TallyKey, int>();
        foreach (var entry in added)
            Add(changes, KeyOf(entry), 1);
        return Rows(changes);
    }

    public static IReadOnlyList<CatalogueTally> Rows(IEnumerable<KeyValuePair<TallyKey, int>> changes, bool merged = false) =>
        [.. changes.Where(c => c.Value != 0).Select(c => CatalogueTally.Of(c.Key, c.Value, merged))];

    private static void Add(Dictionary<TallyKey, int> changes, TallyKey key, int by) => changes[key] = changes.GetValueOrDefault(key) + by;

    private static TallyKey KeyOf(CatalogueEntry entry) => new(entry.ProviderId, entry.RegionCode, entry.State, entry.IsHead, entry.Content.Sharing, entry.Content.Opening);

    private static TallyKey Before(EntityEntry<CatalogueEntry> entry)
    {
        var content = entry.ComplexProperty(e => e.Content);
        return new(
            entry.Property(e => e.ProviderId).OriginalValue, entry.Property(e => e.RegionCode).OriginalValue, entry.Property(e => e.State).OriginalValue, entry.Property(e => e.IsHead).OriginalValue,
            content.Property(c => c.Sharing).OriginalValue, content.Property(c => c.Opening).OriginalValue);
    }
}

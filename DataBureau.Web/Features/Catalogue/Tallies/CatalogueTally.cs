using DataBureau.Domain.Catalogue;

namespace DataBureau.Web.Features.Catalogue.Tallies;

/// <summary>What entries are counted by: whose, where, in which state and of which classes.</summary>
public sealed record TallyKey(Guid ProviderId, string RegionCode, CatalogueState State, bool IsHead, SharingAttribute? Sharing, OpeningType? Opening);

/// <summary>
/// A change of the number of entries of one key; the number itself is the sum of the key's rows. Rows are only ever added, by
/// the transaction that changes the entries, so that no two writers wait for each other; the compactor puts one in the place of many.
/// </summary>
public sealed class CatalogueTally
{
    private CatalogueTally()
    {
    }

    public Guid Id { get; private set; }

    public Guid ProviderId { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    public CatalogueState State { get; private set; }

    public bool IsHead { get; private set; }

    public SharingAttribute? Sharing { get; private set; }

    public OpeningType? Opening { get; private set; }

    public int Change { get; private set; }

    /// <summary>Stands for rows that were compacted.</summary>
    public bool Merged { get; private set; }

    public TallyKey Key => new(ProviderId, RegionCode, State, IsHead, Sharing, Opening);

    public static CatalogueTally Of(TallyKey key, int change, bool merged = false) => new()
    {
        Id = Guid.CreateVersion7(),
        ProviderId = key.ProviderId,
        RegionCode = key.RegionCode,
        State = key.State,
        IsHead = key.IsHead,
        Sharing = key.Sharing,
        Opening = key.Opening,
        Change = change,
        Merged = merged,
    };
}

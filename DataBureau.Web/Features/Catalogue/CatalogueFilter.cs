using DataBureau.Domain.Catalogue;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>What the list is narrowed to. Null means no narrowing; superseded and discarded revisions show only when asked for.</summary>
public sealed record CatalogueFilter
{
    /// <summary>Part of the name, the code or the provider's name.</summary>
    public string? Search { get; init; }

    public IReadOnlyList<CatalogueState> States { get; init; } = [];

    public Guid? ProviderId { get; init; }

    /// <summary>Region and everything below it.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Only the region's own level, without what lies below it.</summary>
    public bool Own { get; init; }

    /// <summary>Every entry once, in its newest revision.</summary>
    public bool HeadsOnly { get; init; }

    public SharingAttribute? Sharing { get; init; }

    public OpeningType? Opening { get; init; }

    public UpdateFrequency? UpdateFrequency { get; init; }

    public Guid? PackageId { get; init; }

    /// <summary>Only what waits for this authority.</summary>
    public Guid? AuthorityId { get; init; }

    /// <summary>Key of a sortable column; anything else sorts by the last change.</summary>
    public string? Sort { get; init; }

    public bool Descending { get; init; } = true;

    /// <summary>1-based.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 50;
}

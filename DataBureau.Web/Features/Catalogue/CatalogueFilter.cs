using DataBureau.Domain.Catalogue;
using DataBureau.Web.Components.Tables;

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

    /// <summary>Own level, time of publication, overdue: what a figure narrows the list to.</summary>
    public ListNarrowing Narrow { get; init; } = new();

    /// <summary>Judging or mending that ended in the period was in time (true) or not (false); the period is then that of its end.</summary>
    public bool? Timely { get; init; }

    /// <summary>Every entry once, in its newest revision.</summary>
    public bool HeadsOnly { get; init; }

    public SharingAttribute? Sharing { get; init; }

    /// <summary>Only those without a sharing class.</summary>
    public bool SharingUnset { get; init; }

    public OpeningType? Opening { get; init; }

    /// <summary>Only those without an opening class.</summary>
    public bool OpeningUnset { get; init; }

    public UpdateFrequency? UpdateFrequency { get; init; }

    public Guid? PackageId { get; init; }

    /// <summary>Only what is in no package.</summary>
    public bool WithoutPackage { get; init; }

    /// <summary>Only what waits for this authority.</summary>
    public Guid? AuthorityId { get; init; }

    /// <summary>Key of a sortable column; anything else sorts by the last change.</summary>
    public string? Sort { get; init; }

    public bool Descending { get; init; } = true;

    /// <summary>1-based.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 50;
}

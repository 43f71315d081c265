using DataBureau.Domain.Filings;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>A post of the same kind that somebody of the same name holds in another unit.</summary>
public sealed record ConcurrentPost(Guid Id, string OrganisationName, DataPost Post);

/// <summary>What stands around an appointment and its guards have to know; read with it, never stored.</summary>
public sealed record OfficerFacts
{
    public static readonly OfficerFacts None = new();

    public FilingFacts Filing { get; init; } = FilingFacts.None;

    public string UnitName { get; init; } = string.Empty;

    public bool UnitAbolished { get; init; }

    /// <summary>Who holds the post now, where the post has one holder and it is not this case; tracked, since the appointment ends it.</summary>
    public OfficerAppointment? Incumbent { get; init; }

    /// <summary>Somebody is nominated for the post already.</summary>
    public bool NominationOpen { get; init; }

    public IReadOnlyList<ConcurrentPost> Elsewhere { get; init; } = [];

    /// <summary>Keys of the materials that are attached.</summary>
    public IReadOnlySet<string> Materials { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}

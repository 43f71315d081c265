namespace DataBureau.Web.Features.Filings;

/// <summary>A field that says something else than in the edition before.</summary>
public sealed record CaseChange(string Title, string? Before, string? After);

/// <summary>What an edition changes of the one before.</summary>
/// <param name="Edition">The edition before.</param>
/// <param name="Href">To its page.</param>
/// <param name="FilingNumber">Under which it is recorded; null where it is not.</param>
/// <param name="Reason">As said with the act that began this edition.</param>
/// <param name="Changes">In the order of the fields.</param>
public sealed record EditionChanges(int Edition, string Href, string? FilingNumber, string? Reason, IReadOnlyList<CaseChange> Changes);

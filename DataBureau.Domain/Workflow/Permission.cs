namespace DataBureau.Domain.Workflow;

/// <summary>A right to do one thing. Declared beside the feature that checks it; granted through roles.</summary>
/// <param name="Key">Stable key, written into audit rows and policies: "catalogue.review".</param>
/// <param name="Name">The Chinese words for it, used in refusals and in the permission matrix.</param>
public sealed record Permission(string Key, string Name);

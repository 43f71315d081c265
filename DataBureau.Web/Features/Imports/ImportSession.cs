namespace DataBureau.Web.Features.Imports;

/// <summary>An uploaded workbook on its way in. Kept in the database, so that a lost circuit resumes where it was.</summary>
public sealed class ImportSession
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>What is imported: "catalogue". A session is found only where it was begun.</summary>
    public required string Kind { get; init; }

    public required Guid OrganisationId { get; set; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, which is also its name in the import folder.</summary>
    public required string FileHash { get; init; }

    public required long FileSize { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the user settled on, as JSON of the import's own; null while nothing is.</summary>
    public string? ChoicesJson { get; set; }

    public DateTimeOffset? ImportedAt { get; set; }
}

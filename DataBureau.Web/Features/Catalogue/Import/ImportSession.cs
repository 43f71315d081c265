namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>An uploaded workbook on its way in. Kept in the database, so that a lost circuit resumes where it was.</summary>
public sealed class ImportSession
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required Guid OrganisationId { get; set; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, which is also its name in the import folder.</summary>
    public required string FileHash { get; init; }

    public required long FileSize { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The mapping the user settled on, as JSON; null while the guess stands.</summary>
    public string? MappingJson { get; set; }

    public DateTimeOffset? ImportedAt { get; set; }
}

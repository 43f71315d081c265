namespace DataBureau.Web.Features.Catalogue;

/// <summary>Entries that travel together: an import, or a submission of several. Signed off and reviewed as one, entry by entry where needed.</summary>
public sealed class ReviewPackage
{
    public const int TitleLimit = 200;

    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid CreatedById { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Name of the imported file, when it came from one.</summary>
    public string? SourceFile { get; init; }
}

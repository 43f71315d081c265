namespace DataBureau.Domain.Organisations;

/// <summary>曾用名: how a body was called until a day, and the document that changed it.</summary>
public sealed class FormerName
{
    public const int DocumentLimit = 100;

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Name { get; init; }

    public required string NameKey { get; init; }

    /// <summary>Null where it was the first name that is known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day from which the next name counts.</summary>
    public required DateOnly Until { get; init; }

    public required string DocumentNumber { get; init; }
}

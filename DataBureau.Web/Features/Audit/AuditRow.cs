namespace DataBureau.Web.Features.Audit;

/// <summary>
/// Who did what, when, to what: written in the transaction of the act itself, so that an act that cannot be audited does
/// not happen. Never updated or deleted by the program.
/// </summary>
public sealed class AuditRow
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null only for a sign-in attempt with an unknown name.</summary>
    public Guid? UserId { get; init; }

    public required string UserName { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>Stable key of the act: "catalogue.Publish", "account.sign-in".</summary>
    public required string Action { get; init; }

    public string? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    /// <summary>What happened, in words.</summary>
    public required string Summary { get; init; }

    public required bool Succeeded { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? RequestId { get; init; }

    public string? Address { get; init; }
}

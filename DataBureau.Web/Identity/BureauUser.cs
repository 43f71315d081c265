using DataBureau.Domain.Access;
using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Identity;

namespace DataBureau.Web.Identity;

/// <summary>A person who signs in. Disabled, never deleted: the history keeps naming them.</summary>
public sealed class BureauUser : IdentityUser<Guid>
{
    public const int NameLimit = 50;

    public required string DisplayName { get; set; }

    /// <summary>The organisation shown beside the name; what the person may do is a matter of grants alone.</summary>
    public required Guid OrganisationId { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public List<UserGrant> Grants { get; } = [];
}

/// <summary>A role given to a person in an organisation, with how far it reaches.</summary>
public sealed class UserGrant
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Role Role { get; init; }

    public required GrantScope Scope { get; init; }
}

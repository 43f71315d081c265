using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Imports;

/// <summary>Something that can be imported.</summary>
/// <param name="Key">As sessions keep it: "catalogue".</param>
/// <param name="Name">目录.</param>
/// <param name="Permissions">Any of them lets a person import; the first that is held says for which body.</param>
public sealed record ImportKind(string Key, string Name, params IReadOnlyList<Permission> Permissions)
{
    /// <summary>The body a person imports for unless another is chosen; null for someone who may not import.</summary>
    public Guid? TargetOf(Actor actor) => Permissions.Select(p => actor.Grants.FirstOrDefault(g => g.Permission == p)).FirstOrDefault(g => g is not null)?.OrganisationId;
}

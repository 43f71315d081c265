using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>A body that a change names, as it was seen.</summary>
public sealed record ChangeBody(Guid Id, string Name, int Version, Responsibilities Responsibilities);

/// <summary>What a change would do: who gives, who takes over, what goes where, and what stands in the way.</summary>
public sealed record OrganisationChangePreview(
    OrganisationChange Change, IReadOnlyList<ChangeBody> Bodies, string? Successor, IReadOnlyList<MoveLine> Lines, Refusal? Refusal)
{
    /// <summary>The versions that the person saw, to be given back with the act.</summary>
    public IReadOnlyDictionary<Guid, int> Seen { get; } = Bodies.ToDictionary(b => b.Id, b => b.Version);

    /// <summary>What may be given another name with the change.</summary>
    public IReadOnlyList<RenamableCase> Renamable { get; init; } = [];

    public int Moving => Lines.Where(l => l is { IsWork: true, Fate: MoveFate.Moves }).Sum(l => l.Count);
}

/// <summary>What became of a change: the body to be shown next.</summary>
public sealed record OrganisationChangeResult(Guid Id, string Name);

/// <summary>A former name, for the tab and the export.</summary>
public sealed record FormerNameRow(string Name, DateOnly? From, DateOnly Until, string DocumentNumber);

/// <summary>Somebody who works in the body, or has a grant there.</summary>
public sealed record OrganisationPerson(Guid Id, string DisplayName, string UserName, bool Active, string Roles);

/// <summary>What stands around a body: its names, its people, what it has to do.</summary>
public sealed record OrganisationSurroundings(IReadOnlyList<FormerNameRow> Names, IReadOnlyList<OrganisationPerson> People, IReadOnlyList<MoveLine> Work, ChangeBody? Successor, IReadOnlyList<ChangeBody> Predecessors);

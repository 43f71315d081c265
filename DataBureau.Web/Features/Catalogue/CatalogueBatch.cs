using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>An entry as it was seen when it was chosen.</summary>
public sealed record EntryRef(Guid Id, int Version, string Name, CatalogueState State, CaseLocation Place)
{
    /// <summary>Whether its state and the actor's grants let the act be tried; the guards are asked when it is done.</summary>
    public bool Admits(CatalogueAction action, Actor actor) =>
        CatalogueWorkflow.Table.Transitions.Any(t => t.From == State && t.Action == action && actor.Holds(t.Permission, t.Side, Place));
}

using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>A button per permitted act; one that is not possible now says why and cites the rule. It decides nothing itself.</summary>
public sealed partial class WorkflowActions<TAction>
    where TAction : struct, Enum
{
    private readonly string _id = "a" + Guid.NewGuid().ToString("N")[..8];

    [Parameter, EditorRequired] public IReadOnlyList<PermittedAct<TAction>> Permitted { get; set; } = [];

    /// <summary>An act is under way: a second click has no second effect.</summary>
    [Parameter] public bool Busy { get; set; }

    [Parameter] public EventCallback<TAction> OnAct { get; set; }

    private PermittedAct<TAction>? Primary => Permitted.FirstOrDefault(p => p.WhyNot is null && !p.NeedsComment);

    private string Id(PermittedAct<TAction> act) => $"{_id}-{act.Action}";
}

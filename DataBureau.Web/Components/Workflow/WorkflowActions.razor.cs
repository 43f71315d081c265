using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>A button per permitted act; one that is not possible now says why and cites the rule. It decides nothing itself.</summary>
public sealed partial class WorkflowActions<TAction>
    where TAction : struct, Enum
{
    /// <summary>The second half of a double click falls on whatever button has taken the first one's place: it must not act.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(0.5);

    private readonly string _id = "a" + Guid.NewGuid().ToString("N")[..8];
    private bool _acting;

    [Parameter, EditorRequired] public IReadOnlyList<PermittedAct<TAction>> Permitted { get; set; } = [];

    /// <summary>An act is under way: a second click has no second effect.</summary>
    [Parameter] public bool Busy { get; set; }

    [Parameter] public EventCallback<TAction> OnAct { get; set; }

    /// <summary>The usual next step. When that is not possible, nothing else takes its look.</summary>
    private PermittedAct<TAction>? Primary => Permitted is [{ WhyNot: null, NeedsComment: false } first, ..] ? first : null;

    private async Task ActAsync(TAction action)
    {
        if (_acting)
            return;
        _acting = true;
        try
        {
            await OnAct.InvokeAsync(action);
            await Task.Delay(Settling);
        }
        finally
        {
            _acting = false;
        }
    }

    private string Id(PermittedAct<TAction> act) => $"{_id}-{act.Action}";
}

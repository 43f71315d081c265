using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Workflow;

/// <summary>Where a person writes the opinion that goes with an act. What was written before and not sent stands there again.</summary>
public sealed partial class OpinionField
{
    [Parameter, EditorRequired] public UnsentWords Words { get; set; } = default!;

    [Parameter] public string? Hint { get; set; }

    /// <summary>What was brought back is given up.</summary>
    [Parameter] public EventCallback OnForget { get; set; }

    /// <summary>Before it is kept.</summary>
    [Parameter] public EventCallback<string?> OnTyped { get; set; }

    private async Task TypedAsync(string? text)
    {
        await OnTyped.InvokeAsync(text);
        Words.Comment = text;
        await Words.TouchAsync();
    }
}
